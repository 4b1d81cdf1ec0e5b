package trainlab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A command that would end a run that has made a step asks first, and says how many steps would be
// lost:
//
//	Reset, the key R ──> asks ──────────────────────> reset
//	settings, data, an address ──> pending ─────────> configure
//
// Until the learner answers, and if the answer is to keep it, the run goes on as before.

// idAskLost and idPendingLost are the elements that say how many steps would be lost. The painter
// keeps them up to date.
const (
	idAskLost     = "ask-lost"
	idPendingLost = "pending-lost"
)

// lost says how many steps a new run would end.
func lost(l lang.Lang, step int) string {
	if step == 1 {
		return text.LostOne.In(l)
	}
	return text.Lost.With(l, ui.Count(int64(step)))
}

func (l *Lab) onReset(ctx app.Context, e app.Event) {
	l.resetAsked()
	l.toAnswer()
}

// onResetKey handles the key R.
func (l *Lab) onResetKey() {
	asked := l.asks
	l.resetByKey()
	if l.toAnswer(); asked {
		l.focusStart()
	}
}

// toAnswer moves the focus to the answer that loses nothing, if there is a question.
func (l *Lab) toAnswer() {
	if l.asks {
		l.Ctx.Defer(func(app.Context) { focus("ask-no") })
	}
}

// resetAsked handles the button Reset: it resets a run at step 0, and asks first for any other run.
func (l *Lab) resetAsked() {
	if l.ready() && l.store.Snap.Step > 0 {
		l.asks = true
		return
	}
	l.reset()
}

// resetByKey does the same for the key R. To press it again answers the question with yes.
func (l *Lab) resetByKey() {
	if l.asks {
		l.reset()
		return
	}
	l.resetAsked()
}

// dropQuestion removes the question whether to reset. Every other command does so.
func (l *Lab) dropQuestion() { l.asks = false }

func (l *Lab) onAskYes(ctx app.Context, e app.Event) {
	l.reset()
	l.focusStart()
}

func (l *Lab) onAskNo(ctx app.Context, e app.Event) {
	l.dropQuestion()
	l.Ctx.Defer(func(app.Context) { focus("train-reset") })
}

// renderAsk draws the question whether to reset.
func (l *Lab) renderAsk() []app.UI {
	if !l.asks {
		return []app.UI{ui.Notice(ui.Info, "ask", "")}
	}
	sentence := text.AskReset
	if l.pending() {
		sentence = text.AskResetNew
	}
	return []app.UI{
		ui.Notice(ui.Info, "ask", l.t(sentence), l.renderLost(idAskLost)),
		ui.Button(ui.ButtonProps{ID: "ask-yes", Hook: "ask-yes", Label: l.t(text.Reset), Emphasis: ui.Plain}, l.onAskYes),
		ui.Button(ui.ButtonProps{ID: "ask-no", Hook: "ask-no", Label: l.t(text.AskKeep), Emphasis: ui.Primary}, l.onAskNo),
	}
}

// renderPending draws the question what to do with changed settings. It usually stands beside the
// settings, where it stays in sight while they scroll. atHead is for the head of the page: the
// question stands there if a link or files have brought the change.
func (l *Lab) renderPending(atHead bool) []app.UI {
	if !l.pending() || atHead != l.asksAtHead() {
		return []app.UI{ui.Notice(ui.Info, "pending", "")}
	}
	sentence, keep := text.Pending, text.PendingDrop
	switch {
	case l.linked:
		sentence, keep = text.PendingLink, text.AskKeep
	case l.otherFiles():
		sentence, keep = text.PendingFiles, text.AskKeep
	case l.store.Snap.State == train.Failed:
		sentence = text.PendingFailed
	}
	return []app.UI{
		ui.Notice(ui.Info, "pending", l.t(sentence), l.renderLost(idPendingLost)),
		ui.Button(ui.ButtonProps{ID: "pending-apply", Hook: "pending-apply", Label: l.t(text.PendingApply), Emphasis: ui.Primary}, l.onApply),
		ui.Button(ui.ButtonProps{ID: "pending-keep", Hook: "pending-keep", Label: l.t(keep)}, l.onKeepOld),
	}
}

// asksAtHead reports whether the question about the run stands at the head of the page. It does if
// the change comes from a link or from files, not from a field of the settings.
func (l *Lab) asksAtHead() bool { return l.linked || l.newFiles() }

// newFiles reports whether the controls show files of the learner's own that the present run is not
// made of.
func (l *Lab) newFiles() bool {
	return l.otherFiles() || l.state.Dataset == Files && l.run.Dataset != Files
}

func (l *Lab) renderLost(id string) app.UI {
	return app.P().ID(id).DataSet("test", id).Text(lost(l.Page.Lang, l.store.Snap.Step))
}

// showLost updates the number of lost steps in the questions while the run goes on.
func (p *painter) showLost() {
	for _, id := range [...]string{idAskLost, idPendingLost} {
		ui.SetText(id, lost(p.lang(), p.lab.store.Snap.Step))
	}
}
