package netlab

import (
	"slices"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/trainlab"
	"stridelab/app/window"
	"stridelab/data"
	"stridelab/nn"
)

// What the labs of package window can show.
const (
	maxWindowChannels = 8
	plainPlane        = 100 // the most cells of a channel that an address holds whole
	around            = 12  // about the edge of the part that it holds of a larger one
)

// opening is the way from a unit to its arithmetic on /conv or /pool: the page, and the query that
// holds the unit's own numbers. If there is none, Path is "" and Why is the reason. Note tells what
// is shown differently there, if anything.
type opening struct {
	Path, Query string
	Why, Note   lang.Text
}

// open returns the way to the arithmetic of a unit of a row.
func (r *run) open(row int, u Unit) opening {
	if row == 0 {
		return opening{Why: text.WhyInput}
	}
	kind := kindRow(r.spec.Layers[row-1].Kind)
	if kind.Open == nil {
		return opening{Why: *kind.Why}
	}
	return kind.Open(r, row, u)
}

// openPool returns the way to the pooling windows around the unit.
func (r *run) openPool(row int, u Unit) opening {
	s, ok := r.poolState(row, u)
	if !ok {
		return opening{Why: text.WhyPool}
	}
	return r.openingOf(s, row, u)
}

// openGlobalPool returns the way to global pooling as one window over the whole map.
func (r *run) openGlobalPool(row int, u Unit) opening {
	in := r.rows[row-1].Shape
	if in.H != in.W || in.H > 16 {
		return opening{Why: text.WhyPool}
	}
	s := poolOf(plane(r.values(row-1), in, u.C), trace.Setting{N: in.H, F: in.H, S: 1})
	s.Done = 1
	return r.openingOf(s, row, u)
}

// openingOf returns the way to a state of /pool, or why /pool cannot show it.
func (r *run) openingOf(s window.State, row int, u Unit) opening {
	if _, err := s.Setting.Check(); err != nil {
		return opening{Why: text.WhyPool}
	}
	if s.Unit.Layer == "" { // poolState shows the whole channel
		s.Unit = r.unit(row, u)
	}
	o := opening{Path: "/pool", Query: s.Query()}
	if r.spec.Layers[row-1].Act != nn.Identity {
		o.Note = text.NoteAct.Fill(2)
	}
	return o
}

// openConv returns the way to one filter at the unit. The first layer's filter is shown on the
// whole digit, which the address only has to name. A later layer's filter is shown on the cells
// under its window.
func (r *run) openConv(row int, u Unit) opening {
	l, in := r.spec.Layers[row-1], r.rows[row-1].Shape
	g := l.Geometry()
	if g.F > 7 {
		return opening{Why: text.WhyWindow}
	}
	sum, _ := r.sum(row, u)
	o := opening{Path: "/conv"}
	if l.Act != nn.Identity {
		o.Note = text.NoteAct.Fill(1)
	}
	if row == 1 && in.H == in.W && in.C <= maxWindowChannels {
		set := trace.Setting{Kind: trace.Conv, N: in.H, C: in.C, F: g.F, S: g.S, P: g.P, D: g.D, Filters: 1}
		if geo, err := set.Check(); err == nil {
			s := window.State{Preset: "conv1", Setting: set, From: window.Source{Kind: window.FromDigit, Seed: uint64(r.sample)},
				X: r.input, W: sum.W, B: []float32{sum.Bias}, G: ones(geo.Steps()), Done: geo.Index(0, u.Y, u.X) + 1, Unit: r.unit(row, u)}
			o.Query = s.Query()
			return o
		}
	}
	c := min(in.C, maxWindowChannels)
	area := c * g.F * g.F
	bias := float64(sum.Bias)
	for i, x := range sum.X[area:] {
		bias += float64(x) * float64(sum.W[area+i])
	}
	if c < in.C {
		o.Note = text.NoteChannels
	}
	s := window.State{Preset: trace.OpeningPreset(trace.Conv).ID,
		Setting: trace.Setting{Kind: trace.Conv, N: g.F, C: c, F: g.F, S: 1, D: 1, Filters: 1},
		X:       sum.X[:area], W: sum.W[:area], B: []float32{float32(bias)}, G: ones(1), Done: 1, Unit: r.unit(row, u)}
	s.Unit.Top, s.Unit.Left, s.Unit.Edge = u.Y*g.S-g.P, u.X*g.S-g.P, g.Extent()
	if _, err := s.Setting.Check(); err != nil || tooLarge(s.X) || tooLarge(s.W) || tooLarge(s.B) {
		return opening{Why: text.WhyWindow}
	}
	o.Query = s.Query()
	return o
}

// poolState returns the state of /pool for the unit's own channel: the whole channel if it is
// small, else the windows around the unit. ok is false if /pool cannot show it.
func (r *run) poolState(row int, u Unit) (window.State, bool) {
	l, in, out := r.spec.Layers[row-1], r.rows[row-1].Shape, r.rows[row].Shape
	g, x := l.Geometry(), plane(r.values(row-1), in, u.C)
	set := trace.Setting{N: in.H, F: g.F, S: g.S, P: g.P, CountPad: l.CountPad}
	if in.H == in.W && (in.H*in.W <= plainPlane || g.P > 0) {
		s := poolOf(x, set)
		geo, err := s.Setting.Check()
		if err != nil || tooLarge(x) {
			return s, false
		}
		s.G, s.Done = ones(geo.Steps()), geo.Index(0, u.Y, u.X)+1
		return s, true
	}
	if g.P > 0 || tooLarge(x) {
		return window.State{}, false
	}
	k := max(1, min((around-g.F)/g.S+1, min(out.H, out.W)))
	if g.S > 8 {
		k = 1
	}
	// Windows y0 to y0+k-1 and x0 to x0+k-1, with the unit's about in the middle.
	y0, x0 := min(max(u.Y-k/2, 0), out.H-k), min(max(u.X-k/2, 0), out.W-k)
	n := (k-1)*g.S + g.F
	set.N = n
	if k == 1 {
		set.S = 1
	}
	cut := make([]float32, 0, n*n)
	for y := range n {
		at := (y0*g.S+y)*in.W + x0*g.S
		cut = append(cut, x[at:at+n]...)
	}
	s := poolOf(cut, set)
	geo, err := s.Setting.Check()
	if err != nil {
		return s, false
	}
	s.G, s.Done = ones(geo.Steps()), geo.Index(0, u.Y-y0, u.X-x0)+1
	s.Unit = r.unit(row, u)
	s.Unit.Top, s.Unit.Left, s.Unit.Edge = y0*g.S, x0*g.S, n
	return s, true
}

// unit returns what the address of package window says about the unit.
func (r *run) unit(row int, u Unit) window.Unit {
	return window.Unit{Layer: r.rows[row].Name, Channel: u.C, Row: u.Y, Col: u.X, Channels: r.rows[row-1].Shape.C}
}

// poolOf returns a state of /pool with one channel x.
func poolOf(x []float32, set trace.Setting) window.State {
	set.Kind, set.C, set.D, set.Filters = trace.Pool, 1, 1, 1
	return window.State{Preset: trace.OpeningPreset(trace.Pool).ID, Setting: set, X: x, G: ones(1)}
}

func plane(x []float32, s nn.Shape, c int) []float32 { return x[c*s.H*s.W : (c+1)*s.H*s.W] }

func ones(n int) []float32 { return slices.Repeat([]float32{1}, n) }

// tooLarge reports whether a number is too large for a cell of /conv and /pool, or is no number.
func tooLarge(x []float32) bool {
	return slices.ContainsFunc(x, func(v float32) bool { return !(v >= -trace.CellLimit && v <= trace.CellLimit) })
}

// handover is the way to the training lab with a network, or why it cannot be trained there.
type handover struct {
	Query string
	Code  string   // the code of the fault, "" if the network can be trained
	Args  []string // the arguments of the fault
	Layer string   // the layer that the fault is about
}

// toTraining returns the way to the training lab with a network that fits.
func toTraining(s nn.Spec, seed uint64) handover {
	t := trainlab.Default()
	known := map[string]trainlab.Net{"lenet": trainlab.NetLeNet, "lenet6": trainlab.NetLeNet6, "lenet5": trainlab.NetLeNet5, "gap": trainlab.NetGAP}
	p, _ := presetOf(s)
	var h handover
	if net, ok := known[p.ID]; ok {
		t = t.WithNet(net)
	} else {
		t = t.WithNet(trainlab.NetCustom)
		t.Custom = s.String()
	}
	if initOf(s) == nn.Xavier {
		t.Init = trainlab.InitXavier
	}
	if s.In.C == 1 {
		t.Dataset = trainlab.DigitsGrey
	}
	t.Seed = seed
	h.Query = t.Link()
	if err := t.Config(data.Info{}).Validate(); err != nil {
		h.Code, h.Layer, h.Args = faultOf(err)
	}
	return h
}
