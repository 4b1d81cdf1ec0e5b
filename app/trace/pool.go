package trace

import "math"

// PoolStep is one window of one channel under both poolings.
type PoolStep struct {
	Index             int
	Channel, Row, Col int // the output cell
	Top, Left         int // the window's corner in the input, negative in the padding
	Terms             []Term

	Winner int   // index into Terms of the maximum, the first one where several tie
	Ties   []int // indices of all terms with that value; the first is Winner
	Max    float64

	Sum float64
	// The number of cells that count: with CountPad all, else those inside the input.
	Divisor int
	Avg     float64 // the number of nn: Sum / Divisor in float32
}

// PoolStep explains window i of a pooling. Padding is never the maximum, and only with CountPad
// does the average count it. It panics where i is out of range.
func (w *Walk) PoolStep(i int) PoolStep {
	ch, row, col := w.At(i)
	s := PoolStep{Index: i, Channel: ch, Row: row, Col: col, Top: w.Corner(row), Left: w.Corner(col), Winner: -1}
	s.Terms = make([]Term, w.F*w.F)
	for k := range s.Terms {
		t := Term{Channel: ch, KRow: k / w.F, KCol: k % w.F}
		t.Row, t.Col = s.Top+t.KRow, s.Left+t.KCol
		t.X, t.Padding = w.x(ch, t.Row, t.Col)
		if !t.Padding {
			switch {
			case s.Winner < 0 || t.X > s.Max:
				s.Winner, s.Max, s.Ties = k, t.X, append(s.Ties[:0], k)
			case t.X == s.Max:
				s.Ties = append(s.Ties, k)
			}
		}
		if !t.Padding || w.CountPad {
			s.Divisor++
		}
		s.Sum += t.X
		s.Terms[k] = t
	}
	s.Avg = float64(w.Avg[i])
	share := 1 / float64(s.Divisor)
	for k := range s.Terms {
		t := &s.Terms[k]
		if !t.Padding || w.CountPad {
			t.W = share
			t.Product = t.X * share
		}
	}
	return s
}

// ShiftCount says how many cells change when the input is shifted, and by how much. A change is the
// mean absolute change divided by the mean absolute value before, 0 where all values were 0.
type ShiftCount struct {
	Max, Avg, Pooled       int // outputs that changed under max and under average, of Pooled
	Pixels, Cells          int // cells of the input that changed, of Cells
	MaxBy, AvgBy, PixelsBy float64
}

// Shifted returns x, [c, n, n], shifted by dr rows and dc columns. Cells that come in repeat the
// cell at the edge, so that a uniform picture does not change.
func Shifted(x []float32, c, n, dr, dc int) []float32 {
	out := make([]float32, len(x))
	for ch := range c {
		for r := range n {
			for q := range n {
				from := min(max(r-dr, 0), n-1)
				left := min(max(q-dc, 0), n-1)
				out[(ch*n+r)*n+q] = x[(ch*n+from)*n+left]
			}
		}
	}
	return out
}

// CountShift shifts the input of a pooling by dr rows and dc columns and counts the changes.
func (w *Walk) CountShift(dr, dc int) ShiftCount {
	moved := Shifted(w.X, w.C, w.N, dr, dc)
	other, err := New(w.Setting, Values{X: moved})
	if err != nil {
		panic(err) // the setting is that of a walk
	}
	return ShiftCount{
		Max: differing(w.Max, other.Max), Avg: differing(w.Avg, other.Avg), Pooled: len(w.Max),
		Pixels: differing(w.X, moved), Cells: len(w.X),
		MaxBy: changedBy(w.Max, other.Max), AvgBy: changedBy(w.Avg, other.Avg), PixelsBy: changedBy(w.X, moved),
	}
}

// changedBy is the mean of |b − a| as a share of the mean of |a|.
func changedBy(a, b []float32) float64 {
	change, size := 0.0, 0.0
	for i := range a {
		change += math.Abs(float64(b[i]) - float64(a[i]))
		size += math.Abs(float64(a[i]))
	}
	if size == 0 {
		return 0
	}
	return change / size
}

func differing(a, b []float32) int {
	n := 0
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
