package trainlab

// settledReading and settledPlace are how long the drawing, and the pen or the sample, must rest
// before the result is announced, in milliseconds. So nobody who goes on is interrupted.
const (
	settledReading = 700
	settledPlace   = 300
)

// speech announces how the network reads the drawing and the chosen sample, once they have not
// changed for a while. Times are those of the frames, in milliseconds.
type speech struct {
	say func(string)

	strokes   int     // how often the visitor has changed the drawing
	asked     int     // the value of strokes at the newest request
	answered  int     // the value of strokes that the newest answer is for
	read      int     // the value of strokes whose reading has been announced
	changedAt float64 // when the drawing changed last
	inking    bool    // a pointer is down on the pad

	moved      bool // the keyboard's pen has moved since its place was announced
	penMovedAt float64

	wanted   bool // a sample was chosen and not announced yet
	sample   int
	chosenAt float64
}

// drawingChanged notes that the visitor has changed the drawing.
func (s *speech) drawingChanged(now float64) { s.strokes, s.changedAt = s.strokes+1, now }

// penMoved notes that the keyboard's pen has moved.
func (s *speech) penMoved(now float64) { s.moved, s.penMovedAt = true, now }

// sampleMoved notes that the visitor has chosen a sample.
func (s *speech) sampleMoved(index int, now float64) {
	s.wanted, s.sample, s.chosenAt = true, index, now
}

// speak announces what is due. It runs on every frame, and returns at once if nothing is.
func (p *painter) speak(ms float64) {
	l, s := p.lab, &p.speech
	if s.moved && ms-s.penMovedAt >= settledPlace {
		s.moved = false
		row, column := l.pad.pen.Place()
		s.say(text.PenAt.With(p.lang(), row, column))
		return
	}
	if s.read != s.strokes && l.pad.ink.Empty() {
		s.read = s.strokes
	}
	if s.read != s.strokes && s.answered == s.strokes && !s.inking && !l.pad.pen.Down && ms-s.changedAt >= settledReading {
		s.read = s.strokes
		if best, prob := Best(l.store.Pad.Probs); best >= 0 {
			read := text.PadRead.With(p.lang(), l.store.ClassName(best), formatCertainty(float64(prob)))
			s.say(join(read, differenceText(p.pad.difference).In(p.lang())))
		}
		return
	}
	sample := &l.store.Snap.Sample
	if s.wanted && ms-s.chosenAt >= settledPlace && sample.Index == s.sample {
		if best, prob := Best(sample.Probs); best >= 0 {
			s.wanted = false
			s.say(text.SampleSummary.With(p.lang(), sample.Index, l.store.ClassName(sample.Label), l.store.ClassName(best), formatCertainty(float64(prob))))
		}
	}
}
