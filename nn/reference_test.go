package nn

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// testdata/pytorch.json holds what PyTorch 1.13.1 computes in float32 on a CPU;
// testdata/README.md describes it.

type refTensor struct {
	Shape []int
	Data  []float64
}

// tensor fills the shape up with 1s.
func (r refTensor) tensor() Tensor {
	t := Tensor{Shape: [4]int{1, 1, 1, 1}, Data: make([]float32, len(r.Data))}
	copy(t.Shape[:], r.Shape)
	for i, v := range r.Data {
		t.Data[i] = float32(v)
	}
	return t
}

type refCase struct {
	Op                 string
	F, S, P, D         int
	CountPad           bool `json:"count_include_pad"`
	Labels             []int
	Loss               float64
	X, Weight, Bias, Y refTensor
	Probs              refTensor
	DY, DX             refTensor
	DWeight, DBias     refTensor
}

type refRun struct {
	Optimizer string
	Options   struct {
		LR          float64
		Momentum    float64
		Alpha       float64
		Eps         float64
		Betas       []float64
		WeightDecay float64 `json:"weight_decay"`
	}
	Activation, Pool string
	X                refTensor
	Labels           []int
	Init, Final      map[string]refTensor
	Losses           []float64
}

func reference(t *testing.T) (ref struct {
	Ops      []refCase
	Training []refRun
}) {
	t.Helper()
	text, err := os.ReadFile("testdata/pytorch.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &ref); err != nil {
		t.Fatal(err)
	}
	if len(ref.Ops) != 17 || len(ref.Training) != 6 {
		t.Fatalf("got %d operations and %d runs, want 17 and 6", len(ref.Ops), len(ref.Training))
	}
	return ref
}

const refTolerance = 1e-4

func TestOperationsAgreeWithPyTorch(t *testing.T) {
	for i, c := range reference(t).Ops {
		name := c.Op + " case " + string(rune('a'+i))
		g := Geometry{F: c.F, S: c.S, P: c.P, D: max(c.D, 1)}
		x, dy := c.X.tensor(), c.DY.tensor()
		like := func(r refTensor) Tensor {
			return NewTensor(r.tensor().Shape[0], r.tensor().Shape[1], r.tensor().Shape[2], r.tensor().Shape[3])
		}
		y, dx := like(c.Y), like(c.DX)
		switch c.Op {
		case "conv2d", "linear":
			w, b := c.Weight.tensor(), c.Bias.tensor()
			dw, db := like(c.DWeight), make([]float32, len(b.Data))
			if c.Op == "conv2d" {
				ConvForward(y, x, w, b.Data, g)
				ConvBackward(dx, dw, db, dy, x, w, g)
			} else {
				DenseForward(y, x, w, b.Data)
				DenseBackward(dx, dw, db, dy, x, w)
			}
			compare(t, name+" dweight", dw.Data, c.DWeight.Data, refTolerance)
			compare(t, name+" dbias", db, c.DBias.Data, refTolerance)
		case "maxpool":
			winners := make([]int32, y.Size())
			MaxPoolForward(y, winners, x, g)
			MaxPoolBackward(dx, dy, winners)
		case "avgpool":
			AvgPoolForward(y, x, g, c.CountPad)
			AvgPoolBackward(dx, dy, g, c.CountPad)
			if c.F == x.Shape[2] && c.P == 0 {
				compare(t, name+" y", y.Data, c.Y.Data, refTolerance)
				compare(t, name+" dx", dx.Data, c.DX.Data, refTolerance)
				GlobalAvgPoolForward(y, x)
				GlobalAvgPoolBackward(dx, dy)
			}
		case "relu", "tanh", "sigmoid":
			act, ok := parseActivation(c.Op)
			if !ok {
				t.Fatalf("%s: not known", name)
			}
			ActivationForward(act, y.Data, x.Data)
			ActivationBackward(act, dx.Data, dy.Data, y.Data)
		case "softmax_cross_entropy":
			n := x.Shape[0]
			probs := like(c.Probs)
			loss, _ := SoftmaxCrossEntropy(probs, dx, x, c.Labels, 1/float32(n))
			compare(t, name+" loss", []float32{float32(loss / float64(n))}, []float64{c.Loss}, refTolerance)
			compare(t, name+" probs", probs.Data, c.Probs.Data, refTolerance)
			compare(t, name+" dx", dx.Data, c.DX.Data, refTolerance)
			continue
		default:
			t.Errorf("%s: no such operation here", name)
			continue
		}
		compare(t, name+" y", y.Data, c.Y.Data, refTolerance)
		compare(t, name+" dx", dx.Data, c.DX.Data, refTolerance)
	}
}

func TestTrainingRunsAgreeWithPyTorch(t *testing.T) {
	for _, run := range reference(t).Training {
		name := strings.Join([]string{run.Optimizer, run.Activation, run.Pool}, " ")
		spec, err := ParseSpec(strings.NewReplacer("ACT", run.Activation, "POOL", run.Pool).Replace(
			"14x14x1 conv2f5+ACT POOL2 conv4f3+ACT POOL2 dense12+ACT dense4"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		x := run.X.tensor()
		m, err := New(spec, x.Shape[0])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, p := range m.ParamList() {
			want, ok := run.Init[p.Name]
			if !ok || !slices.Equal(p.Shape, want.Shape) {
				t.Fatalf("%s: parameter %s %v: the reference has %v", name, p.Name, p.Shape, want.Shape)
			}
			copy(p.Data, want.tensor().Data)
		}
		o := run.Options
		cfg := OptimizerConfig{LearningRate: o.LR, Momentum: o.Momentum, Alpha: o.Alpha, Epsilon: o.Eps, WeightDecay: o.WeightDecay}
		switch {
		case run.Optimizer == "RMSprop":
			cfg.Kind = RMSProp
		case run.Optimizer == "Adam":
			cfg.Kind, cfg.Beta1, cfg.Beta2 = Adam, o.Betas[0], o.Betas[1]
		case o.Momentum != 0:
			cfg.Kind = Momentum
		}
		opt := NewOptimizer(cfg, len(m.Params()))
		var losses []float32
		for range run.Losses {
			m.ZeroGrads()
			m.Forward(x, true)
			sum, _ := m.Loss(run.Labels, 1/float32(len(run.Labels)))
			losses = append(losses, float32(sum/float64(len(run.Labels))))
			m.Backward()
			opt.Step(m.Params(), m.Grads())
		}
		compare(t, name+" losses", losses, run.Losses, refTolerance)
		for _, p := range m.ParamList() {
			compare(t, name+" final "+p.Name, p.Data, run.Final[p.Name].Data, refTolerance)
		}
	}
}
