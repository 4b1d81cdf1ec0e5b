package viz

import (
	"encoding/base64"
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// SVG is the scene as one SVG element. Its paints are classes, "f-ROLE" for a fill and
// "s-ROLE" for a stroke, which the style sheet colours. The element scales to the width that
// the page gives it. Its width and height are attributes, so that a page without the style
// sheet shows it at the right size.
func (s Scene) SVG() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="viz" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s" role="img" aria-label="%[3]s">`,
		number(s.W), number(s.H), html.EscapeString(s.Title))
	b.WriteByte('\n')
	for _, shape := range s.Shapes {
		switch v := shape.(type) {
		case Rect:
			writeRect(&b, v)
		case Polyline:
			writePolyline(&b, v)
		case Marker:
			writeMarker(&b, v)
		case Text:
			writeText(&b, v)
		case Image:
			writeImage(&b, v)
		case SignedCells:
			writeSignedCells(&b, v)
		}
	}
	b.WriteString("</svg>")
	return b.String()
}

func writeRect(b *strings.Builder, r Rect) {
	round := ""
	if r.Round > 0 {
		round = ` rx="` + number(r.Round) + `"`
	}
	fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`, number(r.X), number(r.Y), number(r.W), number(r.H), round, look(r.Fill, r.Stroke))
	b.WriteByte('\n')
	if !r.Hatch {
		return
	}
	var d strings.Builder
	for _, l := range r.HatchLines() {
		d.WriteString("M" + number(l[0].X) + " " + number(l[0].Y) + "L" + number(l[1].X) + " " + number(l[1].Y))
	}
	hatch := Stroke{Paint: r.Stroke.Paint, Width: 0.75}
	fmt.Fprintf(b, `<path d="%s"%s/>`, d.String(), look(Paint{}, hatch))
	b.WriteByte('\n')
}

func writePolyline(b *strings.Builder, p Polyline) {
	tag := "polyline"
	if p.Closed {
		tag = "polygon"
	}
	fmt.Fprintf(b, `<%s points="%s"%s/>`, tag, points(p.Points), look(p.Fill, p.Stroke))
	b.WriteByte('\n')
}

func writeMarker(b *strings.Builder, m Marker) {
	line := Stroke{Paint: m.Paint, Width: 1.5}
	switch m.Kind {
	case NoMarker:
		return
	case Dot:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, number(m.X), number(m.Y), number(m.R), look(m.Paint, Stroke{}))
	case Ring:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, number(m.X), number(m.Y), number(m.R), look(Fill(Paper), line))
	case Cross:
		l, r, t, u := number(m.X-m.R), number(m.X+m.R), number(m.Y-m.R), number(m.Y+m.R)
		fmt.Fprintf(b, `<path d="M%s %sL%s %sM%s %sL%s %s"%s/>`, l, t, r, u, l, u, r, t, look(Paint{}, line))
	default:
		fmt.Fprintf(b, `<polygon points="%s"%s/>`, points(m.Outline()), look(m.Paint, Stroke{}))
	}
	b.WriteByte('\n')
}

func writeText(b *strings.Builder, t Text) {
	paint, size := t.Paint, t.Size
	if paint.Role == None {
		paint = Fill(Ink)
	}
	if size == 0 {
		size = 12
	}
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"`, number(t.X), number(t.Y), number(size))
	switch t.Anchor {
	case Middle:
		b.WriteString(` text-anchor="middle"`)
	case End:
		b.WriteString(` text-anchor="end"`)
	}
	if t.Bold {
		b.WriteString(` font-weight="600"`)
	}
	if t.Turned {
		fmt.Fprintf(b, ` transform="rotate(-90 %s %s)"`, number(t.X), number(t.Y))
	}
	fmt.Fprintf(b, "%s>%s</text>\n", look(paint, Stroke{}), html.EscapeString(t.S))
}

func writeImage(b *strings.Builder, i Image) {
	if i.Pix == nil || i.Pix.Rect.Empty() {
		return
	}
	fmt.Fprintf(b, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" class="pixels" href="data:image/png;base64,%s"/>`,
		number(i.X), number(i.Y), number(i.W), number(i.H), base64.StdEncoding.EncodeToString(encodePNG(i.Pix)))
	b.WriteByte('\n')
}

// writeSignedCells writes one path for each shade, so 900 cells become about 30 elements.
func writeSignedCells(b *strings.Builder, c SignedCells) {
	var order []Paint
	paths := map[Paint]*strings.Builder{}
	c.Runs(func(p Paint, x, y, w, h float64) {
		d, ok := paths[p]
		if !ok {
			d = &strings.Builder{}
			paths[p] = d
			order = append(order, p)
		}
		fmt.Fprintf(d, "M%s %sh%sv%sh-%sz", number(x), number(y), number(w), number(h), number(w))
	})
	for _, p := range order {
		fmt.Fprintf(b, `<path shape-rendering="crispEdges" d="%s"%s/>`, paths[p].String(), look(p, Stroke{}))
		b.WriteByte('\n')
	}
}

// look writes fill and stroke as classes, and the rest as attributes.
func look(fill Paint, stroke Stroke) string {
	var class []string
	var attrs strings.Builder
	paint := func(prefix, attr string, p Paint) {
		switch p.Role {
		case None:
			return
		case Custom:
			fmt.Fprintf(&attrs, ` %s="#%02x%02x%02x"`, attr, p.RGBA.R, p.RGBA.G, p.RGBA.B)
		default:
			class = append(class, prefix+p.Role.String())
		}
		if p.Alpha != 0 && p.Alpha != 1 {
			fmt.Fprintf(&attrs, ` %s-opacity="%s"`, attr, number(p.Alpha))
		}
	}
	if fill.Role == None {
		attrs.WriteString(` fill="none"`)
	}
	paint("f-", "fill", fill)
	paint("s-", "stroke", stroke.Paint)
	if stroke.Paint.Role != None {
		if stroke.Width != 0 && stroke.Width != 1 {
			fmt.Fprintf(&attrs, ` stroke-width="%s"`, number(stroke.Width))
		}
		if len(stroke.Dash) > 0 {
			dash := make([]string, len(stroke.Dash))
			for i, d := range stroke.Dash {
				dash[i] = number(d)
			}
			fmt.Fprintf(&attrs, ` stroke-dasharray="%s"`, strings.Join(dash, " "))
		}
	}
	if len(class) > 0 {
		return ` class="` + strings.Join(class, " ") + `"` + attrs.String()
	}
	return attrs.String()
}

func points(ps []Point) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(p.X) + "," + number(p.Y))
	}
	return b.String()
}

// number writes a coordinate, rounded to a hundredth of a pixel, in as few characters as
// possible.
func number(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // not "-0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
