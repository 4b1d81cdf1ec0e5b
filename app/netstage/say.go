package netstage

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/trace"
	"stridelab/nn"
	"stridelab/viz"
)

// say describes the part and the cell at a spot: the number there, and what it is made from.
// Counting is from 1, except for classes.
func (s *Stage) say(at viz.NetSpot) string {
	c := &s.layout.Columns[at.Column]
	channel := s.channel(at.Column, at.Part)
	data := s.values(at.Column)
	if len(data) == 0 {
		if c.Kind == viz.NetAnswer {
			return text.Hint.In(s.lang)
		}
		return text.NoNumbers.With(s.lang, c.Name)
	}
	switch {
	case c.Kind == viz.NetAnswer:
		return text.Class.With(s.lang, s.className(channel), percent(float64(data[channel])))
	case c.Kind == viz.NetInput:
		i, plane := at.Row*c.Shape.W+at.Col, c.Shape.H*c.Shape.W
		if c.Shape.C == 3 {
			return text.InputColour.With(s.lang, at.Row+1, at.Col+1, number(data[i]), number(data[plane+i]), number(data[2*plane+i]))
		}
		return text.InputCell.With(s.lang, at.Row+1, at.Col+1, number(data[i]))
	case c.Unrolled:
		return text.Unrolled.With(s.lang, channel+1, c.Channels(), s.rows[c.Row].Name, number(data[channel]))
	case c.Kind == viz.NetStrip:
		return join(text.Unit.With(s.lang, c.Name, channel+1, c.Channels(), number(data[channel])), s.reads(c))
	}
	plane := c.Shape.H * c.Shape.W
	r := viz.RangeOf(data[channel*plane : (channel+1)*plane])
	return join(
		join(text.Map.With(s.lang, c.Name, channel+1, c.Shape.C, number(float32(r.Lo)), number(float32(r.Hi))),
			text.Cell.With(s.lang, at.Row+1, at.Col+1, number(data[channel*plane+at.Row*c.Shape.W+at.Col]))),
		s.reads(c))
}

// reads says what the numbers of a column are made from.
func (s *Stage) reads(c *viz.NetColumn) string {
	if c.Row == 0 {
		return ""
	}
	l, in := s.net.Layers[c.Row-1], s.rows[c.Row-1].Shape
	switch l.Kind {
	case nn.Conv:
		said := text.ReadsConv
		if in.C == 1 {
			said = text.ReadsConvOne
		}
		return said.With(s.lang, in.C, l.F)
	case nn.MaxPool:
		return text.ReadsMax.With(s.lang, l.F)
	case nn.AvgPool:
		return text.ReadsAvg.With(s.lang, l.F)
	case nn.GlobalAvgPool:
		return text.ReadsAll.In(s.lang)
	case nn.Dense:
		return text.ReadsDense.With(s.lang, in.Size())
	}
	return ""
}

// value returns the number at a spot. ok is false where the frame has none. Of an input in colour
// it is the first channel.
func (s *Stage) value(at viz.NetSpot) (v float32, ok bool) {
	c := &s.layout.Columns[at.Column]
	data := s.values(at.Column)
	rows, cols := c.Cells()
	channel := s.channel(at.Column, at.Part)
	if c.Kind == viz.NetInput {
		channel = 0
	}
	i := channel*rows*cols + at.Row*cols + at.Col
	if i >= len(data) {
		return 0, false
	}
	return data[i], true
}

// className returns the name of a class, or its number if it has none.
func (s *Stage) className(i int) string {
	if i < len(s.classes) {
		return s.classes[i]
	}
	return strconv.Itoa(i)
}

// layerName returns the name of a column's layer for hooks: in every language the same.
func (s *Stage) layerName(column int) string {
	c := &s.layout.Columns[column]
	if c.Unrolled {
		return c.Name
	}
	return s.rows[c.Row].Name
}

func number(v float32) string { return trace.NumberTo(float64(v), 3) }

// percent writes a probability as lab.Certainty shows it.
func percent(p float64) string { return lab.Percent(lab.Certainty(p)) + "%" }

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
