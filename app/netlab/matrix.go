package netlab

import (
	"image"
	"strconv"

	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// matrix is the drawing of how a fully connected layer computes its output: the maps before it, the
// column that they are unrolled into, and under each value of the column the weights that it is
// multiplied with.
//
//	[map 1] [map 2] ... [map 16]        POOL2, 5×5×16
//	|------------ column ------------|  400 values, drawn as a line
//	|                                |  |    |
//	|               W                |  | b  | output
//	|                                |  |    |
type matrix struct {
	from, row int      // rows of the table: the one whose output is read, and the layer's
	in        nn.Shape // the shape that is unrolled
	n, out    int      // number of inputs, of outputs
	weights   bool     // the layer has some; a flattening has none
}

// Measures of the drawing, in pixels.
const (
	matrixWidth  = 560.0   // of the column and of W
	matrixEnd    = 84.0    // of b and the output beside it
	matrixColumn = 14.0    // height of the column, and width of b and of the output
	matrixMaps   = 40.0    // the largest edge of a map
	mostDots     = 200_000 // the most values that are drawn as pixels
)

// matrixOf returns the drawing of a row. ok is false for a layer that is neither fully connected
// nor a flattening.
func (r *run) matrixOf(row int) (matrix, bool) {
	if row == 0 {
		return matrix{}, false
	}
	kind := r.rows[row].Kind
	if kind != nn.Dense && kind != nn.Flatten {
		return matrix{}, false
	}
	from := row - 1
	for from > 0 && r.rows[from].Kind == nn.Flatten {
		from--
	}
	in := r.rows[from].Shape
	if in.Flat {
		in.H, in.W = 1, 1
	}
	return matrix{from, row, in, in.Size(), r.rows[row].Shape.C, kind == nn.Dense}, true
}

// unrolls reports whether the layer reads maps with rows and columns.
func (m matrix) unrolls() bool { return m.in.H*m.in.W > 1 }

// size writes the shape that is unrolled: 5×5×16.
func (m matrix) size() string {
	return strconv.Itoa(m.in.H) + "×" + strconv.Itoa(m.in.W) + "×" + strconv.Itoa(m.in.C)
}

// matrixScene draws the matrix, and returns where W, b and the output lie. names are those of the
// row that is read and of the layer. If pixels is false, it draws only lines and words.
func (r *run) matrixScene(m matrix, title string, names [2]string, theme viz.Theme, pixels bool) (viz.Scene, []viz.Rect) {
	const left, label = 2.0, 16.0
	column := matrixWidth / float64(m.n)
	sc := viz.Scene{W: matrixWidth + matrixEnd, Title: title}
	line := viz.Stroke{Paint: viz.Fill(viz.Line)}
	words := func(x, y float64, s string) {
		sc.Add(viz.Text{X: x, Y: y, S: s, Size: 13, Paint: viz.Fill(viz.Muted)})
	}
	picture := func(x, y, w, h float64, values []float32, cols, rows int, rg viz.Range, colours viz.Map) {
		if pixels && cols*rows <= mostDots {
			pix := image.NewRGBA(image.Rect(0, 0, cols, rows))
			viz.Tile(pix, values, cols, rows, 1, rg, colours)
			sc.Add(viz.Image{X: x, Y: y, W: w, H: h, Pix: pix})
		}
		sc.Add(viz.Rect{X: x, Y: y, W: w, H: h, Stroke: line})
	}
	x := r.values(m.from)
	seen := viz.RangeOf(x)
	y := label
	if m.unrolls() {
		words(left, y-4, names[0]+": "+m.size())
		segment := matrixWidth / float64(m.in.C)
		if edge := min(segment-2, matrixMaps); edge >= 5 {
			scale := edge / float64(max(m.in.H, m.in.W))
			w, h := float64(m.in.W)*scale, float64(m.in.H)*scale
			for c := range m.in.C {
				at := left + float64(c)*segment
				mapLeft := at + (segment-w)/2
				picture(mapLeft, y, w, h, plane(x, m.in, c), m.in.W, m.in.H, seen, viz.Sequential())
				bottom := y + h
				sc.Add(viz.Segment(mapLeft, bottom, at, bottom+12, line), viz.Segment(mapLeft+w, bottom, at+segment, bottom+12, line))
			}
			y += h + 12
		}
	} else {
		words(left, y-4, names[0]+": "+ui.Count(int64(m.n)))
	}
	picture(left, y, matrixWidth, matrixColumn, x, m.n, 1, seen, viz.Sequential())
	if m.unrolls() {
		words(left+matrixWidth+6, y+matrixColumn-2, ui.Count(int64(m.n)))
	}
	y += matrixColumn
	if !m.weights {
		sc.H = y + 4
		return sc, nil
	}
	y += label + 4
	w, b := r.weights(m.row)
	out := r.values(m.row)
	height := min(max(1.5*float64(m.out), 40), 200)
	words(left, y-4, "W ("+strconv.Itoa(m.out)+", "+strconv.Itoa(m.n)+")")
	bx := left + matrixWidth + 8
	ox := bx + matrixColumn + 10
	words(bx, y-4, "b")
	words(ox, y-4, names[1])
	signed := viz.Diverging(theme)
	picture(left, y, matrixWidth, height, w, m.n, m.out, viz.RangeOf(w).Symmetric(), signed)
	picture(bx, y, matrixColumn, height, b, 1, m.out, viz.RangeOf(b).Symmetric(), signed)
	picture(ox, y, matrixColumn, height, out, 1, m.out, viz.RangeOf(out), viz.Sequential())
	// Ticks between the weights of neighbouring maps, if there is room for them.
	if m.in.C > 1 && m.unrolls() && column*float64(m.in.H*m.in.W) >= 5 {
		for c := 1; c < m.in.C; c++ {
			tick := left + float64(c)*matrixWidth/float64(m.in.C)
			sc.Add(viz.Segment(tick, y-3, tick, y, line))
		}
	}
	sc.H = y + height + 4
	return sc, []viz.Rect{{X: left, Y: y, W: matrixWidth, H: height}, {X: bx, Y: y, W: matrixColumn, H: height}, {X: ox, Y: y, W: matrixColumn, H: height}}
}

// framed draws frames around the row of a unit in W, in b and in the output. It is a scene of its
// own over the drawing, which then stays the same for another unit.
func (m matrix) framed(sc viz.Scene, at []viz.Rect, unit int) viz.Scene {
	over := viz.Scene{W: sc.W, H: sc.H}
	for _, r := range at {
		r.H /= float64(m.out)
		r.Y += float64(unit) * r.H
		over.Add(frame(r)...)
	}
	return over
}

// matrixPixels returns the drawing with its pixels, or "" while it is not drawn. In the browser a
// task of its own draws it, because a large matrix takes long.
func (l *Lab) matrixPixels(key string, draw func() viz.Scene) string {
	f := &l.made
	if d := f.drawn["matrix"]; d.key == key || !l.OnPage {
		return f.svg("matrix", key, draw)
	}
	if f.drawing != key {
		f.drawing = key
		l.Ctx.After(0, func(app.Context) {
			if f.drawing == key {
				f.svg("matrix", key, draw)
			}
		})
	}
	return ""
}

// renderMatrix draws how the shown layer computes its output from maps. It returns nil for a layer
// without a matrix.
func (l *Lab) renderMatrix() app.UI {
	r, row := l.made.run, l.state.shown()
	m, ok := r.matrixOf(row)
	if !ok || !m.weights && !m.unrolls() {
		return nil
	}
	names := [2]string{r.rows[m.from].Name, r.rows[row].Name}
	if m.from == 0 {
		names[0] = l.t(text.Input)
	}
	title, said := l.t(text.MatrixTitle, names[1]), ""
	if m.unrolls() {
		title = l.t(text.UnrollTitle, names[0], names[1])
		said = l.t(text.UnrollNote, m.size(), names[0], ui.Count(int64(m.n)))
	}
	if m.weights {
		if said != "" {
			said += " "
		}
		said += l.t(text.MatrixNote, names[1], m.out, m.n, l.unitNumber())
	}
	theme := ui.CurrentTheme()
	key := l.drawnFrom() + " " + strconv.Itoa(int(theme))
	lines, at := r.matrixScene(m, title, names, theme, false)
	drawn, svg := "yes", l.matrixPixels(key, func() viz.Scene {
		sc, _ := r.matrixScene(m, title, names, theme, true)
		return sc
	})
	if svg == "" {
		drawn, svg = "no", lines.SVG()
	}
	layers := []app.UI{app.Raw(svg)}
	if at != nil {
		layers = append(layers, app.Div().Class("net-over").Aria("hidden", "true").Body(app.Raw(m.framed(lines, at, l.state.Unit.C).SVG())))
	}
	return app.Div().Class("net-figure").DataSet("test", "matrix").DataSet("drawn", drawn).DataSet("shape", strconv.Itoa(m.out)+","+strconv.Itoa(m.n)).Body(
		app.H3().Class("small-head").Text(title),
		app.Div().Class("net-scroll net-matrix").TabIndex(0).Attr("role", "group").Aria("label", title).Body(
			app.Div().Class("net-layers").Body(layers...)),
		app.P().Class("small muted").Text(said))
}

// unitNumber returns the unit's number on the page. Classes count from 0, other units from 1.
func (l *Lab) unitNumber() int {
	if l.atSoftmax() {
		return l.state.Unit.C
	}
	return l.state.Unit.C + 1
}
