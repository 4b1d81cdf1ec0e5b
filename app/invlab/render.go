package invlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The ids of the elements that the painter writes into without go-app.
const (
	idLab       = "inv-lab"
	idField     = "inv-field"
	idMoved     = "inv-moved"
	idLost      = "inv-lost"
	idMaps      = "inv-maps"
	idReach     = "inv-reach"
	idChart     = "inv-chart"
	idRows      = "inv-chart-rows"
	idDone      = "inv-chart-done"
	idReachTest = "inv-reach-test-done"
	idShare     = "inv-retrain-share"
	idTold      = "inv-retrain-told"
)

// netIDs are the ids of the elements that each net has.
var netIDs = [netKinds]struct{ class, sure, bars, reach, accuracy string }{
	convNet:  {"conv-class", "conv-sure", "conv-bars", "conv-reach", "accuracy-conv"},
	denseNet: {"dense-class", "dense-sure", "dense-bars", "dense-reach", "accuracy-dense"},
}

// netName returns the name of a net on the page.
func netName(net netKind) lang.Text {
	return [...]lang.Text{convNet: text.Conv, denseNet: text.Dense}[net]
}

// Render draws the page. In the browser, painter_js.go draws what changes with the digit, without a
// render. The server draws the pictures as SVG, so that the page can be read before its program
// runs, or without it. data-state, data-dx and data-dy have the same value in each render, because
// the painter sets them in the document.
func (l *Lab) Render() app.UI {
	return l.Page.Frame(keys(),
		lab.Root("invariance", "inv-lab").ID(idLab).DataSet("state", "loading").DataSet("dx", Default().DX).DataSet("dy", Default().DY).Body(
			lab.Head(l.Page, text.Title, text.Lead, l.renderNotice()),
			app.Div().Class("lab").Body(
				app.Div().Class("inv-main").Body(
					l.renderStage(),
					l.renderTransport(),
					l.renderMaps(),
				),
				app.Div().Class("side stack-wide").Body(
					l.renderLesson(),
					l.renderChoice(),
					ui.SharePanel(l.Page, l.Shared, l.OnShare),
				),
			),
			app.Div().Class("inv-wide").Body(l.renderReach(), l.renderChart()),
			l.renderNets(),
			ui.Notes(l.Page, notes()),
		),
	)
}

// prerendered reports whether the server renders the page, with nets. Then the render writes what
// the painter writes in the browser.
func (l *Lab) prerendered() bool { return app.IsServer && l.seen != nil }

// drawn returns a canvas for the painter or, on the server, the picture itself.
func (l *Lab) drawn(canvas app.UI, scene func() viz.Scene) app.UI {
	if !l.prerendered() {
		return canvas
	}
	return app.Raw(scene().SVG())
}

// renderNotice draws the notice at the top.
func (l *Lab) renderNotice() app.UI {
	kind, sentence := l.notice.kind, ""
	switch {
	case l.Broken:
		kind, sentence = ui.Error, l.t(l.Refusal())
	case l.nets.missing != nil:
		kind, sentence = ui.Error, weights.Sentence(l.Page.Lang, l.nets.missing)
	case l.notice != (notice{}):
		sentence = l.t(l.notice.text)
	}
	hook := "notice"
	if kind == ui.Error {
		hook = "error"
	}
	return ui.Notice(kind, hook, sentence)
}

// renderStage draws the digit and, beside it, what each net reads.
func (l *Lab) renderStage() app.UI {
	field := l.drawn(app.Canvas().ID(idField+"-canvas").Class("inv-field-canvas").Aria("hidden", "true"), func() viz.Scene {
		return l.seen.fieldScene(320, plates{}, l.t(text.FieldLabel))
	})
	place, lost := "–", "\u00a0"
	if l.prerendered() {
		place, lost = l.place()
	}
	return app.Section().Class("inv-stage").Aria("label", l.t(text.Stage)).Body(
		app.Div().Class("inv-field-box").Body(
			app.Div().ID(idField).Class("inv-field").DataSet("test", "field").TabIndex(0).Attr("role", "application").
				Aria("label", l.t(text.FieldLabel)).Aria("describedby", "inv-keys").Body(field),
			app.P().Class("inv-place").Body(
				app.Strong().ID(idMoved).DataSet("test", "shift").Text(place),
				app.Span().ID(idLost).DataSet("test", "lost").Text(lost),
			),
		),
		l.renderVerdict(convNet),
		l.renderVerdict(denseNet),
		app.P().ID("inv-keys").Class("small muted inv-keys").Text(l.t(text.FieldKeys)),
		app.P().Class("small muted inv-ticks").Text(l.t(text.BarsNote)),
	)
}

// renderVerdict draws what a net reads, and its bars.
func (l *Lab) renderVerdict(net netKind) app.UI {
	id := netIDs[net]
	reads, verdict, right := "–", l.t(text.Waiting), ""
	if l.prerendered() {
		reads, verdict, right = l.verdict(net)
	}
	label := l.t(text.BarsLabel, l.t(netName(net)))
	bars := l.drawn(ui.Canvas(id.bars, id.bars, "inv-bars", label), func() viz.Scene {
		b := l.bars(net, 250, 240, 13)
		b.Title = label
		return b.Scene()
	})
	return app.Div().Class("inv-net inv-net-"+net.String()).Body(
		app.Div().Class("inv-answer").Body(
			app.H2().Class("inv-net-name").Text(l.t(netName(net))),
			app.P().Class("inv-verdict").Body(
				app.Strong().ID(id.class).DataSet("test", id.class).DataSet("right", right).Text(reads),
				app.Span().ID(id.sure).DataSet("test", id.sure).Text(verdict),
			),
		),
		bars,
	)
}

// renderTransport draws the transport along the path.
func (l *Lab) renderTransport() app.UI {
	options := []ui.Option{}
	for p := range paths {
		options = append(options, ui.Option{Value: p.String(), Label: l.t(pathName(p))})
	}
	return l.transport.Render(l.Page, lab.TransportProps{Name: text.Transport, First: text.First, Previous: text.Previous, Next: text.Next, Last: text.Last,
		Play: text.Play, Scrub: text.Scrub, Place: Default().step(), Counter: "–",
		More: []app.UI{&ui.Select{ID: "path", Hook: "path", Label: l.t(text.Path), Value: l.state.Path.String(), Options: options, To: l}}})
}

// renderMaps draws the feature maps of the convolutional net, and the table of changes.
func (l *Lab) renderMaps() app.UI {
	canvas := l.drawn(ui.Canvas(idMaps, "feature-maps", "inv-maps-canvas", l.t(text.MapsLabel)), func() viz.Scene {
		return layMaps(l.seen.conv, 800, 1).scene(l.seen, l.state, plates{}, l.Page.Lang)
	})
	fields := []app.UI{}
	if l.seen != nil {
		n, m := l.seen.conv, l.seen.maps
		field := func(id, label string, row, value int) {
			if row > 0 {
				fields = append(fields, &ui.Number{Lang: l.Page.Lang, ID: id, Hook: id, Label: l.t(text.MapNumber, label), Value: float64(value + 1),
					Min: 1, Max: float64(n.rows[row].Shape.C), Integer: true, To: l})
			}
		}
		first := n.rows[m.First].Name
		if m.Pooled > 0 {
			first = l.t(text.MapOf, first, n.rows[m.Pooled].Name)
		}
		field("map-first", first, m.First, l.state.Map)
		if m.Last > 0 {
			field("map-last", n.rows[m.Last].Name, m.Last, l.state.Last)
		}
	}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Maps)).Body(
		app.Div().Class("inv-maps-head").Body(app.H2().Text(l.t(text.Maps)), app.Div().Class("fields").Body(fields...)),
		canvas,
		app.P().Class("small muted").Text(l.t(text.MapsNote)),
		l.renderTable(),
	)
}
