package netlab

import (
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// volume is what the readers below compute while they go through a program: the shape and the
// number of parameters, from the program's text and by the frameworks' own rules.
type volume struct{ h, w, c, params int }

var (
	call   = regexp.MustCompile(`^    (?:(?:nn|layers|keras)\.)?(\w+)\((.*)\),(?:  # .*)?$`)
	number = regexp.MustCompile(`\d+`)
)

// arg returns a named argument, or otherwise if it is not written.
func arg(args, name string, otherwise int) int {
	if m := regexp.MustCompile(`\b` + name + `=(\d+)`).FindStringSubmatch(args); m != nil {
		v, _ := strconv.Atoi(m[1])
		return v
	}
	return otherwise
}

// place returns positional argument i.
func place(args string, i int) int {
	v, _ := strconv.Atoi(strings.TrimSpace(strings.Split(args, ",")[i]))
	return v
}

func slid(n, f, s, p, d int) int { return (n+2*p-d*(f-1)-1)/s + 1 }

// readTorch computes the shapes of a PyTorch program. PyTorch's layers name the size of their
// input, which it checks.
func readTorch(t *testing.T, code string) volume {
	t.Helper()
	var v volume
	in := number.FindAllString(regexp.MustCompile(`input: \[N, (.*)\]`).FindStringSubmatch(code)[1], -1)
	dims := []*int{&v.c, &v.h, &v.w}
	v.h, v.w = 1, 1
	for i, text := range in {
		*dims[i], _ = strconv.Atoi(text)
	}
	flat := len(in) == 1
	for _, line := range strings.Split(code, "\n") {
		m := call.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		name, args := m[1], m[2]
		switch name {
		case "Conv2d":
			f, s, d := arg(args, "kernel_size", 0), arg(args, "stride", 1), arg(args, "dilation", 1)
			p := arg(args, "padding", 0)
			if strings.Contains(args, `padding="same"`) {
				p = d * (f - 1) / 2
			}
			if place(args, 0) != v.c || flat {
				t.Fatalf("%s reads %d channels, but gets %+v", line, place(args, 0), v)
			}
			v.params += place(args, 1) * (v.c*f*f + 1)
			v.c, v.h, v.w = place(args, 1), slid(v.h, f, s, p, d), slid(v.w, f, s, p, d)
		case "MaxPool2d", "AvgPool2d":
			f := place(args, 0)
			s, p := arg(args, "stride", f), arg(args, "padding", 0)
			v.h, v.w = slid(v.h, f, s, p, 1), slid(v.w, f, s, p, 1)
		case "AdaptiveAvgPool2d":
			v.h, v.w = 1, 1
		case "Flatten":
			v.c, v.h, v.w, flat = v.c*v.h*v.w, 1, 1, true
		case "Linear":
			if place(args, 0) != v.c || !flat {
				t.Fatalf("%s reads %d numbers, but gets %+v, flat %v", line, place(args, 0), v, flat)
			}
			v.params += place(args, 1) * (v.c + 1)
			v.c = place(args, 1)
		case "Dropout", "ReLU", "Tanh", "Sigmoid":
		default:
			t.Fatalf("an unknown layer: %s", line)
		}
	}
	if !flat {
		t.Fatalf("the program ends in a volume:\n%s", code)
	}
	return v
}

// readKeras computes the shapes of a Keras program. Keras infers sizes from the input.
func readKeras(t *testing.T, code string) volume {
	t.Helper()
	var v volume
	flat, turned := false, false
	for _, line := range strings.Split(code, "\n") {
		m := call.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		name, args := m[1], m[2]
		if turned && name != "Flatten" {
			t.Fatalf("%s reads a volume that is turned round", line)
		}
		same := strings.Contains(args, `padding="same"`)
		size := func(n, f, s, d int) int {
			if same {
				return (n + s - 1) / s
			}
			return slid(n, f, s, 0, d)
		}
		switch name {
		case "Input":
			in := number.FindAllString(args, -1)
			if flat = len(in) == 1; flat {
				in = []string{"1", "1", in[0]}
			}
			v.h, _ = strconv.Atoi(in[0])
			v.w, _ = strconv.Atoi(in[1])
			v.c, _ = strconv.Atoi(in[2])
		case "ZeroPadding2D":
			v.h, v.w = v.h+2*place(args, 0), v.w+2*place(args, 0)
		case "Lambda":
			p, _ := strconv.Atoi(regexp.MustCompile(`\(0, 0\), \((\d+), `).FindStringSubmatch(args)[1])
			v.h, v.w = v.h+2*p, v.w+2*p
		case "Conv2D":
			f, s, d := place(args, 1), arg(args, "strides", 1), arg(args, "dilation_rate", 1)
			v.params += place(args, 0) * (v.c*f*f + 1)
			v.c, v.h, v.w = place(args, 0), size(v.h, f, s, d), size(v.w, f, s, d)
		case "MaxPooling2D", "AveragePooling2D":
			f := place(args, 0)
			s := arg(args, "strides", f)
			v.h, v.w = size(v.h, f, s, 1), size(v.w, f, s, 1)
		case "GlobalAveragePooling2D":
			v.h, v.w = 1, 1
		case "Flatten":
			if !flat && !turned && v.c > 1 && v.h*v.w > 1 {
				t.Fatalf("%s mixes the channels of %+v:\n%s", line, v, code)
			}
			v.c, v.h, v.w, flat, turned = v.c*v.h*v.w, 1, 1, true, false
		case "Dense":
			if !flat {
				t.Fatalf("%s would multiply every place by itself, since it gets %+v", line, v)
			}
			v.params += place(args, 0) * (v.c + 1)
			v.c = place(args, 0)
		case kerasOwnMean:
			f, s, p := place(args, 0), place(args, 1), place(args, 2)
			v.h, v.w = slid(v.h, f, s, p, 1), slid(v.w, f, s, p, 1)
		case "Permute":
			if args != "(3, 1, 2)" {
				t.Fatalf("%s does not put the channels first", line)
			}
			turned = true
		case "Dropout", "Activation":
		default:
			t.Fatalf("an unknown layer: %s", line)
		}
	}
	if !flat {
		t.Fatalf("the program ends in a volume:\n%s", code)
	}
	return v
}

func checkCode(t *testing.T, s nn.Spec) {
	t.Helper()
	rows, err := s.Table()
	if err != nil {
		t.Fatal(err)
	}
	last := rows[len(rows)-1].Shape
	want := volume{1, 1, last.C, int(total(rows))}
	if got := readTorch(t, PyTorch(lang.En, s)); got != want {
		t.Errorf("%v\nPyTorch: got %+v, want %+v\n%s", s, got, want, PyTorch(lang.En, s))
	}
	if got := readKeras(t, Keras(lang.En, s)); got != want {
		t.Errorf("%v\nKeras: got %+v, want %+v\n%s", s, got, want, Keras(lang.En, s))
	}
}

func TestCodeOfEveryPresetBuildsAsManyParameters(t *testing.T) {
	totals := map[string]int64{"lenet": 62_958, "lenet5": 61_706, "alexnet": 61_100_840, "vgg16": 138_357_544}
	for _, p := range presets() {
		checkCode(t, p.Spec())
		rows, _ := p.Spec().Table()
		if want, ok := totals[p.ID]; ok && total(rows) != want {
			t.Errorf("%s: got %d, want %d", p.ID, total(rows), want)
		}
	}
}

func TestCodeOfAnyNetworkBuildsAsManyParameters(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	for range 1000 {
		checkCode(t, randomState(r).Valid)
	}
	for _, text := range []string{
		"3072 dense10+relu drop0.25 dense2", "9x7x2 conv4f3s2p2+tanh max3s1p1 avg3s2p1 avg3s2p1c+sigmoid gap conv3f1",
		"8x8x1 conv2f3psamed2 avg3s1p1 avg3s1p1c max3s1p1 flatten drop0.5 dense2",
	} {
		s, err := nn.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		checkCode(t, s)
	}
}

// Weight files name tensors by the number of their module in the program, so that PyTorch can load
// them into it.
func TestModulesAreNumberedAsInWeightFiles(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		s := randomState(r).Valid
		var want []string
		module := 0
		for _, line := range strings.Split(PyTorch(lang.En, s), "\n") {
			if !strings.HasPrefix(line, "    ") {
				continue
			}
			if m := call.FindStringSubmatch(line); m != nil && (m[1] == "Conv2d" || m[1] == "Linear") {
				want = append(want, strconv.Itoa(module)+".weight", strconv.Itoa(module)+".bias")
			}
			module++
		}
		if got := weightfile.Names(s); !slices.Equal(got, want) {
			t.Fatalf("%v: the file has %v, the program %v", s, got, want)
		}
	}
}

func TestCodeOfTheLecturesNet(t *testing.T) {
	const torch = `from torch import nn

model = nn.Sequential(  # input: [N, 3, 32, 32]
    nn.Conv2d(3, 8, kernel_size=5),  # CONV1 (28,28,8), 608 params
    nn.ReLU(),
    nn.MaxPool2d(2),  # POOL1 (14,14,8)
    nn.Conv2d(8, 16, kernel_size=5),  # CONV2 (10,10,16), 3,216 params
    nn.ReLU(),
    nn.MaxPool2d(2),  # POOL2 (5,5,16)
    nn.Flatten(),
    nn.Linear(400, 120),  # FC3 (120,1), 48,120 params
    nn.ReLU(),
    nn.Linear(120, 84),  # FC4 (84,1), 10,164 params
    nn.ReLU(),
    nn.Linear(84, 10),  # Softmax (10,1), 850 params
)
loss = nn.CrossEntropyLoss()  # takes the logits: softmax is part of the loss
print(sum(p.numel() for p in model.parameters()))  # 62958
`
	if got := PyTorch(lang.En, nn.LeNet()); got != torch {
		t.Errorf("got\n%s\nwant\n%s", got, torch)
	}
	const keras = `    keras.Input(shape=(32, 32, 3)),
    layers.Conv2D(8, 5, activation="relu"),  # CONV1 (28,28,8), 608 params
    layers.MaxPooling2D(2),  # POOL1 (14,14,8)
`
	const unrolled = `    layers.Permute((3, 1, 2)),  # map by map, the order of PyTorch and of this page
    layers.Flatten(),
    layers.Dense(120, activation="relu"),  # FC3 (120,1), 48,120 params
`
	if got := Keras(lang.En, nn.LeNet()); !strings.Contains(got, keras) || !strings.Contains(got, unrolled) {
		t.Errorf("got\n%s\nwithout\n%s", got, keras)
	}
}

// The program computes a mean without padding itself where Keras has no argument for it.
func TestKerasLeavesPaddingOutOfAMean(t *testing.T) {
	for net, want := range map[string]string{
		"8x8x1 avg3s2p1 dense2":  "    average_without_padding(3, 2, 1),  # POOL0 (4,4,1)\n",
		"8x8x1 avg4s1p2 dense2":  "    average_without_padding(4, 1, 2),  # POOL0 (9,9,1)\n",
		"8x8x1 avg3s1p1 dense2":  `    layers.AveragePooling2D(3, strides=1, padding="same"),  # POOL0 (8,8,1)` + "\n",
		"8x8x1 avg3s2p1c dense2": "    layers.ZeroPadding2D(1),\n    layers.AveragePooling2D(3, strides=2),  # POOL0 (4,4,1)\n",
	} {
		spec, err := nn.ParseSpec(net)
		if err != nil {
			t.Fatal(err)
		}
		code := Keras(lang.En, spec)
		if !strings.Contains(code, want) {
			t.Errorf("%s: got\n%s\nwithout\n%s", net, code, want)
		}
		if called, defined := strings.Contains(want, kerasOwnMean), strings.Contains(code, "def "+kerasOwnMean+"("); called != defined {
			t.Errorf("%s: the function is called: %v, written: %v", net, called, defined)
		}
	}
}

// The function in the Keras program, the mean with zeros over the mean of ones, gives the engine's
// mean without padding.
func TestMeanWithoutPaddingIsTheEngines(t *testing.T) {
	g := nn.Geometry{F: 3, S: 2, P: 1, D: 1}
	x := nn.NewTensor(1, 1, 5, 5)
	ones := nn.NewTensor(1, 1, 5, 5)
	for i := range x.Data {
		x.Data[i], ones.Data[i] = float32(i*i%7), 1
	}
	want, mean, share := nn.NewTensor(1, 1, 3, 3), nn.NewTensor(1, 1, 3, 3), nn.NewTensor(1, 1, 3, 3)
	nn.AvgPoolForward(want, x, g, false)
	nn.AvgPoolForward(mean, x, g, true)
	nn.AvgPoolForward(share, ones, g, true)
	for i := range want.Data {
		if got := mean.Data[i] / share.Data[i]; math.Abs(float64(got-want.Data[i])) > 1e-5 {
			t.Errorf("place %d: %v, want %v", i, got, want.Data[i])
		}
	}
}

// Remarks are in the language of the page: on /ko they have no English words but the names of
// layers and of what a program calls.
func TestRemarksInProgramsAreInThePagesLanguage(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	nets := []nn.Spec{nn.LeNet(), nn.LeNet5()}
	for _, text := range []string{"8x8x1 avg3s2p1 dense2", "8x8x2 avg3s2p1c flatten drop0.5 dense2", "8x8x2 conv3f3p2 max3s2p1 gap"} {
		spec, err := nn.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		nets = append(nets, spec)
	}
	for range 100 {
		nets = append(nets, randomState(r).Valid)
	}
	name := regexp.MustCompile(`^(CONV|POOL|GAP|FLAT|FC|DROP)\d+[a-z]?$|^(Softmax[a-z]?|PyTorch|Conv2D|Dense|N|w|T|transpose)$`)
	for _, net := range nets {
		for _, code := range []string{PyTorch(lang.Ko, net), Keras(lang.Ko, net)} {
			for _, line := range strings.Split(code, "\n") {
				_, remark, _ := strings.Cut(line, "# ")
				for _, word := range regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*`).FindAllString(remark, -1) {
					if !name.MatchString(word) {
						t.Fatalf("%q in Korean:\n%s", word, line)
					}
				}
			}
		}
	}
}
