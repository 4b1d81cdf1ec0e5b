package netstage

import (
	"strconv"
	"strings"

	"stridelab/viz"
)

// overlay writes the SVG over the canvas: an element for each part, which tests and tools find, and
// then what belongs to the spot.
func (s *Stage) overlay() string {
	var b strings.Builder
	l := &s.layout
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="viz" width="` + decimal(l.W) + `" height="` + decimal(l.H) + `" viewBox="0 0 ` + decimal(l.W) + ` ` + decimal(l.H) + `" aria-hidden="true"><g>`)
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Kind == viz.NetStrip {
			s.element(&b, "stage-strip", i, -1, c.X, c.Y, c.W, c.H)
			continue
		}
		for part := range c.Parts {
			x, y, w, h := c.Part(part)
			channel := s.channel(i, part)
			if c.Kind == viz.NetAnswer {
				rect(&b, `layers-part" data-test="stage-bar" data-class="`+strconv.Itoa(channel), x, y, w, h)
				continue
			}
			s.element(&b, "stage-map", i, channel, x, y, w, h)
		}
	}
	b.WriteString(`</g><g id="` + s.ID + atOver + atSpot + `"></g></svg>`)
	return b.String()
}

// atSpot ends the id of the group of what belongs to the spot.
const atSpot = "-spot"

// element writes a part as a rectangle without paint. A channel below 0 is left out.
func (s *Stage) element(b *strings.Builder, hook string, column, channel int, x, y, w, h float64) {
	more := ""
	if channel >= 0 {
		more = `" data-channel="` + strconv.Itoa(channel)
	}
	rect(b, `layers-part" data-test="`+hook+`" data-layer="`+s.layerName(column)+more, x, y, w, h)
}

// around writes what belongs to the spot: the lines to what it reads, frames around the cells that
// it reads, and frames around its part and its cell. The cell carries its number.
func (s *Stage) around() string {
	at, ok := s.shown()
	if !ok {
		return ""
	}
	var b strings.Builder
	for _, line := range s.layout.Lines(at, s.orderOf) {
		b.WriteString(`<path class="layers-line" d="M` + decimal(line.Points[0].X) + ` ` + decimal(line.Points[0].Y) + `L` + decimal(line.Points[1].X) + ` ` + decimal(line.Points[1].Y) + `"/>`)
	}
	if r, ok := s.layout.Reads(at, s.orderOf); ok {
		from := &s.layout.Columns[r.Column]
		for part := range from.Parts {
			if !r.All && part != r.Part {
				continue
			}
			if from.Kind == viz.NetStrip && r.All {
				rect(&b, "layers-read", from.X, from.Y, from.W, from.H)
				break
			}
			x, y, w, h := s.layout.Cell(viz.NetSpot{Column: r.Column, Part: part, Row: r.Row, Col: r.Col})
			rect(&b, "layers-read", x, y, w*float64(r.Cols), h*float64(r.Rows))
		}
	}
	c := &s.layout.Columns[at.Column]
	x, y, w, h := c.Part(at.Part)
	rect(&b, "layers-now", x-1, y-1, w+2, h+2)
	x, y, w, h = s.layout.Cell(at)
	value := ""
	if v, ok := s.value(at); ok {
		value = strconv.FormatFloat(float64(v), 'g', -1, 32)
	}
	rect(&b, `layers-cell" data-test="stage-cell" data-layer="`+s.layerName(at.Column)+`" data-channel="`+strconv.Itoa(s.channel(at.Column, at.Part))+
		`" data-row="`+strconv.Itoa(at.Row)+`" data-col="`+strconv.Itoa(at.Col)+`" data-value="`+value, x, y, w, h)
	return b.String()
}

// rect writes a rectangle. class may go on with other attributes; the last one is closed here.
func rect(b *strings.Builder, class string, x, y, w, h float64) {
	b.WriteString(`<rect class="` + class + `" x="` + decimal(x) + `" y="` + decimal(y) + `" width="` + decimal(w) + `" height="` + decimal(h) + `"/>`)
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
