package netstage

import (
	"slices"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/viz"
)

// Frame is what a network computed for one input.
type Frame struct {
	Input train.Volume
	Maps  []train.Volume // of the rows of the network's table, by their names
	Probs []float32      // of the classes
	Label int            // the right class, -1 where it is not known
	Unit  train.Unit     // the weights of the unit that Watch asked for last
}

// Place names a number on the stage: in the output of a row of the table, counted from 0.
type Place struct{ Row, Channel, Y, X int }

// Stage is the drawing. The lab that owns it sets the fields before the first render.
type Stage struct {
	ID    string // of its element; those of its parts begin with it
	Watch func(row, unit int)
	Open  func(at Place, keyed bool) // a click on a part, or Enter

	lang    lang.Lang
	net     nn.Spec
	classes []string
	rows    []nn.Row
	layout  viz.NetStage
	frame   Frame
	order   [][]int // the channels that the parts of a column show; nil: the first ones

	spot    viz.NetSpot
	pointed bool // the pointer is on the spot
	focused bool // the keyboard is on the stage
	pin     viz.NetSpot
	pinned  bool // pin is shown while neither points at another spot
	watched [2]int

	netRev, frameRev, spotRev int
	painter
}

// New returns a stage whose element has an id.
func New(id string) *Stage { return &Stage{ID: id, frame: Frame{Label: -1}} }

// Network sets what is drawn: a network, and the names of its classes.
func (s *Stage) Network(l lang.Lang, net nn.Spec, classes []string) {
	if l == s.lang && s.rows != nil && net.Equal(s.net) && slices.Equal(classes, s.classes) {
		return
	}
	s.lang, s.net, s.classes = l, net.Normal(), slices.Clone(classes)
	s.rows, _ = s.net.Table()
	s.netRev++
}

// Show sets the numbers. The stage keeps the frame's slices until the next Show.
func (s *Stage) Show(f Frame) {
	s.frame = f
	s.frameRev++
}

// lay places everything in a box of w×h CSS pixels.
func (s *Stage) lay(w, h, font, minTile float64, scrolls bool) {
	t := func(x lang.Text) string { return x.In(s.lang) }
	s.layout = viz.LayoutNetStage(viz.NetStageSpec{
		Net: s.net, W: w, H: h, Font: font, MinTile: minTile, Scrolls: scrolls,
		Input: t(text.Input), Answer: t(text.Answer), Classes: s.classes,
	})
	s.spot, s.pin = s.layout.Clamp(s.spot), s.layout.Clamp(s.pin)
	s.order = make([][]int, len(s.layout.Columns))
	s.spotRev++
}

// values returns the numbers of a column, nil where the frame has none.
func (s *Stage) values(column int) []float32 {
	c := &s.layout.Columns[column]
	if c.Kind == viz.NetAnswer {
		if len(s.frame.Probs) == c.Shape.C {
			return s.frame.Probs
		}
		return nil
	}
	row := c.Row
	for row > 0 && (s.rows[row].Kind == nn.Flatten || s.rows[row].Kind == nn.Dropout) {
		row-- // the numbers of the row before, in the same order
	}
	v := s.frame.Input
	if row > 0 {
		at := slices.IndexFunc(s.frame.Maps, func(v train.Volume) bool { return v.Name == s.rows[row].Name })
		if at < 0 {
			return nil
		}
		v = s.frame.Maps[at]
	}
	if len(v.Data) != c.Shape.Size() {
		return nil
	}
	return v.Data
}

// channel returns the channel, unit or class that a part shows.
func (s *Stage) channel(column, part int) int {
	if o := s.order[column]; part < len(o) {
		return o[part]
	}
	return part
}

// orderOf serves viz.NetStage.Reads.
func (s *Stage) orderOf(column int) []int { return s.order[column] }

// choose chooses the parts of each column that leaves some out: the channels with the largest
// sum of squares, in the order of their numbers. It reports whether any choice has changed.
func (s *Stage) choose() (changed bool) {
	for i := range s.layout.Columns {
		c := &s.layout.Columns[i]
		data := s.values(i)
		if c.Left <= 0 || len(data) == 0 {
			continue
		}
		n := c.Channels()
		plane := len(data) / n
		strength := make([]float64, n)
		all := make([]int, n)
		for channel := range all {
			all[channel] = channel
			for _, v := range data[channel*plane : (channel+1)*plane] {
				strength[channel] += float64(v) * float64(v)
			}
		}
		slices.SortStableFunc(all, func(a, b int) int {
			switch {
			case strength[a] > strength[b]:
				return -1
			case strength[a] < strength[b]:
				return 1
			}
			return 0
		})
		chosen := all[:c.Parts]
		slices.Sort(chosen)
		if !slices.Equal(chosen, s.order[i]) {
			s.order[i], changed = slices.Clone(chosen), true
		}
	}
	return changed
}

// place returns what a spot shows. A number that is unrolled has its place in the maps.
func (s *Stage) place(at viz.NetSpot) Place {
	c := &s.layout.Columns[at.Column]
	p := Place{Row: c.Row, Channel: s.channel(at.Column, at.Part), Y: at.Row, X: at.Col}
	if c.Unrolled {
		maps := s.rows[c.Row].Shape
		plane := maps.H * maps.W
		p.Channel, p.Y, p.X = p.Channel/plane, p.Channel%plane/maps.W, p.Channel%maps.W
	}
	return p
}

// shown returns the spot that is pointed at or has the focus, else the one that was opened. ok is
// false where there is none.
func (s *Stage) shown() (at viz.NetSpot, ok bool) {
	switch {
	case len(s.layout.Columns) == 0:
		return at, false
	case s.pointed || s.focused:
		return s.spot, true
	}
	return s.pin, s.pinned
}

// open opens the spot: it stays shown, and the lab is told.
func (s *Stage) open(keyed bool) {
	s.pin, s.pinned = s.spot, true
	s.moved()
	if s.Open != nil {
		s.Open(s.place(s.spot), keyed)
	}
}

// point moves to a spot, or away from all.
func (s *Stage) point(at viz.NetSpot, ok bool) {
	if ok == s.pointed && (!ok || at == s.spot) {
		return
	}
	s.pointed = ok
	if ok {
		s.spot = at
	}
	s.moved()
}

// focus says whether the keyboard is on the stage.
func (s *Stage) focus(on bool) {
	s.focused = on
	s.moved()
}

// moved asks for the weights of the unit that is shown now.
func (s *Stage) moved() {
	s.spotRev++
	want := [2]int{}
	if at, ok := s.shown(); ok {
		if p := s.place(at); p.Row > 0 && !s.layout.Columns[at.Column].Unrolled && s.rows[p.Row].Params > 0 {
			want = [2]int{p.Row, p.Channel}
		}
	}
	if want != s.watched && s.Watch != nil {
		s.watched = want
		s.Watch(want[0], want[1])
	}
}

// key handles a key, with Shift+ before it where Shift is down. It reports whether the stage has a
// use for it.
func (s *Stage) key(key string) bool {
	if len(s.layout.Columns) == 0 {
		return false
	}
	to := s.spot
	switch key {
	case "ArrowRight":
		to = s.layout.Beside(to, 1, 0)
	case "ArrowLeft":
		to = s.layout.Beside(to, -1, 0)
	case "ArrowDown":
		to = s.layout.Beside(to, 0, 1)
	case "ArrowUp":
		to = s.layout.Beside(to, 0, -1)
	case "Shift+ArrowRight":
		to.Col++
	case "Shift+ArrowLeft":
		to.Col--
	case "Shift+ArrowDown":
		to.Row++
	case "Shift+ArrowUp":
		to.Row--
	case "Home":
		to = s.layout.Clamp(viz.NetSpot{})
	case "End":
		to = s.layout.Clamp(viz.NetSpot{Column: len(s.layout.Columns) - 1})
	case "Enter":
		s.open(true)
		return true
	case "Escape":
		was := s.pinned
		s.pinned = false
		s.moved()
		return was
	default:
		return false
	}
	s.spot, s.pointed = s.layout.Clamp(to), false
	s.moved()
	return true
}
