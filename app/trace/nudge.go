package trace

import "math"

// Target is the kind of number that a nudge changes.
type Target uint8

// The targets: an element of X, W or B.
const (
	NudgeInput Target = iota
	NudgeWeight
	NudgeBias
)

// Pooling is one of the two poolings.
type Pooling uint8

// The poolings.
const (
	MaxPooling Pooling = iota
	AvgPooling
)

// Nudge is the check of one gradient by finite differences: one number is changed by +H and −H, and
// the loss L = Σ G·output is computed each time.
type Nudge struct {
	Target   Target
	Index    int // into X, W or B
	H        float64
	Value    float64 // of the number
	Down     float64 // L at Value − H
	Loss     float64 // L at Value
	Up       float64 // L at Value + H
	Slope    float64 // (Up − Down)/2H
	Below    float64 // (Loss − Down)/H, the slope on the left
	Above    float64 // (Up − Loss)/H, the slope on the right
	Gradient float64 // from backpropagation
	// Kink is set where the two slopes differ, because in max pooling the cell ties with another.
	// Any value between the slopes is a valid gradient. Backpropagation gives the gradient to the
	// first of the ties.
	Kink   bool
	Agrees bool // the gradient agrees with the slopes
}

// nudgeBy is a power of two, so that a multiple of 1/8 can be changed without rounding.
const nudgeBy = 1.0 / 64

// Nudge checks the gradient of one number. A pooling has NudgeInput only, and p is the pooling; a
// convolution ignores p. It panics where index is out of range.
func (w *Walk) Nudge(t Target, index int, p Pooling) Nudge {
	n := Nudge{Target: t, Index: index, H: nudgeBy}
	n.Value = float64(w.numbers(t)[index])
	n.Gradient = float64(w.gradients(t, p)[index])
	n.Loss = w.lossAt(t, index, 0, p)
	n.Down, n.Up = w.lossAt(t, index, -n.H, p), w.lossAt(t, index, n.H, p)
	n.Slope = (n.Up - n.Down) / (2 * n.H)
	n.Below, n.Above = (n.Loss-n.Down)/n.H, (n.Up-n.Loss)/n.H
	// The forward pass is float32. Its rounding, divided by H, is the most that the slopes differ
	// without a kink.
	slack := 1e-3 * (1 + math.Abs(n.Gradient) + w.scale(t, index, p))
	n.Kink = math.Abs(n.Above-n.Below) > slack
	lo, hi := min(n.Below, n.Above), max(n.Below, n.Above)
	n.Agrees = n.Gradient >= lo-slack && n.Gradient <= hi+slack
	return n
}

func (w *Walk) numbers(t Target) []float32 {
	return [][]float32{w.X, w.W, w.B}[t]
}

func (w *Walk) gradients(t Target, p Pooling) []float32 {
	if w.Kind == Pool {
		return [][]float32{w.DXMax, w.DXAvg}[p]
	}
	return [][]float32{w.DX, w.DW, w.DB}[t]
}

func (w *Walk) outputs(p Pooling) []float32 {
	if w.Kind == Pool {
		return [][]float32{w.Max, w.Avg}[p]
	}
	return w.Out
}

// lossAt is L with one number changed by h. It adds the differences of the outputs to L, so the
// thousands of outputs that do not change add no rounding.
func (w *Walk) lossAt(t Target, index int, h float64, p Pooling) float64 {
	loss := 0.0
	for i, v := range w.outputs(p) {
		loss += float64(w.G[i]) * float64(v)
	}
	if h == 0 {
		return loss
	}
	v := Values{X: w.X, W: w.W, B: w.B, G: w.G}
	moved := append([]float32(nil), w.numbers(t)...)
	moved[index] += float32(h)
	switch t {
	case NudgeInput:
		v.X = moved
	case NudgeWeight:
		v.W = moved
	case NudgeBias:
		v.B = moved
	}
	other, err := New(w.Setting, v)
	if err != nil {
		panic(err) // the setting is that of a walk
	}
	for i, now := range other.outputs(p) {
		loss += float64(w.G[i]) * (float64(now) - float64(w.outputs(p)[i]))
	}
	return loss
}

// scale is a bound for the effect of the outputs' float32 rounding on a slope.
func (w *Walk) scale(t Target, index int, p Pooling) float64 {
	sum := 0.0
	for i, v := range w.outputs(p) {
		sum += math.Abs(float64(w.G[i]) * float64(v))
	}
	return sum * 1e-3
}
