package weightfile

import (
	"encoding/binary"
	"math"

	"github.com/nlpodyssey/safetensors"
)

// Bytes is the file as safetensors; equal Files give equal bytes. It panics when Net does not fit or has another number
// of weights than Params.
func (f File) Bytes() []byte {
	list, total, err := layout(f.Net)
	if err != nil || total != len(f.Params) {
		panic("weightfile: net and weights do not belong together")
	}
	views := make(map[string]safetensors.TensorView, len(list))
	for _, t := range list {
		shape := make([]uint64, len(t.shape))
		for i, d := range t.shape {
			shape[i] = uint64(d)
		}
		kind := safetensors.F32
		var b []byte
		for _, v := range f.Params[t.at : t.at+t.n] {
			if f.Half {
				b = binary.LittleEndian.AppendUint16(b, toHalf(v))
			} else {
				b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
			}
		}
		if f.Half {
			kind = safetensors.F16
		}
		view, err := safetensors.NewTensorView(kind, shape, b)
		if err != nil {
			panic("weightfile: " + err.Error()) // its length is that of its shape
		}
		views[t.name] = view
	}
	b, err := safetensors.Serialize(views, f.texts())
	if err != nil {
		panic("weightfile: " + err.Error()) // texts and numbers always have a form in JSON
	}
	return b
}
