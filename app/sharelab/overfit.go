package sharelab

import (
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// overfit holds what the two networks of /invariance read after training on few digits for many
// epochs.
type overfit struct {
	digits      int // the digits that they were trained on
	epochs      int // how often they were trained on them
	conv, dense scored
}

// scored holds how many digits a network reads correctly: of those it was trained on, and of 1,000
// others.
type scored struct{ trained, others int }

// The networks, their numbers of parameters, and how they were trained.
const (
	fewParamsNet  = "32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10"
	manyParamsNet = "32x32x1 flatten dense100+relu dense10"
	fewParams     = 6_346
	manyParams    = 103_510

	overfitBatch  = 32
	overfitRate   = 0.002
	overfitSeed   = 2
	overfitOthers = 1_000
)

// overfits returns what was measured. A test measures the first row again.
func overfits() []overfit {
	return []overfit{
		{100, 40, scored{100, 781}, scored{100, 683}},
		{200, 32, scored{200, 871}, scored{200, 788}},
	}
}

// renderOverfit draws the table that shows the use of fewer parameters.
func (l *Lab) renderOverfit() app.UI {
	head := func(s string) app.UI { return app.Th().Scope("col").Class("num").Text(s) }
	cell := func(n, of int) app.UI {
		return app.Td().Class("num").Text(l.t(text.RightOf, percent(float64(n)/float64(of))))
	}
	rows := []app.UI{}
	for _, o := range overfits() {
		rows = append(rows, app.Tr().DataSet("test", "overfit-row").Body(
			app.Th().Scope("row").Class("num").Text(ui.Count(int64(o.digits))),
			cell(o.conv.trained, o.digits), cell(o.dense.trained, o.digits),
			cell(o.conv.others, overfitOthers), cell(o.dense.others, overfitOthers)))
	}
	conv, dense := l.t(text.Convolution), l.t(text.Dense)
	return app.Section().Class("stack rule overfit").Aria("label", l.t(text.OverfitTitle)).Body(
		app.H2().Text(l.t(text.OverfitTitle)),
		app.P().Text(l.t(text.OverfitSays, ui.Count(fewParams), ui.Count(manyParams), ui.Count(overfitOthers))),
		app.Div().Class("table-box").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.OverfitTitle)).Body(app.Table().DataSet("test", "overfit").Body(
			app.THead().Body(
				app.Tr().Body(head(l.t(text.OverfitDigits)), app.Th().Scope("colgroup").Class("num").ColSpan(2).Text(l.t(text.OverfitTrained)),
					app.Th().Scope("colgroup").Class("num").ColSpan(2).Text(l.t(text.OverfitOthers))),
				app.Tr().Body(app.Td(), head(conv), head(dense), head(conv), head(dense))),
			app.TBody().Body(rows...))))
}
