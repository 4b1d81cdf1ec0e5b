package invlab

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderReach draws how far each net keeps the digit's class.
func (l *Lab) renderReach() app.UI {
	mean := func(net netKind) app.UI {
		words := "–"
		if l.prerendered() {
			words = l.reachWords(net)
		}
		return app.Div().Class("inv-reach-net").Body(
			app.Dt().Class("inv-key-"+net.String()).Text(l.t(netName(net))),
			app.Dd().ID(netIDs[net].reach).DataSet("test", netIDs[net].reach).Text(words),
		)
	}
	count := []app.UI{ui.Button(ui.ButtonProps{ID: "reach-test-start", Hook: "reach-test-start", Label: l.t(text.ReachTest, reachTestSamples), Disabled: l.why()}, l.onReachTest)}
	if l.reachTest.Running {
		count = []app.UI{
			ui.Button(ui.ButtonProps{ID: "reach-test-stop", Hook: "reach-test-stop", Label: l.t(text.Cancel)}, l.onCancel),
			app.Progress().ID(idReachTest).DataSet("test", "reach-test-progress").Max(1).Value(0).Aria("label", l.t(text.Reach)),
		}
	}
	further := ""
	if l.reachTestSays() != "" {
		n, _, _ := l.reachTest.outcome()
		further = strconv.Itoa(n)
	}
	return app.Section().Class("stack").Aria("label", l.t(text.Reach)).Body(
		app.H2().Text(l.t(text.Reach)),
		app.Dl().Class("inv-reach-means").Body(mean(convNet), mean(denseNet)),
		l.drawn(ui.Canvas(idReach, "reach", "inv-reach-canvas", l.t(text.ReachLabel)), func() viz.Scene {
			r := l.reach(320, 12)
			r.Title = l.reachSays()
			return r.Scene()
		}),
		app.P().Class("small muted").Text(l.t(text.ReachNote)),
		app.Div().Class("inv-reach-test").Body(count...),
		app.P().Class("inv-result").DataSet("test", "reach-test-result").DataSet("further", further).Attr("role", "status").Text(l.reachTestSays()),
	)
}

// why returns why the workers cannot compute anything now, or "" if they can.
func (l *Lab) why() string {
	switch {
	case l.seen == nil:
		return l.t(text.NotReady)
	case l.chart.Running || l.reachTest.Running || l.retraining.Running:
		return l.t(text.Busy)
	}
	return ""
}

// renderChart draws accuracy against shift, and its controls.
func (l *Lab) renderChart() app.UI {
	ways, counts := []ui.Option{}, []ui.Option{}
	for d := range directions {
		ways = append(ways, ui.Option{Value: d.String(), Label: l.t(directionName(d))})
	}
	for _, n := range sampleCounts() {
		counts = append(counts, ui.Option{Value: strconv.Itoa(n), Label: l.t(text.SampleCount, n)})
	}
	start := ui.ButtonProps{ID: "sweep-start", Hook: "sweep-start", Label: l.t(text.Compute), Emphasis: ui.Primary, Disabled: l.why()}
	buttons := []app.UI{ui.Button(start, l.onCompute)}
	if l.chart.Running {
		buttons = []app.UI{
			ui.Button(ui.ButtonProps{ID: "sweep-stop", Hook: "sweep-stop", Label: l.t(text.Cancel)}, l.onCancel),
			app.Progress().ID(idDone).DataSet("test", "sweep-progress").Max(1).Value(0).Aria("label", l.t(text.Chart)),
		}
	}
	result := ""
	switch s := l.state; {
	case l.chart.Running || !l.chart.Told:
	case l.chart.Direction != s.Direction || l.chart.Samples != s.Samples || l.chart.Seed != l.seed():
		result = l.t(text.ChartOld)
	case l.chart.share() < 1:
		result = l.t(text.CountStopped)
	default:
		result = l.chartSays()
	}
	if l.chart.Beforehand && result != "" {
		result += " " + l.t(text.Beforehand)
	}
	head := func(s string) app.UI { return app.Th().Scope("col").Class("num").Text(s) }
	return app.Section().Class("stack inv-chart-box").Aria("label", l.t(text.Chart)).Body(
		app.H2().Text(l.t(text.Chart)),
		app.Div().Class("inv-chart-choices").Body(
			&ui.Segmented{ID: "ways", Hook: "ways", Label: l.t(text.Ways), Value: l.state.Direction.String(), Options: ways, To: l},
			&ui.Segmented{ID: "samples", Hook: "samples", Label: l.t(text.Samples), Value: strconv.Itoa(l.state.Samples), Options: counts, To: l},
			app.Div().Class("inv-compute").Body(buttons...),
		),
		l.drawn(ui.Canvas(idChart, "chart", "inv-chart-canvas", l.t(text.ChartLabel)), func() viz.Scene { return l.chartScene(800, 320, 13) }),
		app.P().Class("inv-result").DataSet("test", "sweep-result").Attr("role", "status").Text(result),
		app.P().Class("small muted").Text(l.t(text.ChartNote)),
		app.Details().Class("inv-chart-table").Body(
			app.Summary().Text(l.t(text.ChartTable)),
			app.Table().Body(
				app.THead().Body(app.Tr().Body(head(l.t(text.ShiftColumn)), head(l.t(text.ConvShort)+", %"), head(l.t(text.DenseShort)+", %"))),
				app.TBody().ID(idRows),
			),
		),
	)
}

// chartScene draws what has been counted, at w×h pixels and with type of this size.
func (l *Lab) chartScene(w, h, size float64) viz.Scene {
	c := &l.chart
	d := l.state.Direction
	if c.Told || c.Running {
		d = c.Direction
	}
	v := viz.ShiftChart{W: w, H: h, Title: l.t(text.ChartLabel), Size: size, XLabel: l.t(text.ChartX), YLabel: l.t(text.ChartY),
		Conv: l.t(text.ConvShort), Dense: l.t(text.DenseShort), Guess: l.t(text.Chance), Chance: 10,
		Least: float64(d.least()), Most: chartMost, At: l.along(d)}
	if w < 30*size { // on a phone short names leave the curves more room
		v.Conv, v.Dense = l.t(text.ConvTight), l.t(text.DenseTight)
	}
	if d == AllWays {
		v.XLabel = l.t(text.ChartXAll)
	}
	v.Shift, v.ConvY = c.curve(convNet)
	_, v.DenseY = c.curve(denseNet)
	sc := v.Scene()
	if !c.Told {
		sc.Add(viz.Text{X: w / 2, Y: h / 2, S: l.t(text.ChartEmpty), Size: size, Anchor: viz.Middle, Paint: viz.Fill(viz.Muted)})
	}
	return sc
}

// along returns where the digit is on the chart's axis, NaN if its shift is not on the axis.
func (l *Lab) along(d Direction) float64 {
	x, y := float64(l.state.DX), float64(l.state.DY)
	switch {
	case d == Horizontal && y == 0:
		return x
	case d == Vertical && x == 0:
		return y
	case d == BothAxes && x == y:
		return x
	case d == AllWays && (x == 0 || y == 0 || math.Abs(x) == math.Abs(y)):
		return max(math.Abs(x), math.Abs(y))
	}
	return math.NaN()
}

// renderNets draws what the nets are, what they were trained on, how well they do, and the controls
// of retraining.
func (l *Lab) renderNets() app.UI {
	cards := []app.UI{}
	for net := range netKinds {
		cards = append(cards, l.renderNet(net))
	}
	retrain := ui.ButtonProps{ID: "retrain", Hook: "retrain", Label: l.t(text.Retrain), Title: l.t(text.RetrainHint), Disabled: l.why()}
	buttons := []app.UI{ui.Button(retrain, l.onRetrain)}
	if l.retraining.Running {
		buttons = []app.UI{ui.Button(ui.ButtonProps{ID: "retrain-stop", Hook: "retrain-stop", Label: l.t(text.RetrainStop)}, l.onCancel)}
	}
	if l.seed() != 0 {
		buttons = append(buttons, ui.Button(ui.ButtonProps{ID: "shipped", Hook: "shipped", Label: l.t(text.BackToFile)}, l.onShipped))
	}
	progress := []app.UI{}
	if l.retraining.Running {
		progress = append(progress,
			app.Progress().ID(idShare).DataSet("test", "retrain-progress").Max(1).Value(0).Aria("label", l.t(text.Retrain)),
			app.P().ID(idTold).Class("small").DataSet("test", "retrain-told").Text("…"))
	}
	return app.Section().Class("stack rule inv-nets").Aria("label", l.t(text.Nets)).Body(
		app.H2().Text(l.t(text.Nets)),
		app.Div().Class("inv-cards").Body(cards...),
		app.Div().Class("inv-retrain").Body(
			&ui.Number{Lang: l.Page.Lang, ID: "seed", Hook: "seed", Label: l.t(text.SeedLabel), Value: float64(l.wantedSeed), Min: 1, Max: seedLimit, Integer: true, To: l},
			app.Div().Class("buttons").Body(buttons...),
		),
		app.Div().Class("inv-progress").Body(progress...),
		app.P().Class("small muted").Text(l.t(text.RetrainNote)),
	)
}

// renderNet draws one net's card.
func (l *Lab) renderNet(net netKind) app.UI {
	t := l.net(net)
	rows := []app.UI{}
	row := func(name, hook, value string) {
		dd := app.Dd().Text(value)
		if hook != "" {
			dd = dd.DataSet("test", hook)
		}
		rows = append(rows, app.Div().Body(app.Dt().Text(name), dd))
	}
	if t != nil {
		trained := text.Shipped
		if t.Origin == weights.ThisVisit {
			trained = text.Retrained
		}
		row(l.t(text.NetLayers), "", layers(t.Net))
		row(l.t(text.NetParams), "", ui.Count(int64(len(t.Params))))
		row(l.t(text.Trained), "", l.t(trained, t.About.Seed, ui.Count(int64(t.About.Steps)), ui.Count(int64(t.About.Seen))))
		row(l.t(text.TestAccuracy), netIDs[net].accuracy, l.accuracy(t.About))
		if t.About.MNIST >= 0 && t.About.MNISTTested > 0 {
			row(l.t(text.OnMNIST), "mnist-"+net.String(), l.t(text.ShareOf, lab.Percent(t.About.MNIST), ui.Count(int64(t.About.MNISTTested))))
		}
	}
	return app.Div().Class("inv-card").Body(append([]app.UI{app.H3().Class("inv-key-" + net.String()).Text(l.t(netName(net)))},
		app.Dl().Body(rows...))...)
}

// layers writes a net's layers in a line, with the window, filters or units of each.
func layers(net nn.Spec) string {
	words := []string{}
	for i, name := range net.Names() {
		n := strconv.Itoa
		switch la := net.Layers[i]; la.Kind {
		case nn.Conv:
			words = append(words, name+" "+n(la.F)+"×"+n(la.F)+"×"+n(la.Out))
		case nn.MaxPool, nn.AvgPool:
			words = append(words, name+" "+n(la.F)+"×"+n(la.F))
		case nn.Dense:
			words = append(words, name+" "+n(la.Out))
		case nn.GlobalAvgPool:
			words = append(words, name)
		}
	}
	return strings.Join(words, " → ")
}

// accuracy returns how many of the digits kept for tests a net reads, as its file says, or "–".
func (l *Lab) accuracy(a weightfile.About) string {
	if a.Tested == 0 || a.Accuracy < 0 {
		return "–"
	}
	return l.t(text.ShareOf, lab.Percent(a.Accuracy), ui.Count(int64(a.Tested)))
}
