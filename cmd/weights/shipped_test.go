package main

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

const shippedFolder = "../../web/weights"

// shipped reads a file as the site serves it, and returns its size in bytes.
func shipped(t *testing.T, name string) (weightfile.File, int) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(shippedFolder, name+".safetensors"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := weightfile.Read(b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f, len(b)
}

// The files are those of the recipes, are small enough for a page to fetch, and classify as
// many held-out digits correctly as they say.
func TestShippedWeightsAreWhatTheySay(t *testing.T) {
	total := 0
	for _, r := range recipes() {
		f, size := shipped(t, r.name)
		total += size
		net, err := nn.ParseSpec(r.net)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Net.Equal(net) || f.Half != r.half || f.About.Dataset != r.dataset.String() || f.About.Seed != seed || f.About.Seen != r.epochs*6000 {
			t.Errorf("%s was made by another recipe: %v, %+v; run make weights", r.name, f.Net, f.About)
		}
		got, n, err := score(f, digits(r.dataset))
		if err != nil {
			t.Fatal(err)
		}
		// On another machine the last bits of a sum may differ, and with them the class of a digit.
		if n != f.About.Tested || math.Abs(got-f.About.Accuracy) > 0.003 {
			t.Errorf("%s tells %.4f of %d held-out digits, but says %.4f of %d", r.name, got, n, f.About.Accuracy, f.About.Tested)
		}
		if f.About.MNISTTested < 6000 || f.About.MNIST < 0.9 {
			t.Errorf("%s says %.4f of %d digits of MNIST; run go run ./cmd/weights -score", r.name, f.About.MNIST, f.About.MNISTTested)
		}
		if f.About.Accuracy < 0.97 {
			t.Errorf("%s tells only %.4f of the digits", r.name, f.About.Accuracy)
		}
	}
	if total >= 600_000 {
		t.Errorf("the files have %d bytes together, want less than 600,000", total)
	}
}

// reachMost is how far a digit is moved at most, in pixels: half the image.
const reachMost = 16

// reach returns how far a digit can be moved, in pixels, before the network classifies it
// otherwise than unmoved: the mean of eight directions. A diagonal step is a pixel both ways.
func reach(m *nn.Model, in nn.Shape, x []float32) float64 {
	moved := make([]float32, len(x))
	ask := func(x []float32) int {
		return largest(m.Forward(nn.Tensor{Shape: [4]int{1, in.C, in.H, in.W}, Data: x}, false).Data)
	}
	first, steps := ask(x), 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			for k := 1; k <= reachMost && (dx != 0 || dy != 0); k++ {
				data.Shift(moved, x, in.C, in.H, in.W, k*dx, k*dy)
				if ask(moved) != first {
					break
				}
				steps++
			}
		}
	}
	return float64(steps) / 8
}

// The page /invariance says: on at least nine of ten digits the convolutional network keeps
// its class strictly further than the dense one.
func TestConvNetKeepsItsClassFurtherThanTheDenseNet(t *testing.T) {
	const samples = 200
	nets := map[string]*nn.Model{}
	var in nn.Shape
	for _, name := range []string{"conv", "dense"} {
		f, _ := shipped(t, name)
		m, err := modelOf(f, 1)
		if err != nil {
			t.Fatal(err)
		}
		nets[name], in = m, f.Net.In
	}
	source, x := data.NewDigits(seed, false), make([]float32, in.Size())
	further, ties := 0, 0
	var conv, dense float64
	for i := range samples {
		source.TestSample(i, x)
		c, d := reach(nets["conv"], in, x), reach(nets["dense"], in, x)
		conv, dense = conv+c, dense+d
		switch {
		case c > d:
			further++
		case c == d:
			ties++
		}
	}
	t.Logf("%d of %d digits keep their class further in the convolutional net (%d as far); on the mean %.1f pixels against %.1f",
		further, samples, ties, conv/samples, dense/samples)
	if further < samples*9/10 {
		t.Errorf("further on %d of %d digits, want at least 90 %%", further, samples)
	}
}

// Both classify a digit in the middle equally well. So the shift alone separates them.
func TestShiftedDigitsAreToldByTheConvNetAlone(t *testing.T) {
	for _, c := range []struct {
		name     string
		shift    int
		lo, most float64
	}{{"conv", 0, 0.97, 1}, {"conv", 6, 0.9, 1}, {"dense", 0, 0.95, 1}, {"dense", 6, 0, 0.5}} {
		f, _ := shipped(t, c.name)
		m, err := modelOf(f, 1)
		if err != nil {
			t.Fatal(err)
		}
		in := f.Net.In
		source, x, moved := data.NewDigits(seed, false), make([]float32, in.Size()), make([]float32, in.Size())
		right := 0
		for i := range 100 {
			label := source.TestSample(i, x)
			for _, by := range []int{-c.shift, c.shift} {
				data.Shift(moved, x, in.C, in.H, in.W, by, 0)
				if largest(m.Forward(nn.Tensor{Shape: [4]int{1, in.C, in.H, in.W}, Data: moved}, false).Data) == label {
					right++
				}
			}
		}
		if got := float64(right) / 200; got < c.lo || got > c.most {
			t.Errorf("%s, moved %d pixels sideways: %.3f right, want %.2f to %.2f", c.name, c.shift, got, c.lo, c.most)
		}
	}
}

// The same seed gives the same bytes.
func TestMakingIsRepeatable(t *testing.T) {
	r := recipe{"tiny", "32x32x1 max4 dense10", recipes()[0].dataset, 1, 0.01, true}
	var made [2]string
	for i := range made {
		f, err := r.file(nil)
		if err != nil {
			t.Fatal(err)
		}
		if f.About.Tested != 1000 || f.About.Seen != 6000 || f.About.MNIST >= 0 {
			t.Errorf("the file says %+v", f.About)
		}
		made[i] = string(f.Bytes())
	}
	if made[0] != made[1] {
		t.Error("two runs of one seed made different files")
	}
}

// To score anew changes the scores in a file and nothing else.
func TestScoringLeavesTheWeightsAlone(t *testing.T) {
	r := recipes()[0]
	f, _ := shipped(t, r.name)
	old := f
	old.About.Accuracy, old.About.Tested = 0.5, 1
	path := filepath.Join(t.TempDir(), r.name+".safetensors")
	if err := os.WriteFile(path, old.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := r.write(filepath.Dir(path), "", true); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != string(f.Bytes()) {
		t.Errorf("the file is another one than before")
	}
}
