package weightfile

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"stridelab/nn"
)

// Limits of a file, so that a hostile one costs little.
const (
	MaxBytes   = 64 << 20 // four times a network of 2 million weights in float64
	maxHead    = 1 << 20  // bytes of the JSON
	maxTensors = 1000     // a network has at most two for each of 64 layers
)

// Read reads a file that names its network, as files of this package do. The error is an *Error.
func Read(b []byte) (File, error) {
	o, err := open(b)
	if err != nil {
		return File{}, err
	}
	net, err := nn.ParseSpec(o.texts[keyNet])
	if err != nil {
		return File{}, fault(CodeNoNet)
	}
	return read(o, net)
}

// ReadFor reads the weights of a network that fits. The file must hold the network's state_dict
// and no other tensors; a network that the file names does not matter. The error is an *Error.
func ReadFor(net nn.Spec, b []byte) (File, error) {
	o, err := open(b)
	if err != nil {
		return File{}, err
	}
	return read(o, net)
}

// opened is a file whose head has been read. body holds the bytes of its tensors.
type opened struct {
	head
	body []byte
}

// open splits a file into head and body, and checks that it is whole: the tensors fill the body
// without gaps, and each has as many bytes as its shape needs.
func open(b []byte) (opened, error) {
	if len(b) > MaxBytes {
		return opened{}, fault(CodeLarge, (len(b)+1<<20-1)>>20, MaxBytes>>20)
	}
	if len(b) < 9 || b[8] != '{' {
		return opened{}, fault(CodeNotSafetensors)
	}
	n := binary.LittleEndian.Uint64(b)
	if n > maxHead || n > uint64(len(b)-8) {
		return opened{}, fault(CodeDamaged)
	}
	h, ok := parseHead(b[8 : 8+n])
	o := opened{h, b[8+n:]}
	if len(o.names) > maxTensors {
		return opened{}, fault(CodeExtra, quotable(o.names[maxTensors]))
	}
	if !ok || !o.whole() {
		return opened{}, fault(CodeDamaged)
	}
	return o, nil
}

// whole reports whether the tensors fill the body, one after another. It sorts o.names by offset.
func (o opened) whole() bool {
	// An insertion sort: most files are in order already.
	for i := range o.names {
		for j := i; j > 0 && o.tensors[o.names[j]].before(o.tensors[o.names[j-1]]); j-- {
			o.names[j], o.names[j-1] = o.names[j-1], o.names[j]
		}
	}
	at := uint64(0)
	for _, name := range o.names {
		t := o.tensors[name]
		size := width(t.dtype)
		for _, d := range t.shape {
			if d > 0 && size > MaxBytes/d {
				return false
			}
			size *= d
		}
		if size == 0 && width(t.dtype) == 0 { // an unknown type: only its offsets can be checked
			size = t.to - t.from
		}
		if t.from != at || t.to < t.from || t.to-t.from != size {
			return false
		}
		at = t.to
	}
	return at == uint64(len(o.body))
}

// before reports whether the bytes of t come before those of u. An empty tensor comes before
// another that begins at the same place.
func (t info) before(u info) bool { return t.from < u.from || t.from == u.from && t.to < u.to }

// width is the number of bytes of one number of a type, 0 for a type that this package does not
// read.
func width(dtype string) uint64 {
	switch dtype {
	case "F16", "BF16":
		return 2
	case "F32":
		return 4
	case "F64":
		return 8
	}
	return 0
}

// read reads the weights of net.
func read(o opened, net nn.Spec) (File, error) {
	list, total, err := layout(net)
	if err != nil {
		return File{}, fault(CodeNoNet)
	}
	// Check before allocating: a head may claim any network.
	for _, t := range list {
		if err := o.check(t); err != nil {
			return File{}, err
		}
	}
	for _, name := range o.names {
		if !slices.ContainsFunc(list, func(t tensor) bool { return t.name == name }) {
			return File{}, fault(CodeExtra, quotable(name))
		}
	}
	f := File{Net: net.Normal(), Params: make([]float32, total), About: aboutOf(o.texts), Half: total > 0}
	for _, t := range list {
		in := o.tensors[t.name]
		f.Half = f.Half && in.dtype == "F16"
		if !fill(f.Params[t.at:t.at+t.n], o.body[in.from:in.to], in.dtype) {
			return File{}, fault(CodeNoNumber, t.name)
		}
	}
	return f, nil
}

// check gives the reason why the file has no tensor like t, nil where it has one.
func (o opened) check(t tensor) error {
	in, ok := o.tensors[t.name]
	if !ok {
		return fault(CodeMissing, t.name)
	}
	want := make([]uint64, len(t.shape))
	for i, d := range t.shape {
		want[i] = uint64(d)
	}
	if !slices.Equal(in.shape, want) {
		return fault(CodeShape, t.name, shapeText(in.shape), shapeText(want))
	}
	if width(in.dtype) == 0 {
		return fault(CodeType, t.name, quotable(in.dtype))
	}
	return nil
}

// fill decodes numbers into dst and reports whether all are finite.
func fill(dst []float32, b []byte, dtype string) bool {
	for i := range dst {
		switch dtype {
		case "F16":
			dst[i] = fromHalf(binary.LittleEndian.Uint16(b[2*i:]))
		case "BF16":
			dst[i] = math.Float32frombits(uint32(binary.LittleEndian.Uint16(b[2*i:])) << 16)
		case "F32":
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

// shapeText writes a shape as PyTorch does: [8, 3, 5, 5]. It cuts one of more than four edges.
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

// quotable cuts a name from a file to a length that can be quoted.
func quotable(name string) string {
	const most = 40
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}
