package window

import (
	"slices"

	"stridelab/app/trace"
)

// Tab is the direction in which the lab walks.
type Tab uint8

// The tabs.
const (
	Forward Tab = iota
	Backward
)

// State is everything that a lab shows and that its address holds. States share their slices, so
// nothing writes to them.
type State struct {
	Preset  string // the ID of the preset that the numbers started from
	From    Source // what has filled the input since
	Setting trace.Setting
	X, W, B []float32 // input [C, N, N], weights [Filters, C, F, F], biases [Filters]
	G       []float32 // the gradient that arrives at the output, [Maps, Edge, Edge]
	Tab     Tab
	Done    int  // windows walked, 0 to Steps
	Ask     bool // a question about the next window is open
	Channel int  // the first channel that a compact stage shows large, from 0
	Unit    Unit // the unit of lab 4 that the numbers come from, if they do
}

// Source is what filled the input. The address names it instead of holding thousands of numbers.
type Source struct {
	Kind SourceKind
	Seed uint64 // FromRandom: the seed; FromDigit: the number of the digit
}

// SourceKind is a way of filling the input.
type SourceKind uint8

// The ways. FromPreset takes the preset's own numbers, fitted to the setting.
const (
	FromPreset SourceKind = iota
	FromZeros
	FromRandom
	FromDigit
)

// Default is the state with which the lab of a kind opens.
func Default(k trace.Kind) State { return Open(trace.OpeningPreset(k)) }

// Open is the state with which a preset opens.
func Open(p trace.Preset) State {
	v := p.Values()
	s := State{Preset: p.ID, Setting: p.Setting, X: v.X, W: v.W, B: v.B}
	s.G = ones(p.Setting)
	return s
}

// opened returns the state as its preset was opened. A unit of lab 4 is returned as it is: it comes
// from no preset.
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

// preset returns the preset that the state started from. Every State names one; it panics on an
// unknown name.
func (s State) preset() trace.Preset {
	p, ok := trace.PresetOf(s.Setting.Kind, s.Preset)
	if !ok {
		panic("window: unknown preset")
	}
	return p
}

// base returns the state without edits of single cells: its numbers follow from preset, source and
// setting alone.
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

// Resize returns the state under another setting, which must be possible. It keeps the numbers that
// have a place there. New cells repeat the cells beside them.
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

// Fill returns the state with its input filled from f.
func (s State) Fill(f Source) State {
	s.From = f
	s.X = s.base().X
	return s
}

// fitInput crops or extends an input [C, N, N]. New rows and columns repeat the last one; new
// channels repeat the old ones from the first on.
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

// fitKernels stretches kernels [Filters, C, F, F] to another edge and repeats them over new
// channels. It makes new filters by turning the old ones by a right angle: after a vertical edge
// comes a horizontal one.
func fitKernels(w []float32, from, to trace.Setting) []float32 {
	if from.F == to.F && from.C == to.C && from.Filters == to.Filters {
		return slices.Clone(w)
	}
	out := make([]float32, to.Filters*to.C*to.F*to.F)
	near := func(i int) int {
		if to.F == 1 {
			return from.F / 2
		}
		if 2*i > to.F-1 { // rounded outwards on both sides: keeps symmetry
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

// walk computes the state's numbers. It panics if the setting is impossible, which no State's is.
func (s State) walk() *trace.Walk {
	w, err := trace.New(s.Setting, trace.Values{X: s.X, W: s.W, B: s.B, G: s.G})
	if err != nil {
		panic(err)
	}
	return w
}
