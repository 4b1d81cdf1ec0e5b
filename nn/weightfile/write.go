package weightfile

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// Bytes is the file in the safetensors format. Equal Files give equal bytes. It panics when Net
// does not fit, or when Params does not hold as many weights as Net has.
func (f File) Bytes() []byte {
	list, total, err := layout(f.Net)
	if err != nil || total != len(f.Params) {
		panic("weightfile: net and weights do not belong together")
	}
	dtype, width := "F32", 4
	if f.Half {
		dtype, width = "F16", 2
	}
	// As other writers do.
	slices.SortFunc(list, func(a, b tensor) int { return strings.Compare(a.name, b.name) })
	h, at := f.head(), uint64(0)
	for _, t := range list {
		shape := make([]uint64, len(t.shape))
		for i, d := range t.shape {
			shape[i] = uint64(d)
		}
		h = appendText(append(h, ','), t.name)
		h = appendText(append(h, `:{"dtype":`...), dtype)
		h = appendNumbers(append(h, `,"shape":`...), shape...)
		h = appendNumbers(append(h, `,"data_offsets":`...), at, at+uint64(t.n*width))
		h = append(h, '}')
		at += uint64(t.n * width)
	}
	h = append(h, '}')
	for len(h)%8 != 0 { // the format lets numbers begin at a multiple of 8
		h = append(h, ' ')
	}
	b := append(binary.LittleEndian.AppendUint64(make([]byte, 0, 8+len(h)+int(at)), uint64(len(h))), h...)
	for _, t := range list {
		for _, v := range f.Params[t.at : t.at+t.n] {
			if f.Half {
				b = binary.LittleEndian.AppendUint16(b, toHalf(v))
			} else {
				b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
			}
		}
	}
	return b
}

// head is the beginning of the JSON: the texts.
func (f File) head() []byte {
	texts := f.texts()
	h := appendText([]byte("{"), textsKey)
	h = append(h, ":{"...)
	for i, key := range slices.Sorted(maps.Keys(texts)) {
		if i > 0 {
			h = append(h, ',')
		}
		h = appendText(append(appendText(h, key), ':'), texts[key])
	}
	return append(h, '}')
}
