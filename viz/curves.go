package viz

// Series is one curve.
type Series struct {
	Name   string
	X, Y   []float64 // same length; X ascending; a NaN in Y breaks the line
	Role   Role      // colour
	Dash   []float64
	Marker MarkerKind // drawn on every point, thinned so that they stay apart
	Faint  bool       // drawn thin and pale, unlabelled at its end: the minibatches behind the smoothed line
	Width  float64    // 0 means 1.75
}

// Curves is a line chart: axes with ticks on 1, 2, 5 and every series named at its end.
type Curves struct {
	W, H           float64 // of the whole picture
	Title          string
	XLabel, YLabel string
	X, Y           Range   // of the axes; a zero Range fits the data
	LogY           bool    // values of 0 and below are left out
	FontSize       float64 // 0 means 12
	Series         []Series
}

// Scene lays the chart out.
func (c Curves) Scene() Scene { return Scene{W: c.W, H: c.H, Title: c.Title} }

// Smooth writes the exponential moving average of y into dst, weight beta on the past,
// corrected for its start as Adam does, so that the first value is y's own. A NaN is
// passed by. It panics if the lengths differ.
func Smooth(dst, y []float64, beta float64) {}
