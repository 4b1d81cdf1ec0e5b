package trainlab

import (
	"math"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The ids of the elements that the painter writes into, without go-app.
const (
	idLab           = "train-lab"
	idEpoch         = "train-epoch-number"
	idEpochStep     = "epoch-step"
	idStep          = "train-step-number"
	idSpeed         = "train-speed"
	idGroup         = "train-workers"
	idLoss          = "train-loss"
	idLossAt        = "train-loss-at"
	idTrain         = "train-accuracy"
	idTrainAt       = "train-accuracy-at"
	idTest          = "test-accuracy"
	idTestStep      = "test-step"
	idProgress      = "train-progress"
	idStatus        = "train-status"
	idLossCurve     = "train-loss-curve"
	idAccuracyCurve = "train-accuracy-curve"
	idFilters       = "train-filters"
	idSampleText    = "train-sample-text"
	idMoved         = "train-moved"
	idMovedBy       = "train-moved-by"
	idStage         = "train-net"
	idInput         = "train-input"
	idOpenUnit      = "train-open-unit"
	idDark          = "train-dark"
	idPad           = "draw-pad"
	idPadSeen       = "pad-seen"
	idPadGuess      = "pad-guess"
	idPadSure       = "pad-sure"
	idLog           = "loss-log"
	idLogRows       = "loss-log-rows"
)

// Render draws the page. It always gives data-state, data-step and every number that training
// changes the same value. The painter then sets them in the document, and go-app leaves them alone
// because it sees no difference.
func (l *Lab) Render() app.UI {
	return l.Page.Frame(keys(),
		lab.Root("train", "train").ID(idLab).DataSet("state", "loading").DataSet("step", "0").Body(
			lab.Head(l.Page, text.Title, text.Description, l.renderNotices()),
			app.Section().Class("train-view").Aria("label", l.t(text.StageTitle)).Body(
				l.renderTransport(),
				l.renderNumbers(),
				l.renderInput(),
				l.stage.Render(l.renderOpened()),
				l.renderCurves(),
			),
			app.Div().Class("lab").Body(
				app.Div().Class("train-below stack").Body(append(l.renderTabs(), l.renderNotes())...),
				app.Div().Class("side stack-wide").Body(
					l.renderLesson(),
					ui.SharePanel(l.Page, l.Shared, l.OnShare),
				),
			),
		),
		app.Div().Class("train-drop").Aria("hidden", "true").Body(
			app.P().Text(l.t(text.DropHere)),
		),
	)
}

// t returns a text in the language of the page.
func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }

// renderNotices draws the notices at the head of the page. Each element is always there, even if it
// is empty, because go-app compares elements by their position.
func (l *Lab) renderNotices() app.UI {
	sentence := ""
	if l.notice != (notice{}) {
		sentence = l.notice.sentence(l.Page.Lang)
	}
	refusal := l.refusalText()
	hookOf := func(n notice) string {
		if n.kind == ui.Error {
			return "error"
		}
		return "notice"
	}
	return app.Div().Class("train-notices").Body(
		app.Div().Class("train-notice").Body(
			ui.Notice(l.refusal.kind, hookOf(l.refusal), refusal),
			app.If(refusal != "", func() app.UI {
				return ui.Button(ui.ButtonProps{ID: "refusal-close", Hook: "refusal-close", Label: l.t(text.Dismiss), Emphasis: ui.Quiet}, l.onRefusalRead)
			}),
		),
		app.Div().Class("train-notice").Body(l.renderAsk()...),
		app.Div().Class("train-notice").Body(ui.Notice(ui.Info, "stuck", l.stuckText())),
		app.Div().Class("train-notice").Body(l.renderPending(true)...),
		app.Div().Class("train-notice").Body(
			ui.Notice(l.notice.kind, hookOf(l.notice), sentence),
			app.If(l.restartable(), func() app.UI {
				return ui.Button(ui.ButtonProps{ID: "worker-restart", Hook: "worker-restart", Label: l.t(text.Restart), Emphasis: ui.Primary}, l.onRestart)
			}).ElseIf(sentence != "", func() app.UI {
				return ui.Button(ui.ButtonProps{ID: "notice-close", Hook: "notice-close", Label: l.t(text.Dismiss), Emphasis: ui.Quiet}, l.onDismiss)
			}),
		),
	)
}

// renderTransport draws the buttons that start, pause, step and reset the run.
func (l *Lab) renderTransport() app.UI {
	busy := l.store.Busy()
	start := text.Start
	if !l.store.Fresh() {
		start = text.Continue
	}
	button := func(id, hook string, label, hint lang.Text, emphasis ui.Emphasis, blocked bool, reason lang.Text, press app.EventHandler) app.UI {
		return ui.Button(ui.ButtonProps{
			ID: id, Hook: hook, Label: l.t(label), Title: l.t(hint), Emphasis: emphasis,
			Disabled: l.reason(blocked, reason),
		}, press)
	}
	begin := ui.ButtonProps{
		ID: "train-start", Hook: "train-start", Label: l.t(start), Title: l.t(text.StartHint), Emphasis: ui.Primary,
		Disabled: l.reason(busy, text.ReasonBusy), Waits: l.startWhenLoaded,
	}
	if l.loading() { // pressed now, it starts the run when that comes
		begin.Title, begin.Disabled = l.t(text.StartWhenLoaded), ""
	}
	return app.Div().Class("train-transport").Attr("role", "group").Aria("label", l.t(text.Transport)).Body(
		ui.Button(begin, l.onStart),
		button("train-pause", "train-pause", text.Pause, text.PauseHint, ui.Plain, !busy, text.ReasonNotRunning, l.onPause),
		button("train-step", "train-step", text.Step, text.StepHint, ui.Plain, busy, text.ReasonRunning, l.onStep),
		button("train-epoch", "train-epoch", text.Epoch, text.EpochHint, ui.Plain, busy, text.ReasonRunning, l.onEpoch),
		button("train-reset", "train-reset", text.Reset, text.ResetHint, ui.Plain, l.store.Untouched() && !l.pending(), text.ReasonFresh, l.onReset),
	)
}

// renderNumbers draws the progress bar and the figures.
func (l *Lab) renderNumbers() app.UI {
	return app.Div().Class("train-numbers").Body(
		app.Div().Class("train-progress").Body(
			app.Progress().ID(idProgress).Max(1).Value(0).Aria("label", l.t(text.EpochProgress)),
			app.P().ID(idStatus).Class("train-status").DataSet("test", "status").Text(none),
		),
		ui.Stats(
			ui.StatAt(idEpoch, "epoch", l.t(text.EpochNumber), idEpochStep),
			ui.Stat(idStep, "step-count", l.t(text.StepNumber), ""),
			ui.Stat(idSpeed, "samples-per-second", l.t(text.Speed), ""),
			ui.StatAt(idLoss, "loss", l.t(text.TrainLoss), idLossAt),
			ui.StatAt(idTrain, "train-accuracy", l.t(text.TrainAccuracy), idTrainAt),
			ui.StatAt(idTest, "test-accuracy", l.t(text.TestAccuracy), idTestStep),
		),
	)
}

// renderNotes draws what the figures and the input are.
func (l *Lab) renderNotes() app.UI {
	return app.Div().Class("train-notes").Body(
		app.P().Class("train-quiet").DataSet("test", "measured").Text(l.measured()),
		app.P().ID(idGroup).Class("train-quiet").DataSet("test", "run-workers").Text(none),
		l.renderAccelerator(),
		app.Details().Class("train-quiet").Body(
			app.Summary().Text(l.t(text.InputNotes)),
			app.P().Class("figure-note").Text(l.t(text.SampleNote)),
			app.P().Class("figure-note").Text(l.padNote()),
			app.P().ID("pad-keys").Class("figure-note").Text(l.t(text.PadKeys)),
		),
	)
}

// measured says what the figures are averages of.
func (l *Lab) measured() string {
	said := l.t(text.Measured)
	switch i := l.store.Dataset.Info; {
	case i.Test > train.MostTested:
		said = join(said, l.t(text.TestedSome, ui.Count(train.MostTested), ui.Count(int64(i.Test))))
	case i.Test > 0:
		said = join(said, l.t(text.TestedAll, ui.Count(int64(i.Test))))
	}
	return said
}

// stuckText says that a run does not learn, and what may help. It returns "" for a run that learns.
func (l *Lab) stuckText() string {
	s := l.store
	if !s.Stuck || l.lost != trainer.NotLost {
		return ""
	}
	guess := formatLoss(math.Log(float64(s.Classes())))
	usual, now := DefaultLearningRate(l.run.Net, l.run.Optimizer), s.Snap.LearningRate
	switch {
	case now > usual:
		return l.t(text.StuckLower, stuckSteps, guess, formatNumber(usual))
	case now < usual:
		return l.t(text.StuckHigher, stuckSteps, guess, formatNumber(usual))
	}
	return l.t(text.StuckOther, stuckSteps, guess)
}

// renderAccelerator says that training is slower than it could be, if the browser has no vectors.
func (l *Lab) renderAccelerator() app.UI {
	if l.store.Hello.Accelerator != "portable" {
		return app.P().Class("train-quiet").Hidden(true).Text("")
	}
	return app.P().Class("train-quiet").DataSet("test", "portable").Text(l.t(text.Portable))
}

// renderCurves draws the two charts.
func (l *Lab) renderCurves() app.UI {
	return app.Div().Class("train-curves").Body(
		figure(text.LossCurve.In(l.Page.Lang), "", ui.Canvas(idLossCurve, "loss-curve", "train-curve", l.t(text.CurveEmpty))),
		figure(text.AccuracyCurve.In(l.Page.Lang), "", ui.Canvas(idAccuracyCurve, "accuracy-curve", "train-curve", l.t(text.CurveEmpty))),
	)
}

// figure returns a picture with a title above it and a note below it.
func figure(title, note string, body ...app.UI) app.UI {
	content := append([]app.UI{app.H2().Class("figure-title").Text(title)}, body...)
	if note != "" {
		content = append(content, app.P().Class("figure-note").Text(note))
	}
	return app.Div().Class("figure").Body(content...)
}

// renderInput draws what the stage's input is chosen with: the test samples and the pad.
func (l *Lab) renderInput() app.UI {
	return app.Div().Class("train-input").Body(
		app.P().ID(idInput).Class("train-shown").DataSet("test", "stage-input").Text(none),
		app.Div().Class("train-chooser").Body(
			&ui.Number{
				Lang: l.Page.Lang, ID: idSample, Hook: "sample-index", Label: l.t(text.SampleIndex),
				Value: float64(l.state.Sample), Min: 0, Max: float64(l.lastSample()), Integer: true,
				Disabled: l.reason(false, text.NotReady), Quiet: !l.OnPage, To: l,
			},
			ui.Button(ui.ButtonProps{ID: "sample-prev", Hook: "sample-prev", Label: "‹", Title: l.t(text.PreviousSample), Disabled: l.reason(false, text.NotReady)}, l.onPreviousSample),
			ui.Button(ui.ButtonProps{ID: "sample-next", Hook: "sample-next", Label: "›", Title: l.t(text.NextSample), Disabled: l.reason(false, text.NotReady)}, l.onNextSample),
			ui.Button(ui.ButtonProps{ID: "sample-random", Hook: "sample-random", Label: l.t(text.RandomSample), Disabled: l.reason(false, text.NotReady)}, l.onRandomSample),
		),
		app.P().ID(idSampleText).Class("train-verdict").DataSet("test", "sample-text").Text(none),
		app.Canvas().ID(idPad).Class("train-pad").DataSet("test", "draw-pad").
			TabIndex(0).Attr("role", "application").Aria("label", l.t(text.PadLabel)).Aria("describedby", "pad-keys"),
		app.Div().Class("train-pad-row").Body(
			ui.Button(ui.ButtonProps{ID: "pad-clear", Hook: "pad-clear", Label: l.t(text.PadClear), Disabled: l.locked()}, l.onPadClear),
			ui.Canvas(idPadSeen, "pad-seen", "train-seen", l.t(dataText.PadSeen, l.padFrame().h, l.padFrame().w)),
			app.Strong().ID(idPadGuess).Class("train-guess").DataSet("test", "prediction").Text(none),
		),
		app.P().ID(idPadSure).Class("train-verdict").Text(l.t(text.PadEmpty)),
	)
}

// renderWeights draws the first filters, how they have changed, and which maps are dark.
func (l *Lab) renderWeights() app.UI {
	return app.Div().Class("stack-wide").Body(
		figure(l.t(text.Filters), l.filtersNote(),
			ui.Canvas(idFilters, "filters", "train-filters", l.t(text.MapsWait)),
		),
		figure(l.t(text.Moved), l.t(text.MovedNote),
			ui.Canvas(idMoved, "filters-moved", "train-filters", l.t(text.MapsWait)),
			app.P().ID(idMovedBy).Class("train-verdict").DataSet("test", "moved-by").Text(none),
		),
		figure(l.t(text.DarkTitle), l.t(text.MapsNote),
			app.P().ID(idDark).Class("train-verdict").DataSet("test", "dark-maps").Text(none),
		),
	)
}

// renderLog draws the table of exact losses. The painter writes its rows.
func (l *Lab) renderLog() app.UI {
	return app.Details().ID(idLog).Class("train-log train-section").DataSet("test", "loss-log").Body(
		app.Summary().Text(l.t(text.LossLog)),
		app.P().Class("figure-note").Text(l.t(text.LossLogHint)),
		app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Attr("scope", "col").Text(l.t(text.StepColumn)),
				app.Th().Attr("scope", "col").Text(l.t(text.MinibatchLoss)),
			)),
			app.TBody().ID(idLogRows),
		),
	)
}
