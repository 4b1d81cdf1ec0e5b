package netlab

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/trainlab"
	"stridelab/app/weights"
	"stridelab/app/window"
	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// shippedLeNet returns the shipped weights of LeNet, as the page gets them.
func shippedLeNet(t *testing.T) *weights.Trained {
	t.Helper()
	b, err := os.ReadFile("../../web/weights/lenet.safetensors")
	if err != nil {
		t.Fatal(err)
	}
	f, err := weightfile.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	return &weights.Trained{File: f}
}

// runs returns networks small enough to be run: the presets, and some with every kind of layer.
func runs(t *testing.T) []*run {
	t.Helper()
	specs := []nn.Spec{}
	for _, p := range presets() {
		specs = append(specs, p.Spec())
	}
	for _, text := range []string{
		"20x28x2 conv9f3p2s2+tanh avg2 flatten dense12+sigmoid drop0.5 dense4",
		"28x28x1 conv4f5psame+relu max3s2p1 conv6f3d2+relu avg3s2p1c gap dense10",
		"16x16x3 max2 conv12f3 conv3f1+tanh gap",
	} {
		s, err := nn.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		specs = append(specs, s)
	}
	var all []*run
	for _, s := range specs {
		if r := start(s, nil, 7, 12); r != nil {
			all = append(all, r)
		}
	}
	if len(all) != len(specs)-2 {
		t.Fatalf("%d of %d networks were run: all but AlexNet and VGG-16 should be", len(all), len(specs))
	}
	return append(all, start(nn.LeNet(), shippedLeNet(t), 0, 12))
}

// The sum that is shown for a unit, computed window by window, is the number that the engine's
// model puts out.
func TestUnitsSumIsTheModelsNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 3))
	for _, r := range runs(t) {
		for row := 1; row < len(r.rows); row++ {
			shape, l := r.rows[row].Shape, r.spec.Layers[row-1]
			for range 20 {
				u := Unit{random.IntN(shape.C), random.IntN(shape.H), random.IntN(shape.W)}
				s, ok := r.sum(row, u)
				if ok != (r.rows[row].Params > 0) {
					t.Fatalf("%s has weights: %v", r.rows[row].Name, ok)
				}
				if !ok {
					continue
				}
				got, want := activated(l.Act, s.Before), float64(r.at(row, u))
				if math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
					t.Errorf("%v\n%s %+v: the sum gives %v, the model %v", r.spec, r.rows[row].Name, u, got, want)
				}
			}
		}
	}
}

// The page that the link of a unit leads to shows, at its current window, the number of the feature
// map (before its activation).
func TestOpenedUnitShowsTheSameNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 4))
	opened, longest := 0, 0
	for _, r := range runs(t) {
		for row := range r.rows {
			shape := r.rows[row].Shape
			for range 12 {
				u := Unit{random.IntN(shape.C), random.IntN(shape.H), random.IntN(shape.W)}
				o := r.open(row, u)
				if o.Path == "" {
					if o.Why == (lang.Text{}) {
						t.Errorf("%s %+v cannot be opened, and nothing says why", r.rows[row].Name, u)
					}
					if row > 0 && r.rows[row].Kind <= nn.GlobalAvgPool && r.spec.In.H == r.spec.In.W {
						t.Errorf("%v\n%s %+v cannot be opened: %s", r.spec, r.rows[row].Name, u, o.Why.In(lang.En))
					}
					continue
				}
				opened, longest = opened+1, max(longest, len(o.Query))
				got := numberThere(t, o, r.spec.Layers[row-1])
				want := float64(r.at(row, u))
				if got = activated(r.spec.Layers[row-1].Act, got); math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
					t.Errorf("%v\n%s %+v: %v there, %v here\n%s?%s", r.spec, r.rows[row].Name, u, got, want, o.Path, o.Query)
				}
			}
		}
	}
	t.Logf("%d units opened; the longest address has %d characters", opened, longest)
	if opened < 200 {
		t.Errorf("only %d units were opened", opened)
	}
}

// numberThere returns the number that /conv or /pool shows at its current window.
func numberThere(t *testing.T, o opening, l nn.Layer) float64 {
	t.Helper()
	kind := trace.Conv
	if o.Path == "/pool" {
		kind = trace.Pool
	}
	s, err := window.ParseQuery(kind, o.Query)
	if err != nil {
		t.Fatalf("%s?%s: %v", o.Path, o.Query, err)
	}
	w, err := trace.New(s.Setting, trace.Values{X: s.X, W: s.W, B: s.B, G: s.G})
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case kind == trace.Conv:
		return w.Step(s.Done - 1).Result
	case l.Kind == nn.MaxPool:
		return w.PoolStep(s.Done - 1).Max
	}
	return w.PoolStep(s.Done - 1).Avg
}

func TestTrainingLabGetsTheNetwork(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for i := range 600 {
		s := randomState(random)
		if all := presets(); i < len(all) {
			s = Open(all[i].Spec())
		}
		h := toTraining(s.Valid, s.Seed)
		got, err := trainlab.ParseQuery(h.Query)
		if err != nil {
			t.Fatalf("%v: the training lab does not read %q: %v", s.Valid, h.Query, err)
		}
		if got.Seed != s.Seed || !got.Spec(0).Equal(s.Valid) {
			t.Errorf("got %v, seed %d; want %v, seed %d", got.Spec(0), got.Seed, s.Valid, s.Seed)
		}
		if err := got.Config(data.Info{}).Validate(); (err == nil) != (h.Code == "") {
			t.Errorf("%v: %v, but the page says %q", s.Valid, err, h.Code)
		}
	}
	mixed, _ := nn.ParseSpec("32x32x3 conv4f5+relu max2 conv6f5+relu avg2 dense10")
	if got, err := trainlab.ParseQuery(toTraining(mixed, 3).Query); err != nil || !got.Spec(0).Equal(mixed) {
		t.Errorf("mixed pooling becomes %v, %v", got.Spec(0), err)
	}
	for _, big := range []nn.Spec{nn.AlexNet(), nn.VGG16()} {
		if toTraining(big, 1).Code == "" {
			t.Errorf("%v would be handed over", big)
		}
	}
}

// Untrained weights are those that the training lab has at step 0.
func TestUntrainedWeightsAreThoseTheTrainingLabBeginsWith(t *testing.T) {
	for _, p := range presets() {
		net, seed := p.Spec(), uint64(11)
		h := toTraining(net, seed)
		if h.Code != "" {
			continue
		}
		s, err := trainlab.ParseQuery(h.Query)
		if err != nil {
			t.Fatal(err)
		}
		cfg := s.Config(data.Info{})
		session, err := train.NewSession(cfg, data.NewDigits(seed, cfg.Dataset == train.DigitsColour))
		if err != nil {
			t.Fatal(err)
		}
		here := start(net, nil, seed, 4)
		if !slices.Equal(here.model.Params(), session.Weights().Params) {
			t.Errorf("%s: other weights than those of the run", p.ID)
		}
	}
}

// The unit with which the lab opens is not 0, with untrained and with trained weights.
func TestDefaultUnitAnswersToTheDigit(t *testing.T) {
	s := Default()
	for name, trained := range map[string]*weights.Trained{"drawn": nil, "shipped": shippedLeNet(t)} {
		if v := start(s.Valid, trained, s.Seed, s.Sample).at(s.Row, s.Unit); v < 0.5 {
			t.Errorf("%s weights: the default unit is %v", name, v)
		}
	}
}

// The shipped network has not been trained on the digits of the page, and reads nearly all of them.
func TestShippedNetReadsTheDigitsOfThePage(t *testing.T) {
	trained := shippedLeNet(t)
	if trained.About.Seed == 1 {
		t.Error("it was trained on the very digits that the page shows")
	}
	source, x := data.NewDigits(1, true), make([]float32, 3*32*32)
	right := 0
	for i := range 100 {
		label := source.TrainSample(i, x)
		if class, sure, ok := start(nn.LeNet(), trained, 0, i).reading(); ok && class == label && sure > 0.1 {
			right++
		}
	}
	if right < 95 {
		t.Errorf("%d of 100 digits are told", right)
	}
}
