package netlab

import (
	"math/rand/v2"
	"testing"

	"stridelab/app/lab"
	"stridelab/nn"
)

// randomLayer returns a layer that mostly fits, and sometimes does not.
func randomLayer(r *rand.Rand) nn.Layer {
	l := newLayer(nn.Kind(r.IntN(len(nn.Kinds()))))
	if l.Kind.Has(nn.FieldOut) {
		l.Out = 1 + r.IntN(40)
	}
	if l.Kind.Has(nn.FieldF) {
		l.F, l.S, l.P = 1+r.IntN(5), r.IntN(3), r.IntN(3)-1
	}
	if l.Kind.Has(nn.FieldD) {
		l.D = 1 + r.IntN(2)
	}
	if l.Kind.TakesActivation() {
		l.Act = nn.Activation(r.IntN(4))
	}
	l.CountPad = l.Kind.Has(nn.FieldCountPad) && r.IntN(2) == 0
	if l.Kind.Has(nn.FieldRate) {
		l.Rate = float64(r.IntN(19)) / 20
	}
	return l
}

// randomState returns a state that a visitor can reach: by presets, edits and selections.
func randomState(r *rand.Rand) State {
	all := presets()
	s := Open(all[r.IntN(len(all))].Spec())
	for range r.IntN(6) {
		n := len(s.Net.Layers)
		switch i := 0; r.IntN(5) {
		case 0:
			i = r.IntN(n + 1)
			s = s.with(insert(s.Net, i, randomLayer(r)), i+1)
		case 1:
			if n > 0 {
				i = r.IntN(n)
				s = s.with(remove(s.Net, i), i)
			}
		case 2:
			if n > 1 {
				i = r.IntN(n - 1)
				s = s.with(swap(s.Net, i, i+1), i+1)
			}
		case 3:
			if n > 0 {
				i = r.IntN(n)
				s = s.with(replace(s.Net, i, converted(s.Net.Layers[i], nn.Kind(r.IntN(len(nn.Kinds()))))), i+1)
			}
		case 4:
			s = s.selected(r.IntN(n + 1))
		}
	}
	shape := s.shape()
	s.Unit = Unit{r.IntN(shape.C), r.IntN(shape.H), r.IntN(shape.W)}
	s.Seed, s.Sample = uint64(r.IntN(3))*r.Uint64N(maxSeed)/2, r.IntN(maxSample+1)
	s.Seed %= maxSeed + 1
	s.From = Source(r.IntN(int(sources)))
	s.Stop = r.IntN(stopCount)
	return s
}

func TestEveryStateSurvivesTheAddress(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	broken := 0
	for range 3000 {
		s := randomState(r)
		if s.Valid.Check() != nil {
			t.Fatalf("the last valid network does not fit: %v", s.Valid)
		}
		if s.broken() != (s.Net.Check() != nil) {
			t.Fatalf("%v: broken is %v, Check says %v", s.Net, s.broken(), s.Net.Check())
		}
		if s.broken() {
			broken++
		}
		back, err := ParseQuery(s.Query())
		if err != nil || !back.Equal(s) {
			t.Fatalf("%q\ngave %+v (%v)\nwant %+v", s.Query(), back, err, s)
		}
		if back.Query() != s.Query() {
			t.Fatalf("the query changed on the way: %q, %q", s.Query(), back.Query())
		}
	}
	if broken < 300 {
		t.Errorf("only %d of 3000 states were broken: the test says little", broken)
	}
}

func TestDefaultStateIsTheEmptyAddress(t *testing.T) {
	if q := Default().Query(); q != "" {
		t.Errorf("got %q", q)
	}
	if s, err := ParseQuery(""); err != nil || !s.Equal(Default()) {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestAddressesThatHoldNoStateAreRefused(t *testing.T) {
	for _, q := range []string{
		"v=2", "net=resnet", "layers=", "layers=32x32x3+convx", "valid=32x32x3+conv8f99+dense10", "row=8", "row=-1", "row=x",
		"unit=1.2", "unit=9.1.1", "unit=0.1.1", "unit=1.29.1", "seed=-1", "seed=4294967296", "sample=10000", "weights=magic", "%zz",
	} {
		if s, err := ParseQuery(q); err == nil {
			t.Errorf("%q was read as %+v", q, s)
		}
	}
	if s, err := ParseQuery("layers=32x32x3+conv8f5%2Brelu+dense10&utm=x"); err != nil || s.broken() || len(s.Net.Layers) != 2 {
		t.Errorf("a bare network and a stranger's key: %+v, %v", s, err)
	}
	if s, err := ParseQuery("layers=32x32x3+conv8f99+dense10"); err != nil || !s.broken() || !s.Valid.Equal(nn.LeNet()) {
		t.Errorf("a broken network without a valid one: %+v, %v", s, err)
	}
}

func TestUndoAndRedoStepThroughEdits(t *testing.T) {
	var h lab.History[State]
	a := Default()
	h.Record(a)
	b := a.with(remove(a.Net, 1), 2)
	h.Record(b)
	c := b.with(remove(b.Net, 1), 1)
	got, ok := h.Undo(c)
	if !ok || !got.Equal(b) {
		t.Errorf("first undo gave %+v", got)
	}
	if got, ok = h.Undo(got); !ok || !got.Equal(a) {
		t.Errorf("second undo gave %+v", got)
	}
	if _, ok = h.Undo(got); ok {
		t.Error("a third undo did something")
	}
	got, _ = h.Redo(got)
	if got, ok = h.Redo(got); !ok || !got.Equal(c) {
		t.Errorf("redo gave %+v", got)
	}
}

func TestEditsLeaveTheOldNetworkAlone(t *testing.T) {
	s := nn.LeNet()
	insert(s, 0, newLayer(nn.Conv))
	remove(s, 2)
	swap(s, 0, 1)
	replace(s, 3, newLayer(nn.Dropout))
	if !s.Equal(nn.LeNet()) {
		t.Errorf("got %v", s)
	}
}

func TestWayBackIsTheStateAndSaysThatItLeadsBack(t *testing.T) {
	other := Default()
	other.Sample = 7
	for _, s := range []State{Default(), other} {
		got, err := ParseQuery(backQuery(s))
		if err != nil || !got.Equal(s) || !leadsBack(backQuery(s)) || leadsBack(s.Query()) {
			t.Errorf("%q: state %+v, %v, leads back %v", backQuery(s), got, err, leadsBack(backQuery(s)))
		}
	}
}
