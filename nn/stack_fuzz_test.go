package nn

import (
	"errors"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
)

// bytesReader gives a fuzzer's bytes one by one, then zeros.
type bytesReader struct{ data []byte }

func (r *bytesReader) upTo(n int) int {
	if len(r.data) == 0 {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return int(b) % (n + 1)
}

// stackFromBytes makes a small network from a fuzzer's bytes. Most fit together, some do not.
func stackFromBytes(data []byte) Spec {
	r := &bytesReader{data}
	s := Spec{In: Volume(1+r.upTo(11), 1+r.upTo(11), 1+r.upTo(2))}
	if r.upTo(15) == 15 {
		s.In = Vector(1 + r.upTo(20))
	}
	for i := r.upTo(5); i > 0; i-- {
		l := Layer{Kind: Kind(r.upTo(int(kinds) - 1)), Out: 1 + r.upTo(3), F: 1 + r.upTo(3), S: r.upTo(3), P: r.upTo(3) - 1, D: r.upTo(2)}
		l.CountPad = r.upTo(1) == 1
		l.Rate = float64(r.upTo(7)) / 8
		if l.Kind.TakesActivation() {
			l.Act = Activation(r.upTo(int(activations) - 1))
		}
		if l.Kind == Conv && r.upTo(2) == 2 { // a pair that can be fused
			l.S, l.D, l.Act = 1, 1, ReLU
			s.Layers = append(s.Layers, l)
			l = Layer{Kind: MaxPool, F: 2}
		}
		s.Layers = append(s.Layers, l)
	}
	if r.upTo(7) != 7 {
		s.Layers = append(s.Layers, Layer{Kind: Dense, Out: 2 + r.upTo(2)})
	}
	return s
}

// span is the rows (or columns) of the input, lo up to hi, that a unit depends on.
type span struct{ lo, hi int }

// naiveSpans gives the spans of the output of one layer with a window, along one edge.
func naiveSpans(prev []span, g Geometry) []span {
	var next []span
	for o := range naiveOut(len(prev), g) {
		s := span{1 << 30, -1}
		for k := range g.F {
			if i := o*g.S - g.P + k*g.D; i >= 0 && i < len(prev) {
				s = span{min(s.lo, prev[i].lo), max(s.hi, prev[i].hi)}
			}
		}
		next = append(next, s)
	}
	return next
}

func union(spans []span) []span {
	all := span{1 << 30, -1}
	for _, s := range spans {
		all = span{min(all.lo, s.lo), max(all.hi, s.hi)}
	}
	return []span{all}
}

// checkStack compares Table, New, Forward and the text form of s with the naive form.
func checkStack(t *testing.T, s Spec) {
	t.Helper()
	rows, err := s.Table()
	back, parseErr := ParseSpec(s.String())
	if (err == nil) != (parseErr == nil) || !back.Equal(s) {
		t.Fatalf("%v: comes back from its text as %v (%v)", s, back, parseErr)
	}
	_, newErr := New(s, 2)
	if (err == nil) != (newErr == nil) {
		t.Fatalf("%v: Table says %v, New says %v", s, err, newErr)
	}
	if err != nil {
		checkRefusal(t, s, rows, err)
		return
	}
	checkRows(t, s, rows)
	for _, fusing := range []bool{false, true} {
		m, err := build(s, 2, fusing)
		if err != nil {
			t.Fatal(err)
		}
		checkForward(t, m)
	}
}

// checkForward compares the output of every layer with the naive form, in training and outside.
func checkForward(t *testing.T, m *Model) {
	t.Helper()
	m.Init(Xavier, 7)
	r := newRand(3)
	for i := range m.params {
		m.params[i] += float32(0.1 * r.NormFloat64())
	}
	in := m.rows[0].Shape
	x := randomTensor(r, 2, in.C, in.H, in.W)
	for _, train := range []bool{false, true} {
		m.SeedDropout(5)
		logits := m.Forward(x, train)
		want := naiveForward(m.spec, widen(m.params), widenTensor(x), m.masks(train))
		for i, w := range want {
			got := m.Output(i)
			if got.Shape != w.shape || m.rows[i+1].Size != int64(len(w.data)/2) {
				t.Fatalf("%v: layer %d: got shape %v and size %d, want %v", m.spec, i, got.Shape, m.rows[i+1].Size, w.shape)
			}
			compare(t, m.spec.String()+" layer "+m.rows[i+1].Name, got.Data, w.data, 1e-3)
		}
		compare(t, m.spec.String()+" logits", logits.Data, want[len(want)-1].data, 1e-3)
	}
}

// masks are the dropout masks of the last Forward by layer. There are none outside training.
func (m *Model) masks(train bool) map[int][]float32 {
	masks := map[int][]float32{}
	for i := range m.nodes {
		if n := &m.nodes[i]; n.layer.Kind == Dropout && train {
			masks[i] = n.mask[:len(n.y)]
		}
	}
	return masks
}

// checkRefusal fails unless the layer that was refused does not fit, and all layers before it do.
func checkRefusal(t *testing.T, s Spec, rows []Row, err error) {
	t.Helper()
	var e *StackError
	if !errors.As(err, &e) {
		t.Fatalf("%v: got error %T, want *StackError", s, err)
	}
	if len(s.Layers) == 0 {
		if e.Code != CodeNoLayers {
			t.Fatalf("%v: got %v, want %v", s, e.Code, CodeNoLayers)
		}
		return
	}
	if e.Layer < 0 || e.Layer >= len(s.Layers) || e.Name == "" || len(rows) != e.Layer+1 {
		t.Fatalf("%v: refused layer %d %q after %d rows", s, e.Layer, e.Name, len(rows))
	}
	l, in := s.Layers[e.Layer].normal(), rows[e.Layer].Shape
	last := e.Layer == len(s.Layers)-1
	if fits := naiveFits(l, in, last); fits {
		t.Fatalf("%v: layer %d on %v is refused with %v, but fits", s, e.Layer, in, e)
	}
	for i := range rows[:e.Layer] {
		if !naiveFits(s.Layers[i].normal(), rows[i].Shape, false) {
			t.Fatalf("%v: layer %d does not fit on %v but was let pass", s, i, rows[i].Shape)
		}
	}
}

// naiveFits reports whether a layer that stackFromBytes makes fits on in.
func naiveFits(l Layer, in Shape, last bool) bool {
	if l.P == PadSame && l.Kind.windowed() && max(l.D, 1)*(l.F-1)%2 == 1 {
		return false
	}
	g := l.Geometry()
	out := in
	switch l.Kind {
	case Conv, MaxPool, AvgPool:
		if in.Flat || l.Kind != Conv && 2*g.P > g.F {
			return false
		}
		out.H, out.W = naiveOut(in.H, g), naiveOut(in.W, g)
		if out.H == 0 || out.W == 0 {
			return false
		}
		if l.Kind == Conv {
			out.C = l.Out
		}
	case GlobalAvgPool:
		if in.Flat {
			return false
		}
		out.H, out.W = 1, 1
	case Flatten:
		out = Vector(in.Size())
	case Dense:
		out = Vector(l.Out)
	}
	return !last || out.H == 1 && out.W == 1 && out.C >= 2 && l.Act == Identity
}

// checkRows compares counts and receptive fields with counting one by one.
func checkRows(t *testing.T, s Spec, rows []Row) {
	t.Helper()
	var down, across []span
	for i := range rows[0].Shape.H {
		down = append(down, span{i, i + 1})
	}
	for i := range rows[0].Shape.W {
		across = append(across, span{i, i + 1})
	}
	exact := true // with padding a unit may depend on less than its field
	for i, l := range s.Normal().Layers {
		row, in := rows[i+1], rows[i].Shape
		var params, macs int64
		switch l.Kind {
		case Conv:
			params = int64(len(make([]float32, l.Out*in.C*l.F*l.F)) + l.Out)
			for range row.Shape.Size() {
				macs += int64(in.C * l.F * l.F)
			}
		case Dense:
			params, macs = int64(l.Out*(in.Size()+1)), int64(l.Out*in.Size())
		}
		if row.Params != params || row.MultiplyAdds != macs {
			t.Fatalf("%v: %s: got %d parameters and %d multiply-adds, want %d and %d", s, row.Name, row.Params, row.MultiplyAdds, params, macs)
		}
		switch l.Kind {
		case Conv, MaxPool, AvgPool:
			down, across = naiveSpans(down, l.Geometry()), naiveSpans(across, l.Geometry())
			exact = exact && l.Geometry().P == 0
		case GlobalAvgPool, Flatten, Dense:
			down, across = union(down), union(across)
		}
		for y, d := range down {
			for x, a := range across {
				y0, x0, y1, x1 := row.Field(rows[0].Shape, y, x)
				got, want := [4]int{y0, x0, y1, x1}, [4]int{d.lo, a.lo, d.hi, a.hi}
				empty := d.hi < 0 || a.hi < 0 // a window of padding alone
				inside := y0 <= d.lo && x0 <= a.lo && y1 >= d.hi && x1 >= a.hi
				if exact && got != want || !empty && !inside {
					t.Fatalf("%v: %s unit (%d,%d): got field %v, want %v", s, row.Name, y, x, got, want)
				}
			}
		}
	}
}

func FuzzStack(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{11, 11, 2, 0, 3, 0, 3, 2, 0, 2, 1, 0, 0, 1})
	r := newRand(1)
	for range 24 {
		f.Add(randomBytes(r, 80))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkStack(t, stackFromBytes(data)) })
}

func TestRandomStacksAgreeWithNaiveTwin(t *testing.T) {
	r := newRand(2)
	built := 0
	for range 600 {
		s := stackFromBytes(randomBytes(r, 80))
		if s.Check() == nil {
			built++
		}
		checkStack(t, s)
	}
	if built < 150 {
		t.Errorf("only %d of 600 stacks could be built; the comparison says little", built)
	}
}

// TestGradientsOfRandomStacksAgreeWithFiniteDifferences compares the gradients of Backward with
// the derivatives of the naive loss by every parameter.
func TestGradientsOfRandomStacksAgreeWithFiniteDifferences(t *testing.T) {
	r := newRand(9)
	seen := map[Kind]int{}
	for tried := 0; tried < 60; {
		s := stackFromBytes(randomBytes(r, 80))
		m, err := build(s, 2, tried%2 == 0)
		if err != nil || len(m.Params()) > 300 || len(m.Params()) == 0 {
			continue
		}
		tried++
		for _, l := range s.Layers {
			seen[l.Kind]++
		}
		in := m.rows[0].Shape
		x := randomTensor(r, 2, in.C, in.H, in.W)
		for i := range m.params {
			m.params[i] = float32(0.5 * r.NormFloat64())
		}
		labels := []int{0, m.Classes() - 1}
		m.SeedDropout(uint64(tried))
		m.Forward(x, true)
		m.Loss(labels, 1)
		m.Backward()
		masks := m.masks(true)
		want := fd.Gradient(nil, func(p []float64) float64 {
			outs := naiveForward(s, p, widenTensor(x), masks)
			return naiveLoss(outs[len(outs)-1], labels)
		}, widen(m.params), &fd.Settings{Formula: fd.Central, Step: 1e-6})
		compare(t, s.String()+" gradient", m.Grads(), want, 1e-3)
	}
	for k := range kinds {
		if seen[k] == 0 {
			t.Errorf("no stack had a %v layer", k)
		}
	}
}

func randomBytes(r interface{ Uint32() uint32 }, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}
