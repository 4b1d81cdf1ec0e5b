package netlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderUse draws the buttons that train the network and that reset the lab.
func (l *Lab) renderUse() app.UI {
	h := toTraining(l.state.Valid, l.state.Seed)
	var train app.UI
	if h.Code == "" {
		train = app.A().Class("button button-primary button-link").DataSet("test", "train-this").Href(l.trainHref(h)).Text(l.t(text.TrainThis))
	} else {
		train = ui.Button(ui.ButtonProps{ID: "train-this", Hook: "train-this", Label: l.t(text.TrainThis), Disabled: l.t(text.TooLarge)}, nil)
	}
	note := ""
	switch {
	case h.Code != "":
		why, _ := lang.Fault(l.Page.Lang, h.Code, h.Layer, h.Args)
		note = l.t(text.TooLarge) + " " + why
	case l.state.broken():
		note = l.t(text.TrainsKept)
	}
	if in := l.state.Valid.In; h.Code == "" && (in.Flat || in.H < 32 || in.W < 32 || in.C != 1 && in.C != 3) {
		note += " " + l.t(text.SmallInput)
	} else if classes := l.state.Valid.Classes(); h.Code == "" && classes != 10 {
		note += " " + l.t(text.OtherClasses, classes)
	}
	body := []app.UI{
		app.H2().Class("small-head").Text(l.t(text.Use)),
		app.Div().Class("buttons").Body(train,
			lab.Reset(l.Page, l.onReset)),
		app.P().Class("small").DataSet("test", "train-note").Text(note),
	}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Use)).Body(body...)
}

func (l *Lab) trainHref(h handover) string {
	return l.Page.Link("/train") + "?" + h.Query
}

// renderCode draws the network as a program for two libraries.
func (l *Lab) renderCode() app.UI {
	listing := func(id, name, code string, press app.EventHandler) app.UI {
		said := ""
		if l.copied.name == name {
			said = l.t(text.Copied, name)
			if l.copied.failed {
				said = l.t(text.CopyFailed)
			}
		}
		return app.Div().Class("net-figure").Body(
			app.Div().Class("net-code-head").Body(
				app.H3().Class("small-head").Text(name),
				app.P().Class("small").Attr("role", "status").DataSet("test", "copied-"+id).Text(said),
				ui.Button(ui.ButtonProps{ID: "copy-" + id, Hook: "copy-" + id, Label: l.t(text.Copy), Title: l.t(text.CopyHint, name)}, press)),
			app.Pre().Class("net-listing").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.CodeLabel, name)).DataSet("test", "code-"+id).Text(code))
	}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Code)).Body(
		app.H2().Text(l.t(text.Code)),
		app.P().Class("small muted").Text(l.t(text.CodeNote)),
		app.Div().Class("net-pair").Body(
			listing("pytorch", "PyTorch", PyTorch(l.Page.Lang, l.state.Valid), l.onCopyTorch),
			listing("keras", "Keras", Keras(l.Page.Lang, l.state.Valid), l.onCopyKeras),
		),
	)
}
