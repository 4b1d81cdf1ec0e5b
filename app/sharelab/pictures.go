package sharelab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderPicture draws the element of a picture, which takes the focus and the keys. Only its label
// ever changes, because the painter keeps the element.
func (l *Lab) renderPicture(id, class, label, keys string, inside ...app.UI) app.UI {
	return app.Div().ID(id).Class("picture "+class).DataSet("test", id).TabIndex(0).Attr("role", "group").
		Aria("label", label).Aria("describedby", keys).Body(inside...)
}

// renderScale draws the picture in which every weight is a pixel.
func (l *Lab) renderScale() app.UI {
	inside := app.UI(app.Canvas().ID("scale-canvas").Class("scale-canvas").Aria("hidden", "true"))
	if app.IsServer {
		inside = app.Raw(l.scaleScene().SVG())
	}
	fill, origin := "dense", l.t(text.DenseOrigin, l.state.Seed, ui.Count(int64(l.counts.In.Size())))
	if l.state.Fill == FillConv {
		fill, origin = "conv", l.t(text.ConvOrigin, ui.Count(l.counts.Dense.Weights), ui.Count(l.counts.Conv.MultiplyAdds), ui.Count(l.counts.Conv.Weights), l.state.Seed)
	}
	button := func(id, label, key string, press app.EventHandler) app.UI {
		return ui.Button(ui.ButtonProps{ID: id, Hook: id, Label: label, Title: key}, press)
	}
	return l.only(scaleView, app.Div().Class("share-view").Body(
		l.renderPicture("scale", "scale", l.t(text.ScaleLabel, ui.Count(l.counts.Dense.Weights), ui.Count(l.counts.Conv.Params)), "scale-keys", inside),
		app.P().ID("scale-status").Class("scale-status").DataSet("test", "scale-status").Text("…"),
		app.P().ID("scale-weight").Class("scale-weight").DataSet("test", "scale-weight").Text("–"),
		app.Div().Class("buttons").Body(
			button("zoom-whole", l.t(text.WholeButton), "0", l.onWhole),
			button("zoom-one", l.t(text.OneToOne), "1", l.onOne),
			button("zoom-near", l.t(text.NearButton, ui.Count(l.counts.Conv.Params)), "2", l.onNear),
			app.Button().Type("button").Class("button zoom").DataSet("test", "zoom-out").Aria("label", l.t(text.ZoomOut)).Title("−").OnClick(l.onZoomOut).Text("−"),
			app.Button().Type("button").Class("button zoom").DataSet("test", "zoom-in").Aria("label", l.t(text.ZoomIn)).Title("+").OnClick(l.onZoomIn).Text("+"),
		),
		app.P().ID("scale-keys").Class("small muted").Text(l.t(text.ScaleKeys)),
		app.Div().Class("origin").Body(
			&ui.Segmented{ID: "fill", Hook: "fill", Label: l.t(text.ScaleFill), Value: fill, To: l, Options: []ui.Option{
				{Value: "dense", Label: l.t(text.FillDense)}, {Value: "conv", Label: l.t(text.FillConv)}}},
			app.Div().Class("seed").Body(
				&ui.Number{Lang: l.Page.Lang, ID: "seed", Hook: "seed", Label: l.t(text.Seed), Value: float64(l.state.Seed), Min: 0, Max: seedLimit, Integer: true, To: l},
				ui.Button(ui.ButtonProps{ID: "new-seed", Hook: "new-seed", Label: l.t(text.NewSeed)}, l.onSeed),
			),
		),
		app.P().Class("small").DataSet("test", "origin").Text(origin),
	))
}

// scaleScene returns the first picture without its pixels: outlines show the sizes.
func (l *Lab) scaleScene() viz.Scene {
	w := l.state.Setting.world()
	const width, height = 760, 480
	c := w.fit(width, height)
	sc := viz.Scene{W: width, H: height, Title: l.t(text.ScaleLabel, ui.Count(l.counts.Dense.Weights), ui.Count(l.counts.Conv.Params))}
	x, y := c.screen(0, 0)
	line := viz.Stroke{Paint: viz.Fill(viz.Line), Width: 1}
	sc.Add(viz.Rect{X: x, Y: y, W: float64(w.In) * c.Zoom, H: float64(w.Out) * c.Zoom, Fill: viz.Fill(viz.Panel), Stroke: line})
	sc.Add(viz.Text{X: x, Y: y - 9, S: l.matrixTop(w), Size: 13, Paint: viz.Fill(viz.Muted)})
	left, cols, rows := w.square()
	px, py := c.screen(float64(left), 0)
	sc.Add(viz.Rect{X: px, Y: py, W: float64(cols) * c.Zoom, H: float64(rows) * c.Zoom, Fill: viz.Fill(viz.Accent)})
	sc.Add(viz.Text{X: px + float64(cols)*c.Zoom + 8, Y: py + 12, S: l.t(text.Block, ui.Count(int64(w.Params))), Size: 13, Bold: true, Paint: viz.Fill(viz.Accent)})
	return sc
}

// matrixTop returns the text above the matrix.
func (l *Lab) matrixTop(w world) string {
	return l.t(text.MatrixTop, ui.Count(l.counts.Dense.Weights), ui.Count(int64(w.In)), ui.Count(int64(w.Out)))
}

// renderSparse draws the picture of the connections.
func (l *Lab) renderSparse() app.UI {
	inside := app.UI(app.Canvas().ID("sparse-canvas").Class("sparse-canvas").Aria("hidden", "true"))
	view := layConnections(l.state.Setting, 760, 1)
	if app.IsServer {
		inside = app.Raw(view.scene(l.state.Eye, l.Page.Lang).SVG())
	}
	look := "output"
	if l.state.Eye.Input {
		look = "input"
	}
	count := func(id, name string) app.UI {
		return app.Div().Body(app.Dt().Text(name), app.Dd().ID(id).DataSet("test", id).Text("–"))
	}
	return l.only(sparseView, app.Div().Class("share-view").Body(
		app.Div().Class("sparse-top").Body(
			&ui.Segmented{ID: "look", Hook: "look", Label: l.t(text.LookAt), Value: look, To: l, Options: []ui.Option{
				{Value: "output", Label: l.t(text.LookOutput)}, {Value: "input", Label: l.t(text.LookInput)}}},
			app.Dl().Class("sparse-counts").Body(count("sparse-count", l.t(text.SparseCount)), count("dense-count", l.t(text.DenseCount))),
		),
		l.renderPicture("sparse", "sparse", l.t(text.SparseLabel), "sparse-keys", inside),
		app.P().ID("sparse-said").DataSet("test", "sparse-said").Text("…"),
		app.P().ID("sparse-keys").Class("small muted").Text(l.t(text.SparseKeys)),
	))
}

// renderMatrix draws the small convolution written out as a matrix.
func (l *Lab) renderMatrix() app.UI {
	small := l.state.Small
	o := small.edge()
	view := layMatrix(small, 720, 1)
	inside := app.UI(app.Div().ID("matrix-drawing"))
	arithmetic, said := "…", "…"
	if app.IsServer {
		inside = app.Div().ID("matrix-drawing").Body(app.Raw(view.draw(l.state.Row, spot{}, l.Page.Lang)))
		arithmetic, said = small.arithmetic(l.state.Row), view.title(l.state.Row, l.Page.Lang)
	}
	blank, all := small.blanks()
	blanks := l.t(text.Blanks, ui.Count(int64(blank)), ui.Count(int64(all)), ui.Count(int64(all-blank)), small.K*small.K, o*o)
	if blank == 0 {
		blanks = l.t(text.Blank1)
	}
	return l.only(matrixTab, app.Div().Class("share-view").Body(
		l.renderPicture("matrix", "matrix", l.t(text.MatrixLabel), "matrix-keys", inside),
		app.Div().Class("row-arithmetic").Body(
			app.P().ID("row-arithmetic").DataSet("test", "arithmetic").Text(arithmetic),
			app.P().ID("row-said").Class("small muted").DataSet("test", "row-said").Text(said),
		),
		l.transport.Render(l.Page, lab.TransportProps{Name: text.Steps, Previous: text.Previous, PreviousKey: "←", Next: text.Next, NextKey: "→",
			Scrub: text.Scrub, Counter: "1 / " + strconv.Itoa(o*o)}),
		app.P().DataSet("test", "blanks").Text(blanks),
		app.P().ID("matrix-keys").Class("small muted").Text(l.t(text.MatrixKeys)),
	))
}

// renderSmallSettings draws the sizes and the kernel of the small convolution.
func (l *Lab) renderSmallSettings() app.UI {
	s := l.state.Small
	kernel := []app.UI{}
	for i := range s.K * s.K {
		kernel = append(kernel, &ui.Number{Lang: l.Page.Lang, ID: "kernel-" + strconv.Itoa(i), Hook: "kernel-input", Label: l.t(text.KernelAt, i/s.K+1, i%s.K+1),
			Value: float64(s.Kernel[i]), Min: -weightLimit, Max: weightLimit, Integer: true, To: l})
	}
	return l.only(matrixTab, app.Div().Class("stack rule").Body(
		app.Div().Class("fields").Body(
			&ui.Number{Lang: l.Page.Lang, ID: "small-n", Hook: "param-n", Label: l.t(text.SmallN), Value: float64(s.N), Min: leastN, Max: mostN, Integer: true, To: l},
			&ui.Number{Lang: l.Page.Lang, ID: "small-k", Hook: "param-k", Label: l.t(text.SmallK), Value: float64(s.K), Min: leastK, Max: float64(min(mostK, s.N)), Integer: true, To: l},
		),
		app.Div().Class("field").Body(
			app.Span().ID("kernel-label").Class("field-label").Text(l.t(text.Kernel)),
			app.Div().Class("kernel-fields kernel-"+strconv.Itoa(s.K)).Attr("role", "group").Aria("labelledby", "kernel-label").Body(kernel...),
		),
	))
}
