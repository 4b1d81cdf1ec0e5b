package viz

// ShiftChart shows the accuracy of two nets against shift: their accuracy on a test set when
// all its pictures are moved by the same shift.
type ShiftChart struct {
	W, H           float64
	Title          string
	Size           float64 // of the type, 0 means 12
	XLabel, YLabel string
	Conv, Dense    string    // the nets' names
	Shift          []float64 // pixels, ascending
	ConvY, DenseY  []float64 // percent; NaN where not yet known
	Least, Most    float64   // the ends of the shift axis
	Chance         float64   // the accuracy of guessing, in percent: a dashed line
	Guess          string    // the name of that line
	// The shift on the page now, marked if the axis contains it; NaN for none.
	At float64
}

// Scene draws the chart.
func (c ShiftChart) Scene() Scene {
	size := c.Size
	if size == 0 {
		size = 12
	}
	chart := Curves{W: c.W, H: c.H, Title: c.Title, XLabel: c.XLabel, YLabel: c.YLabel, X: Range{c.Least, c.Most}, Y: Range{0, 100}, FontSize: size,
		Series: []Series{
			{Name: c.Guess, X: []float64{c.Least, c.Most}, Y: []float64{c.Chance, c.Chance}, Role: Muted, Dash: []float64{2, 4}, Width: 1},
			{Name: c.Dense, X: c.Shift, Y: c.DenseY, Role: Series2, Dash: []float64{5, 3}, Marker: Square},
			{Name: c.Conv, X: c.Shift, Y: c.ConvY, Role: Series1, Marker: Dot},
		}}
	sc := chart.Scene()
	if c.At < c.Least || c.At > c.Most || c.At != c.At {
		return sc
	}
	// The same inner rectangle as the chart's own.
	p := chart.plot(size)
	x := crisp(p.point(c.At, 0).X)
	sc.Add(Segment(x, p.top, x, p.bottom, Stroke{Paint: Fill(Accent), Width: 1.5, Dash: []float64{3, 3}}))
	return sc
}
