package weightfile

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"stridelab/nn"

	"github.com/nlpodyssey/safetensors"
)

// Limits of a file, so that a hostile one costs little.
const (
	MaxBytes = 64 << 20 // a network of 2 million weights as float64 has a quarter
	maxHead  = 1 << 20  // bytes of its JSON
)

// Read reads a file that names its network, as ours do. The error is an *Error.
func Read(b []byte) (File, error) {
	tensors, texts, err := open(b)
	if err != nil {
		return File{}, err
	}
	net, err := nn.ParseSpec(texts[keyNet])
	if err != nil {
		return File{}, fault(CodeNoNet)
	}
	return read(tensors, texts, net)
}

// ReadFor reads the weights of a network that fits from any file that holds its state_dict and nothing else, whatever
// network the file names. The error is an *Error.
func ReadFor(net nn.Spec, b []byte) (File, error) {
	tensors, texts, err := open(b)
	if err != nil {
		return File{}, err
	}
	return read(tensors, texts, net)
}

// open takes a file apart and checks that it is whole.
func open(b []byte) (safetensors.SafeTensors, map[string]string, error) {
	var none safetensors.SafeTensors
	if len(b) > MaxBytes {
		return none, nil, fault(CodeLarge, (len(b)+1<<20-1)>>20, MaxBytes>>20)
	}
	if len(b) < 9 || b[8] != '{' {
		return none, nil, fault(CodeNotSafetensors)
	}
	head := binary.LittleEndian.Uint64(b)
	if head > maxHead || head > uint64(len(b)-8) || !soundHead(b[8:8+head]) {
		return none, nil, fault(CodeDamaged)
	}
	_, meta, err := safetensors.ReadMetadata(b)
	if err != nil {
		return none, nil, fault(CodeDamaged)
	}
	tensors, err := safetensors.Deserialize(b)
	if err != nil {
		return none, nil, fault(CodeDamaged)
	}
	return tensors, meta.Metadata(), nil
}

// soundHead refuses what the module's reader takes in good faith: bytes after the object other than the spaces that
// fill it up.
func soundHead(head []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(head, " "), []byte("}"))
}

// read takes the weights of net out of a file.
func read(tensors safetensors.SafeTensors, texts map[string]string, net nn.Spec) (File, error) {
	list, total, err := layout(net)
	if err != nil {
		return File{}, fault(CodeNoNet)
	}
	names := tensors.Names()
	slices.Sort(names)
	// First what there is, then the memory for it: a head may claim any network.
	for _, t := range list {
		if err := check(tensors, t); err != nil {
			return File{}, err
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(list, func(t tensor) bool { return t.name == name }) {
			return File{}, fault(CodeExtra, quotable(name))
		}
	}
	f := File{Net: net.Normal(), Params: make([]float32, total), About: aboutOf(texts), Half: total > 0}
	for _, t := range list {
		view, _ := tensors.Tensor(t.name)
		f.Half = f.Half && view.DType() == safetensors.F16
		if !fill(f.Params[t.at:t.at+t.n], view.Data(), view.DType()) {
			return File{}, fault(CodeNoNumber, t.name)
		}
	}
	return f, nil
}

// check says why a file has no tensor like t.
func check(tensors safetensors.SafeTensors, t tensor) error {
	view, ok := tensors.Tensor(t.name)
	if !ok {
		return fault(CodeMissing, t.name)
	}
	same := len(view.Shape()) == len(t.shape)
	for i := 0; same && i < len(t.shape); i++ {
		same = view.Shape()[i] == uint64(t.shape[i])
	}
	if !same {
		want := make([]uint64, len(t.shape))
		for i, d := range t.shape {
			want[i] = uint64(d)
		}
		return fault(CodeShape, t.name, shapeText(view.Shape()), shapeText(want))
	}
	switch view.DType() {
	case safetensors.F16, safetensors.BF16, safetensors.F32, safetensors.F64:
		return nil
	}
	return fault(CodeType, t.name, view.DType().String())
}

// fill decodes numbers and reports whether all are finite.
func fill(dst []float32, b []byte, kind safetensors.DType) bool {
	for i := range dst {
		switch kind {
		case safetensors.F16:
			dst[i] = fromHalf(binary.LittleEndian.Uint16(b[2*i:]))
		case safetensors.BF16:
			dst[i] = math.Float32frombits(uint32(binary.LittleEndian.Uint16(b[2*i:])) << 16)
		case safetensors.F32:
			dst[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		default:
			dst[i] = float32(math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:])))
		}
		if v := float64(dst[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// shapeText writes a shape as PyTorch does: [8, 3, 5, 5].
func shapeText(shape []uint64) string {
	words := make([]string, 0, 4)
	for i, d := range shape {
		if i == 4 {
			words = append(words, "…")
			break
		}
		words = append(words, strconv.FormatUint(d, 10))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// quotable keeps a stranger's name short.
func quotable(name string) string {
	const most = 40
	if r := []rune(strings.ToValidUTF8(name, "?")); len(r) > most {
		return string(r[:most]) + "…"
	}
	return strings.ToValidUTF8(name, "?")
}
