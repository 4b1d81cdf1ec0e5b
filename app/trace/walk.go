package trace

// Walk holds the numbers of one lab: the inputs, the outputs and the gradients. X is [C, N, N], W
// is [Filters, C, F, F], B is [Filters]. The outputs are [Maps, Edge, Edge], and so is G, the
// gradient from the next layer.
//
// nn computes the outputs and gradients (engine.go); the steps explain them. A Walk does not change
// after New.
type Walk struct {
	Geometry
	X, W, B, G []float32

	Out      []float32 // Conv: the feature maps
	Max, Avg []float32 // Pool: both results

	DX, DW, DB   []float32 // Conv: gradients of L = Σ G·Out
	DXMax, DXAvg []float32 // Pool: the same under both poolings
}

// Values are the inputs of a Walk, with the shapes that Walk documents. A nil G is a gradient of 1
// everywhere. A pooling has no W and no B.
type Values struct{ X, W, B, G []float32 }

const badValues = "trace: values do not fit the setting"

// New computes the walk of setting s over v. The error is a *Problem where s is not valid. New
// panics where v has a wrong length.
func New(s Setting, v Values) (*Walk, error) {
	g, err := s.Check()
	if err != nil {
		return nil, err
	}
	if v.G == nil {
		v.G = make([]float32, g.Steps())
		for i := range v.G {
			v.G[i] = 1
		}
	}
	weights, biases := 0, 0
	if s.Kind == Conv {
		weights, biases = s.Filters*s.C*s.F*s.F, s.Filters
	}
	if len(v.X) != s.C*s.N*s.N || len(v.W) != weights || len(v.B) != biases || len(v.G) != g.Steps() {
		panic(badValues)
	}
	w := &Walk{Geometry: g, X: v.X, W: v.W, B: v.B, G: v.G}
	if s.Kind == Conv {
		w.convolve()
	} else {
		w.pool()
	}
	return w, nil
}

// Term is one product of a window: input cell times weight. In average pooling the weight is
// the share 1/Divisor.
type Term struct {
	Channel    int
	KRow, KCol int // the cell of the kernel
	Row, Col   int // the cell of the input; in the padding outside 0..N−1
	Padding    bool
	X, W       float64
	Product    float64
}

// x returns the input at a cell, 0 in the padding.
func (w *Walk) x(channel, row, col int) (v float64, padding bool) {
	if row < 0 || col < 0 || row >= w.N || col >= w.N {
		return 0, true
	}
	return float64(w.X[(channel*w.N+row)*w.N+col]), false
}

// Cell is a position in a volume.
type Cell struct{ Channel, Row, Col int }

// Touched lists the output cells of one map whose windows contain input cell (row, col), in the
// order of the walk. The cell may be in the padding.
func (g Geometry) Touched(row, col int) []Cell {
	rows, cols := g.reaching(row), g.reaching(col)
	cells := make([]Cell, 0, len(rows)*len(cols))
	for _, r := range rows {
		for _, c := range cols {
			cells = append(cells, Cell{0, r, c})
		}
	}
	return cells
}

// reaching lists the output rows whose windows contain input row i, or the same for columns.
func (g Geometry) reaching(i int) []int {
	var found []int
	for o := range g.Edge {
		off := i - g.Corner(o)
		if off >= 0 && off < g.Reach && off%g.D == 0 {
			found = append(found, o)
		}
	}
	return found
}

// Unseen reports whether no window contains cell (row, col) of the padded input: it is among the
// dropped rows or columns, or always between the cells of a dilated window.
func (g Geometry) Unseen(row, col int) bool {
	return len(g.reaching(row)) == 0 || len(g.reaching(col)) == 0
}

// IsDropped reports whether (row, col) is in the rows and columns at the end that no window
// reaches.
func (g Geometry) IsDropped(row, col int) bool {
	end := g.N + g.Pad - g.Dropped
	return row >= end || col >= end
}
