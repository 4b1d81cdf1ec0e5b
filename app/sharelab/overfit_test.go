package sharelab

import (
	"math"
	"testing"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// few is a source with only the first n training digits of another source.
type few struct {
	data.Source
	n int
}

func (f few) Info() data.Info {
	info := f.Source.Info()
	info.Train = f.n
	return info
}

func (f few) TrainSample(i int, dst []float32) int { return f.Source.TrainSample(i%f.n, dst) }

// learned trains a network on n digits, and counts the digits that it then reads correctly.
func learned(t *testing.T, net string, n, epochs int) (s scored, params int) {
	t.Helper()
	spec, err := nn.ParseSpec(net)
	if err != nil {
		t.Fatal(err)
	}
	adam := nn.DefaultOptimizer(nn.Adam)
	adam.LearningRate = overfitRate
	source := few{data.NewDigits(overfitSeed, false), n}
	run, err := train.NewSession(train.Config{Net: spec, Dataset: train.DigitsGrey, Init: nn.He, Optimizer: adam,
		Batch: overfitBatch, Epochs: epochs, Seed: overfitSeed}, source)
	if err != nil {
		t.Fatal(err)
	}
	for range epochs {
		run.RunEpoch()
		for run.Running() {
			run.Advance(func() bool { return true })
		}
	}
	if run.Err() != nil {
		t.Fatal(run.Err())
	}
	w := run.Weights().Params
	m, err := nn.New(spec, 1)
	if err != nil {
		t.Fatal(err)
	}
	copy(m.Params(), w)
	x := make([]float32, spec.In.Size())
	right := func(k int, sample func(int, []float32) int) (right int) {
		for i := range k {
			label, best := sample(i, x), 0
			out := m.Forward(nn.Tensor{Shape: [4]int{1, 1, spec.In.H, spec.In.W}, Data: x}, false).Data
			for j := range out {
				if out[j] > out[best] {
					best = j
				}
			}
			if best == label {
				right++
			}
		}
		return right
	}
	return scored{right(n, source.TrainSample), right(overfitOthers, source.TestSample)}, len(w)
}

// The page shows what the networks read. Its first row is measured here. On another machine the
// sums may differ in their last bits, and then some digits are read differently.
func TestOverfittingIsWhatIsShown(t *testing.T) {
	want := overfits()[0]
	for _, c := range []struct {
		net    string
		params int
		want   scored
	}{{fewParamsNet, fewParams, want.conv}, {manyParamsNet, manyParams, want.dense}} {
		got, params := learned(t, c.net, want.digits, want.epochs)
		t.Logf("%s, trained on %d digits: %+v", c.net, want.digits, got)
		if params != c.params {
			t.Errorf("%s has %d parameters, the page says %d", c.net, params, c.params)
		}
		if got.trained != c.want.trained || math.Abs(float64(got.others-c.want.others)) > 40 {
			t.Errorf("%s, trained on %d digits, reads %+v; the page says %+v", c.net, want.digits, got, c.want)
		}
	}
	for _, o := range overfits() {
		if o.conv.trained != o.digits || o.dense.trained != o.digits {
			t.Errorf("%+v: the page says that both read all of the digits they were trained on", o)
		}
		if o.conv.others <= o.dense.others {
			t.Errorf("%+v: the page says that the network with fewer parameters reads more new digits", o)
		}
	}
}
