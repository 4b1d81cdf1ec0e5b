package viz

// StageSpec is what LayoutStage draws: plain numbers, whose meaning app/trace explains.
type StageSpec struct {
	StageShape
	Pool     bool // a max and an average pooling beside each other, not a convolution
	Backward bool // what comes back, not what goes forward
	Values   StageValues
	Grads    StageGradients // read in Backward only
	Scales   StageScales
	Walk     StageWalk
	Window   StageWindow
	Lit      []int // the outputs that use the input cell the learner looks at
	Channel  int   // the first channel that the loupe of a compact convolution shows
	Limits   StageLimits
	Words    StageWords
	Number   func(v float64, decimals int) string
	Equals   func(v float64) string // writes a result: "= 3.75", "≈ 2.6667" where it is rounded
}

// StageShape is the sizes of the layer, in cells, with the letters of the labs.
type StageShape struct {
	N, C     int  // edge and channels of the input
	F, S, D  int  // edge of the window, stride, dilation
	Pad      int  // rows of padding on each side
	CountPad bool // the average counts the padding
	Edge     int  // edge of each output
	Maps     int  // channels of the output
	Dropped  int  // rows at the end that no window reaches
}

// padded is the edge of the input with its padding.
func (s StageShape) padded() int { return s.N + 2*s.Pad }

// reach is the edge of the input under a window, with the cells that dilation skips.
func (s StageShape) reach() int { return s.D*(s.F-1) + 1 }

// area is the number of cells of one output map.
func (s StageShape) area() int { return s.Edge * s.Edge }

// output is the place of output cell i, in the order of the walk.
func (s StageShape) output(i int) (channel, row, col int) {
	return i / s.area(), i % s.area() / s.Edge, i % s.Edge
}

// StageValues are the numbers that go forward. The input X and the outputs are [channels,
// rows, columns], the weights W are [filters, C, F, F], and B has a bias for each filter. A
// pooling has no weights; its Out holds the maxima, and Avg the averages.
type StageValues struct {
	X, W, B  []float32
	Out, Avg []float32
}

// StageGradients are the numbers that come back, with the shapes of the values they belong
// to: G at the outputs, and the sums so far of the others. In a pooling DX comes back through
// the maximum, and DXAvg through the average.
type StageGradients struct {
	G          []float32
	DX, DW, DB []float64
	DXAvg      []float64
}

// StageScales are the largest absolute values that tints are relative to. Finding them
// means reading every number, which a step of a large window has no time for. LayoutStage
// finds those that are 0.
type StageScales struct{ X, W, Out, G float64 }

// StageWalk is how far the walk over the outputs has come, and what it keeps to itself.
type StageWalk struct {
	Done    int  // output cells written
	Asked   bool // products, sum and result are the question
	Waiting bool // nothing is computed yet: the window only stands there
}

// hidden says that products, sums and the winner are not to be seen yet.
func (w StageWalk) hidden() bool { return w.Asked || w.Waiting }

// StageWindow is the window drawn and what is computed from it.
type StageWindow struct {
	At    int // its output cell, in the order of the walk; −1 for no window
	Terms []StageTerm
	Sums  []float64 // of Terms, one for each channel
	Total float64   // the output, bias included
	Ties  []int     // indices into Terms of the maxima of a pooling; the first is the winner
	Share string    // what stands under the window of a pooling: what its shares are
}

// StageTerm is one product of the window drawn: in Backward g·x, in a pooling the cell's
// share of the average.
type StageTerm struct {
	Channel, KRow, KCol, Row, Col int
	Padding                       bool
	X, W, Product                 float64
}

// StageLimits are the room for a stage, in CSS pixels.
type StageLimits struct {
	Width  float64
	Height float64 // how high a wide stage may become; 0 for what most screens show
	// How high it may be to be seen whole with what stands under it; 0 when not known.
	Whole float64
}

// narrow says that the sheets stand beneath each other, as on a phone.
func (l StageLimits) narrow() bool { return l.Width < stageNarrow }

// height is how high a wide stage may become.
func (l StageLimits) height() float64 {
	if l.Height == 0 {
		return stageHeight
	}
	return l.Height
}

// StageWords are the words on the stage, in the page's language.
type StageWords struct {
	Input, Channel, Kernel, Filter, Products, Window, Output, Max, Average string
	Bias, Gradient, DX, DW, DB, DXMax, DXAvg, GX                           string
}
