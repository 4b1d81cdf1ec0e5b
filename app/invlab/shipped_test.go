package invlab

import (
	"os"
	"testing"

	"stridelab/app/weights"
	"stridelab/nn/weightfile"
)

// shippedNets returns the two nets that come with the page, and their files.
func shippedNets(t *testing.T) (conv, dense *Net, files [netKinds]*weights.Trained) {
	t.Helper()
	nets := [netKinds]*Net{}
	for kind := range netKinds {
		name := string(kind.file())
		b, err := os.ReadFile("../../web/weights/" + name + ".safetensors")
		if err != nil {
			t.Fatal(err)
		}
		f, err := weightfile.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		files[kind] = &weights.Trained{File: f, Bytes: len(b)}
		net, ok := NewNet(f.Net, f.Params)
		if !ok {
			t.Fatalf("%s is no net of this page", name)
		}
		nets[kind] = net
	}
	return nets[convNet], nets[denseNet], files
}

// filledStore returns a store that holds the shipped nets, as the server's does.
func filledStore(t *testing.T) *weights.Store {
	t.Helper()
	store := weights.NewStore()
	for kind := range netKinds {
		name := kind.file()
		b, err := os.ReadFile("../../web/weights/" + string(name) + ".safetensors")
		if err != nil {
			t.Fatal(err)
		}
		if err := store.Add(name, b); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// digit draws a digit of the test stream.
func digit(i int) (ink []float32, class int) {
	ink = make([]float32, edge*edge)
	return ink, NewDigits().Draw(i, ink)
}
