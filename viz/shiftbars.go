package viz

// ClassBars shows the probabilities that a net gives a digit: a bar for each class, and a
// tick at the probability before the digit was moved.
type ClassBars struct {
	W, H     float64
	Title    string
	Size     float64   // of the type, 0 means 12
	Role     Role      // of the bars
	Now, Was []float32 // probabilities of the classes; Was may be nil
	Label    int       // the right class, marked with a diamond
	Percent  func(p float64) string
}

// Scene draws the bars from the top. The class with the highest probability is bold.
func (b ClassBars) Scene() Scene {
	size := b.Size
	if size == 0 {
		size = 12
	}
	sc := Scene{W: b.W, H: b.H, Title: b.Title}
	best := 0
	for i, p := range b.Now {
		if p > b.Now[best] {
			best = i
		}
	}
	left, right := size*2.2, b.W-size*3.4
	pitch := b.H / float64(max(1, len(b.Now)))
	for i, p := range b.Now {
		top := float64(i) * pitch
		middle, bar := top+pitch/2, min(pitch*0.62, size*1.2)
		baseline := middle + size*0.36
		if i == b.Label {
			sc.Add(Marker{Diamond, left - size*0.55, middle, size * 0.26, Fill(Accent)})
		}
		ground, label := Fill(b.Role), Fill(Muted)
		if i != best {
			ground.Alpha = 0.6
		} else {
			label = Fill(Ink)
		}
		sc.Add(Text{X: left - size*1.1, Y: baseline, S: string(rune('0' + i)), Size: size, Anchor: End, Bold: i == best},
			Rect{X: left, Y: middle - bar/2, W: right - left, H: bar, Fill: Fill(Panel)},
			Rect{X: left, Y: middle - bar/2, W: max(0.5, float64(p)*(right-left)), H: bar, Fill: ground})
		if b.Was != nil {
			x := left + float64(b.Was[i])*(right-left)
			sc.Add(Segment(x, middle-bar/2-2, x, middle+bar/2+2, Stroke{Paint: Fill(Ink), Width: 2}))
		}
		sc.Add(Text{X: b.W, Y: baseline, S: b.Percent(float64(p)), Size: size, Anchor: End, Paint: label, Bold: i == best})
	}
	return sc
}
