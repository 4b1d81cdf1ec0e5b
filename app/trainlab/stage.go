package trainlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/netstage"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// onStageWatch asks the worker for the weights of the unit that the stage shows; row 0 is none.
func (l *Lab) onStageWatch(row, unit int) {
	l.unit = [2]int{row, unit}
	if l.ready() {
		l.watch()
	}
}

// onStageOpen offers what was opened on the stage: its arithmetic, in lab 4. From the keyboard the
// focus goes there.
func (l *Lab) onStageOpen(p netstage.Place, keyed bool) {
	if !l.ready() {
		return
	}
	l.Ctx.Dispatch(func(ctx app.Context) {
		l.place = p
		if keyed {
			ctx.Defer(func(app.Context) { focus(idOpenUnit) })
		}
	})
}

// renderOpened draws the link to what was opened on the stage.
func (l *Lab) renderOpened() app.UI {
	rows, err := l.run.Spec(l.store.Classes()).Table()
	if l.place.Row < 1 || err != nil || l.place.Row >= len(rows) {
		return app.P().Class("train-quiet").Hidden(true)
	}
	said, row := text.OpenUnit, rows[l.place.Row]
	if row.Shape.H*row.Shape.W > 1 {
		said = text.OpenMap
	}
	n := l.place.Channel + 1
	if l.place.Row == len(rows)-1 {
		n-- // classes count from 0
		said = text.OpenClass
	}
	return app.P().Class("train-quiet").Body(
		app.A().ID(idOpenUnit).DataSet("test", "stage-open").Href(l.Page.Link("/network") + "?" + l.placeQuery(l.place)).
			Text(l.t(said, row.Name, n, l.place.Y+1, l.place.X+1)))
}

// placeQuery returns the address in lab 4 of a unit of the present run's network.
func (l *Lab) placeQuery(p netstage.Place) string {
	var w lab.Writer
	w.Escape("layers", l.run.Spec(l.store.Classes()).String())
	w.Ints("row", p.Row)
	w.Put("unit", strconv.Itoa(p.Channel+1)+"."+strconv.Itoa(p.Y+1)+"."+strconv.Itoa(p.X+1))
	w.Put("weights", "visit")
	w.Ints("sample", l.state.Sample)
	return w.String()
}

// showStage gives the stage the newest numbers: of the drawing if that is the input, else of the
// chosen sample.
func (p *painter) showStage() {
	l, s := p.lab, p.lab.store
	if !s.HasRun || s.Classes() == 0 {
		return
	}
	names := make([]string, s.Classes())
	for i := range names {
		names[i] = s.ClassName(i)
	}
	l.stage.Network(p.lang(), l.run.Spec(s.Classes()), names)
	f := netstage.Frame{Input: s.Snap.Sample.Image, Maps: s.Snap.Maps, Probs: s.Snap.Sample.Probs, Label: s.Snap.Sample.Label, Unit: s.Snap.Unit}
	said := text.ShownTraining
	if s.Snap.Sample.Test {
		said = text.ShownTest
	}
	shown := said.With(p.lang(), s.Snap.Sample.Index)
	if p.drawingShown() {
		f.Input, f.Maps, f.Probs, f.Label = s.Pad.Image, s.Pad.Maps, s.Pad.Probs, -1
		shown = text.ShownDrawing.In(p.lang())
	}
	p.set(idInput, shown)
	l.stage.Show(f)
}

// drawingShown reports whether the input is the drawing, and its maps have come.
func (p *painter) drawingShown() bool {
	return p.lab.pad.shown && !p.lab.pad.ink.Empty() && len(p.lab.store.Pad.Maps) > 0
}
