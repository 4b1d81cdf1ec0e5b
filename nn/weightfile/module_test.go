package weightfile

import (
	"maps"
	"slices"
	"testing"

	"github.com/nlpodyssey/safetensors"
)

// The package and a module that others use read each other's files. (The page does without the
// module, whose encoding/json would add 15 kB more to what a visitor fetches.)
func TestAnotherReaderFindsTheSameTensors(t *testing.T) {
	for _, net := range nets(t) {
		for _, half := range []bool{false, true} {
			f := fileOf(t, net, half)
			b := f.Bytes()
			theirs, err := safetensors.Deserialize(b)
			if err != nil {
				t.Fatalf("%v: %v", net, err)
			}
			_, meta, err := safetensors.ReadMetadata(b)
			if err != nil || !maps.Equal(meta.Metadata(), f.texts()) {
				t.Errorf("%v: texts %v, %v", net, meta.Metadata(), err)
			}
			o, err := open(b)
			if err != nil {
				t.Fatal(err)
			}
			if theirs.Len() != len(o.names) {
				t.Errorf("%v: %d tensors, we say %d", net, theirs.Len(), len(o.names))
			}
			views := map[string]safetensors.TensorView{}
			for name, in := range o.tensors {
				view, ok := theirs.Tensor(name)
				if !ok || !slices.Equal(view.Shape(), in.shape) || view.DType().String() != in.dtype || string(view.Data()) != string(o.body[in.from:in.to]) {
					t.Errorf("%v: %s is not what another reader finds", net, name)
				}
				views[name] = view
			}
			written, err := safetensors.Serialize(views, f.texts())
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(written)
			if err != nil || !slices.Equal(got.Params, f.Params) || got.About != f.About {
				t.Errorf("%v, written by another: %v", net, err)
			}
		}
	}
}

// What this package accepts, the module accepts too: this package is the stricter reader.
func FuzzReadersAgree(f *testing.F) {
	for _, net := range nets(f)[3:] {
		f.Add(fileOf(f, net, false).Bytes())
	}
	f.Add(made(`{"__metadata__":{"가\u00e9\ud83d\ude00":"\"\\\/\b\f\n\r\t"},"a":{"shape":[0],"data_offsets":[0,0],"dtype":"F64"}}  `, ""))
	f.Fuzz(func(t *testing.T, b []byte) {
		o, err := open(b)
		if err != nil {
			return
		}
		for _, in := range o.tensors {
			if width(in.dtype) == 0 || len(in.shape) == 0 {
				return // the module knows other types, and no numbers without a shape
			}
		}
		_, meta, err := safetensors.ReadMetadata(b)
		if err != nil {
			t.Fatalf("we read what the module refuses: %v", err)
		}
		if len(meta.Tensors()) != len(o.tensors) || !maps.Equal(meta.Metadata(), o.texts) && len(o.texts) > 0 {
			t.Fatalf("%v and %v, %v and %v", meta.Tensors(), o.tensors, meta.Metadata(), o.texts)
		}
		for name, theirs := range meta.Tensors() {
			if ours := o.tensors[name]; !slices.Equal(theirs.Shape, ours.shape) || theirs.DataOffsets != [2]uint64{ours.from, ours.to} {
				t.Fatalf("%q: %v and %v", name, theirs, ours)
			}
		}
	})
}
