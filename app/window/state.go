package window

import (
	"slices"

	"stridelab/app/trace"
)

// Tab is the direction the lab walks in.
type Tab uint8

// The tabs.
const (
	Forward Tab = iota
	Backward
)

// State is everything that a lab shows, and that its address holds. States share slices;
// nothing writes to them.
type State struct {
	Preset  string // the preset the numbers started from
	From    Source // where the input's numbers came from since
	Setting trace.Setting
	X, W, B []float32
	G       []float32 // the gradient arriving at the output
	Tab     Tab
	Done    int // windows walked, 0 to Steps
	Ask     bool
	Channel int // the first channel a compact stage shows large
	Unit    Unit
}

// Source is where an input comes from. With it the address does not have to hold thousands of
// numbers.
type Source struct {
	Kind SourceKind
	Seed uint64 // of Random; the number of the digit
}

// SourceKind is a way of filling the input.
type SourceKind uint8

// The ways. FromPreset is the preset's own numbers, fitted to the setting.
const (
	FromPreset SourceKind = iota
	FromZeros
	FromRandom
	FromDigit
)

// Default is the state in which the lab of a kind opens.
func Default(k trace.Kind) State { return Open(trace.OpeningPreset(k)) }

// Open is the state that a preset opens with.
func Open(p trace.Preset) State {
	v := p.Values()
	s := State{Preset: p.ID, Setting: p.Setting, X: v.X, W: v.W, B: v.B}
	s.G = ones(p.Setting)
	return s
}

// opened is the state as its preset was opened. A unit of lab 4 is as it came.
func (s State) opened() State {
	if s.Unit.Layer != "" {
		return s
	}
	return Open(s.preset())
}

func ones(s trace.Setting) []float32 {
	g := make([]float32, s.MustCheck().Steps())
	for i := range g {
		g[i] = 1
	}
	return g
}

// preset is the preset that the state started from. A State always names one.
func (s State) preset() trace.Preset {
	p, ok := trace.PresetOf(s.Setting.Kind, s.Preset)
	if !ok {
		panic("window: unknown preset")
	}
	return p
}

// base is the state before any cell was edited, with the numbers of its preset, source and
// setting.
func (s State) base() State {
	p := s.preset()
	v := p.Values()
	s.X = s.From.input(p, v.X, s.Setting)
	s.W, s.B = nil, nil
	if s.Setting.Kind == trace.Conv {
		s.W = fitKernels(v.W, p.Setting, s.Setting)
		s.B = fitBiases(v.B, s.Setting.Filters)
	}
	s.G = ones(s.Setting)
	return s
}

func (f Source) input(p trace.Preset, x []float32, to trace.Setting) []float32 {
	switch f.Kind {
	case FromZeros:
		return make([]float32, to.C*to.N*to.N)
	case FromRandom:
		return trace.RandomInput(f.Seed, to.C*to.N*to.N)
	case FromDigit:
		return trace.Digit(int(f.Seed), to.N, to.C)
	}
	return fitInput(x, p.Setting, to)
}

// Resize is the state under another setting, which must be possible. Numbers that have a place
// there stay. New cells repeat the cells beside them.
func (s State) Resize(to trace.Setting) State {
	from := s.Setting
	s.X = fitInput(s.X, from, to)
	if to.Kind == trace.Conv {
		s.W = fitKernels(s.W, from, to)
		s.B = fitBiases(s.B, to.Filters)
	}
	s.Setting = to
	s.G = ones(to)
	g := to.MustCheck()
	s.Done = 0
	s.Channel = min(s.Channel, g.C-1)
	return s
}

// Fill is the state with its input from another source.
func (s State) Fill(f Source) State {
	s.From = f
	s.X = s.base().X
	return s
}

// fitInput crops or extends [C, N, N]. Rows and columns past the edge repeat the last one,
// channels start over.
func fitInput(x []float32, from, to trace.Setting) []float32 {
	if from.N == to.N && from.C == to.C {
		return slices.Clone(x)
	}
	out := make([]float32, to.C*to.N*to.N)
	for ch := range to.C {
		for r := range to.N {
			for c := range to.N {
				out[(ch*to.N+r)*to.N+c] = x[(ch%from.C*from.N+min(r, from.N-1))*from.N+min(c, from.N-1)]
			}
		}
	}
	return out
}

// fitKernels stretches kernels to another edge and repeats them over channels. It makes more
// filters by turning those there are by a right angle: a horizontal edge follows a vertical
// one.
func fitKernels(w []float32, from, to trace.Setting) []float32 {
	if from.F == to.F && from.C == to.C && from.Filters == to.Filters {
		return slices.Clone(w)
	}
	out := make([]float32, to.Filters*to.C*to.F*to.F)
	near := func(i int) int {
		if to.F == 1 {
			return from.F / 2
		}
		if 2*i > to.F-1 { // rounded outwards on both sides, so that symmetry stays
			return from.F - 1 - (to.F-1-i)*(from.F-1)/(to.F-1)
		}
		return i * (from.F - 1) / (to.F - 1)
	}
	for k := range to.Filters {
		turns := k / from.Filters % 4
		for ch := range to.C {
			for r := range to.F {
				for c := range to.F {
					a, b := near(r), near(c)
					for range turns {
						a, b = b, from.F-1-a
					}
					out[((k*to.C+ch)*to.F+r)*to.F+c] = w[((k%from.Filters*from.C+ch%from.C)*from.F+a)*from.F+b]
				}
			}
		}
	}
	return out
}

func fitBiases(b []float32, n int) []float32 {
	out := make([]float32, n)
	copy(out, b)
	return out
}

// Equal reports whether two states show the same.
func (s State) Equal(t State) bool {
	return s.sameNumbers(t) && s.Done == t.Done && s.Ask == t.Ask && s.Channel == t.Channel
}

// sameNumbers reports whether two states differ at most in how far they are walked.
func (s State) sameNumbers(t State) bool {
	return s.Preset == t.Preset && s.From == t.From && s.Setting == t.Setting && s.Tab == t.Tab && s.Unit == t.Unit &&
		slices.Equal(s.X, t.X) && slices.Equal(s.W, t.W) && slices.Equal(s.B, t.B) && slices.Equal(s.G, t.G)
}

// walk computes the state's numbers; its setting is possible by construction.
func (s State) walk() *trace.Walk {
	w, err := trace.New(s.Setting, trace.Values{X: s.X, W: s.W, B: s.B, G: s.G})
	if err != nil {
		panic(err)
	}
	return w
}
