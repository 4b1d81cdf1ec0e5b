package weightfile

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"stridelab/nn"
)

// nets have every kind of layer, before and after each other.
func nets(t testing.TB) []nn.Spec {
	t.Helper()
	list := []nn.Spec{nn.LeNet(), nn.LeNet5(), nn.GAPNet()}
	for _, text := range []string{
		"6 dense4+tanh drop0.5 dense2",
		"8x8x3 conv2f3psamed2+relu avg2 flatten dense5+sigmoid dense2",
		"9x7x2 max3s1p1+relu conv3f2+tanh conv4f1 gap dense3",
		"4x4x1 conv3f4",
	} {
		s, err := nn.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// fileOf is a net whose weights all differ. They are exact in half precision where half is true.
func fileOf(t testing.TB, net nn.Spec, half bool) File {
	t.Helper()
	m, err := nn.New(net, 1)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(nn.Xavier, 7)
	f := File{Net: net.Normal(), Params: slices.Clone(m.Params()), Half: half}
	for i := range f.Params {
		f.Params[i] += float32(i+1) / 4096
		if half {
			f.Params[i] = fromHalf(toHalf(f.Params[i]))
		}
	}
	f.About = About{Dataset: "digits-grey", Seed: math.MaxUint64, Steps: 940, Seen: 60000, Tested: 1000, Accuracy: 0.985, MNISTTested: 6000, MNIST: 0.9425}
	return f
}

func TestFileSurvivesBeingWritten(t *testing.T) {
	for _, net := range nets(t) {
		for _, half := range []bool{false, true} {
			f := fileOf(t, net, half)
			b := f.Bytes()
			if !bytes.Equal(b, f.Bytes()) {
				t.Errorf("%v: written twice, two files", net)
			}
			for name, read := range map[string]func() (File, error){
				"Read":    func() (File, error) { return Read(b) },
				"ReadFor": func() (File, error) { return ReadFor(net, b) },
			} {
				got, err := read()
				if err != nil {
					t.Errorf("%s of %v: %v", name, net, err)
				} else if !reflect.DeepEqual(got, f) {
					t.Errorf("%s of %v: got %+v", name, net, got.About)
				}
			}
		}
	}
}

func TestWhatIsNotKnownStaysUnknown(t *testing.T) {
	f := fileOf(t, nets(t)[3], false)
	f.About = About{Accuracy: -1, MNIST: -1}
	got, err := Read(f.Bytes())
	if err != nil || got.About != f.About {
		t.Errorf("got %+v, %v; want %+v", got.About, err, f.About)
	}
}

// The tensors are those of nn.Model, in its order, with PyTorch's shapes.
func TestLayoutIsTheModels(t *testing.T) {
	for _, net := range nets(t) {
		m, err := nn.New(net, 1)
		if err != nil {
			t.Fatal(err)
		}
		list, total, err := layout(net)
		if err != nil || total != len(m.Params()) || len(list) != len(m.ParamList()) {
			t.Fatalf("%v: %d numbers in %d tensors, %v; the model has %d in %d", net, total, len(list), err, len(m.Params()), len(m.ParamList()))
		}
		for i, p := range m.ParamList() {
			at := &m.Params()[list[i].at]
			if !slices.Equal(list[i].shape, p.Shape) || list[i].n != len(p.Data) || at != &p.Data[0] {
				t.Errorf("%v: %s is %+v, the model's is %v", net, p.Name, list[i], p.Shape)
			}
		}
	}
}

func TestNamesAreTheStateDicts(t *testing.T) {
	// nn.Sequential numbers its modules:
	// Conv2d ReLU MaxPool2d Conv2d ReLU MaxPool2d Flatten Linear ReLU Linear ReLU Linear
	want := []string{"0.weight", "0.bias", "3.weight", "3.bias", "7.weight", "7.bias", "9.weight", "9.bias", "11.weight", "11.bias"}
	if got := Names(nn.LeNet()); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	broken := nn.LeNet()
	broken.Layers = slices.Clone(broken.Layers)
	broken.Layers[0].F = 99
	if got := Names(broken); len(got) != 0 {
		t.Errorf("a net that does not fit has %v", got)
	}
}

// Every number that a half holds comes back. A number between two halves goes to the nearer one,
// ties to the even one.
func TestHalfRoundsToTheNearest(t *testing.T) {
	for h := range 1 << 16 {
		v := fromHalf(uint16(h))
		if v != v {
			continue
		}
		if got := toHalf(v); got != uint16(h) {
			t.Fatalf("%#04x is %v and comes back as %#04x", h, v, got)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		v := math.Float32frombits(r.Uint32())
		if v != v || math.Abs(float64(v)) > 65504 {
			continue
		}
		h := toHalf(v)
		off := math.Abs(float64(fromHalf(h)) - float64(v))
		for _, other := range []uint16{h - 1, h + 1} {
			w := float64(fromHalf(other))
			if math.IsNaN(w) || math.IsInf(w, 0) || math.Signbit(w) != math.Signbit(float64(v)) {
				continue
			}
			d := math.Abs(w - float64(v))
			if d < off || d == off && h&1 == 1 {
				t.Fatalf("%v becomes %v, but %v is as near", v, fromHalf(h), w)
			}
		}
	}
	for v, want := range map[float32]uint16{0: 0, 1: 0x3c00, -2: 0xc000, 65504: 0x7bff, 65519: 0x7bff, 65520: 0x7c00, 1e30: 0x7c00, 0x1p-24: 1, 0x1p-25: 0, 0x1.8p-25: 1, 0x1p-14: 0x0400} {
		if got := toHalf(v); got != want {
			t.Errorf("%v: got %#04x, want %#04x", v, got, want)
		}
	}
	if h := toHalf(float32(math.NaN())); h&0x7c00 != 0x7c00 || h&0x3ff == 0 {
		t.Errorf("NaN becomes %#04x", h)
	}
}

// The layout that PyTorch's safetensors reads: the length of the head, the head in JSON, the
// numbers.
func TestFileIsLaidOutAsTheFormatSays(t *testing.T) {
	net, _ := nn.ParseSpec("2 dense2")
	b := File{Net: net, Params: []float32{1, 2, 3, 4, 5, 6}, About: About{MNIST: -1}}.Bytes()
	head := int(binary.LittleEndian.Uint64(b))
	want := `{"__metadata__":{"format":"pt","stridelab.net":"2 dense2"},"0.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"0.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[8,24]}}`
	if got := string(bytes.TrimRight(b[8:8+head], " ")); got != want || head%8 != 0 {
		t.Errorf("the head is\n%s\nwant\n%s", got, want)
	}
	for i, v := range []float32{5, 6, 1, 2, 3, 4} {
		if got := math.Float32frombits(binary.LittleEndian.Uint32(b[8+head+4*i:])); got != v {
			t.Errorf("number %d is %v, want %v", i, got, v)
		}
	}
}
