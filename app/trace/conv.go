package trace

// ChannelSum is the sum of one channel's products in a window.
type ChannelSum struct {
	Channel int
	Terms   []Term // row by row
	Sum     float64
}

// Step is one window of a convolution:
// Result = Σ over channels of (Σ x·w) + Bias.
//
// Products and sums are float64, so the products of two float32 are exact, and the rounding of the
// sums is far below the decimals that are shown. Result is the number of nn: the same sum in
// float32, rounded after each term. Where no rounding happens, Sum + Bias is Result.
type Step struct {
	Index            int
	Filter, Row, Col int // the output cell
	Top, Left        int // the window's corner in the input, negative in the padding
	Channels         []ChannelSum
	Sum              float64 // all channels, before the bias
	Bias             float64
	Result           float64
}

// Step explains window i of a convolution. It panics where i is out of range.
func (w *Walk) Step(i int) Step {
	m, row, col := w.At(i)
	s := Step{Index: i, Filter: m, Row: row, Col: col, Top: w.Corner(row), Left: w.Corner(col), Bias: float64(w.B[m])}
	s.Channels = make([]ChannelSum, w.C)
	area := w.F * w.F
	terms := make([]Term, w.C*area)
	for ch := range w.C {
		cs := ChannelSum{Channel: ch, Terms: terms[ch*area : (ch+1)*area]}
		for k := range area {
			t := Term{Channel: ch, KRow: k / w.F, KCol: k % w.F}
			t.Row, t.Col = s.Top+t.KRow*w.D, s.Left+t.KCol*w.D
			t.X, t.Padding = w.x(ch, t.Row, t.Col)
			t.W = float64(w.W[(m*w.C+ch)*area+k])
			t.Product = t.X * t.W
			cs.Terms[k] = t
			cs.Sum += t.Product
		}
		s.Channels[ch] = cs
		s.Sum += cs.Sum
	}
	s.Result = float64(w.Out[i])
	return s
}
