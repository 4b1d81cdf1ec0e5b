package trace

import "strings"

// Contribution is one product in the sum of a gradient: the gradient of an output times an input, a
// weight or a share.
type Contribution struct{ G, Factor float64 }

// Contributions lists the products in the gradient of one number over the first done windows, in
// the order of the walk. t and index are those of Nudge; for a pooling t is NudgeInput.
func (w *Walk) Contributions(t Target, index, done int, p Pooling) []Contribution {
	var all []Contribution
	area := w.Edge * w.Edge
	if t == NudgeInput {
		ch, row, col := index/(w.N*w.N), index/w.N%w.N, index%w.N
		for m := range w.Maps {
			if w.Kind == Pool && m != ch {
				continue
			}
			for _, c := range w.Touched(row, col) {
				i := w.Index(m, c.Row, c.Col)
				if i >= done {
					continue
				}
				if factor := w.factor(i, ch, row, col, p); factor != 0 {
					all = append(all, Contribution{float64(w.G[i]), factor})
				}
			}
		}
		return all
	}
	m := index
	if t == NudgeWeight {
		m = index / (w.C * w.F * w.F)
	}
	for i := m * area; i < min((m+1)*area, done); i++ {
		factor := 1.0 // for a bias
		if t == NudgeWeight {
			k := index % (w.F * w.F)
			_, row, col := w.At(i)
			factor, _ = w.x(index/(w.F*w.F)%w.C, w.Corner(row)+k/w.F*w.D, w.Corner(col)+k%w.F*w.D)
		}
		all = append(all, Contribution{float64(w.G[i]), factor})
	}
	return all
}

// factor is the factor of window i's gradient in the gradient of an input cell in the window.
func (w *Walk) factor(i, ch, row, col int, p Pooling) float64 {
	m, o, q := w.At(i)
	if w.Kind == Conv {
		kr, kc := (row-w.Corner(o))/w.D, (col-w.Corner(q))/w.D
		return float64(w.W[((m*w.C+ch)*w.F+kr)*w.F+kc])
	}
	s := w.PoolStep(i)
	if p == AvgPooling {
		return 1 / float64(s.Divisor)
	}
	if win := s.Terms[s.Winner]; win.Row == row && win.Col == col {
		return 1
	}
	return 0
}

// ArithmeticGradient writes a gradient as a sum: "name = 1×10 + 1×0 = 10". Of more than eight
// products it leaves out the middle.
func (w *Walk) ArithmeticGradient(name string, all []Contribution) string {
	const most = 8
	sum, rounded := 0.0, false
	parts := []string{}
	for i, c := range all {
		sum += c.G * c.Factor
		rounded = rounded || anyRounded(c.G, c.Factor)
		switch {
		case i < most-1 || i == len(all)-1:
			parts = append(parts, signed(c.G)+"×"+signed(c.Factor))
		case i == most-1:
			parts = append(parts, "…")
		}
	}
	if len(parts) == 0 {
		return name + " = 0"
	}
	return name + " = " + strings.Join(parts, " + ") + " " + equation(sum, rounded)
}
