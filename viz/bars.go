package viz

// Bar is one line of a bar chart.
type Bar struct {
	Name, Label string // to the left of the bar, and at its end
	Value       float64
	Lit         bool // the learner looks at it
}

// Bars is a chart of horizontal bars, on one linear scale that begins at 0.
type Bars struct {
	W        float64 // of the whole picture; its height follows from the bars
	Title    string
	FontSize float64 // 0 means 12
	Role     Role    // of the bars
	Bars     []Bar
}

// widest is the factor by which a bold text in the widest system font may exceed TextWidth.
const widest = 1.2

// Scene draws the chart.
func (b Bars) Scene() Scene {
	size := b.FontSize
	if size == 0 {
		size = 12
	}
	var names, labels, most float64
	for _, x := range b.Bars {
		names, labels, most = max(names, TextWidth(x.Name, size)), max(labels, TextWidth(x.Label, size)), max(most, x.Value)
	}
	pitch := size * 1.7
	left, gap := names*widest+size*0.75, size*0.4
	labels *= widest
	room := max(b.W-left-gap-labels, size)
	sc := Scene{W: b.W, H: pitch*float64(len(b.Bars)) + 2, Title: b.Title}
	for i, x := range b.Bars {
		top := float64(i) * pitch
		baseline := top + pitch*0.5 + size*0.35
		w := 0.0
		if most > 0 {
			w = room * x.Value / most
		}
		if x.Value > 0 {
			w = max(w, 1) // so that it can be seen
			sc.Add(Rect{X: left, Y: top + pitch*0.18, W: w, H: pitch * 0.64, Fill: Fill(b.Role)})
		}
		name, label := Fill(Muted), Fill(Ink)
		if x.Lit {
			name = Fill(Accent)
		}
		sc.Add(Text{X: left - size*0.5, Y: baseline, S: x.Name, Size: size, Anchor: End, Paint: name, Bold: x.Lit},
			Text{X: left + w + gap, Y: baseline, S: x.Label, Size: size, Paint: label, Bold: x.Lit})
	}
	axis := crisp(left)
	sc.Add(Segment(axis, 0, axis, sc.H, Stroke{Paint: Fill(Line)}))
	return sc
}
