package trainlab

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// tabRow is a row of the table of tabs.
type tabRow struct {
	tab   Tab
	label lang.Text
	body  func(*Lab) app.UI
}

// tabTable returns the tabs, in the order in which the page lists them.
func tabTable() []tabRow {
	return []tabRow{
		{TabSettings, text.TabSettings, (*Lab).renderSettingsTab},
		{TabWeights, text.TabWeights, (*Lab).renderWeights},
		{TabSteps, text.TabSteps, (*Lab).renderSteps},
		{TabNetwork, text.TabNetwork, (*Lab).renderNetwork},
	}
}

// renderTabs draws the tabs and what they hold. All of it is on the page, so that the painter finds
// its elements; what is not open is hidden.
func (l *Lab) renderTabs() []app.UI {
	var buttons, panels []app.UI
	for i, r := range tabTable() {
		id, open := "tab-"+string(r.tab), r.tab == l.state.Tab
		selected, stop := "false", -1
		if open {
			selected, stop = "true", 0
		}
		buttons = append(buttons, app.Button().ID(id).Class("train-tab").Type("button").DataSet("test", "tab").DataSet("name", string(r.tab)).
			Attr("role", "tab").Aria("selected", selected).Aria("controls", id+"-panel").TabIndex(stop).Text(l.t(r.label)).
			OnClick(l.onTab(r.tab), app.EventScope(i)).OnKeyDown(l.onTabKey(i), app.EventScope(i)))
		class := "train-panel"
		if !open {
			class += " train-closed"
		}
		panels = append(panels, app.Div().ID(id+"-panel").Class(class).Attr("role", "tabpanel").Aria("labelledby", id).Body(r.body(l)))
	}
	return append([]app.UI{app.Div().Class("train-tabs").Attr("role", "tablist").Aria("label", l.t(text.Tabs)).Body(buttons...)}, panels...)
}

func (l *Lab) onTab(tab Tab) app.EventHandler {
	return func(app.Context, app.Event) { l.open(tab) }
}

// open opens a tab. Its pictures are drawn anew, since a hidden canvas has no size.
func (l *Lab) open(tab Tab) {
	s := l.state
	s.Tab = tab
	l.change(s)
	l.Ctx.Defer(func(app.Context) {
		if l.painter != nil {
			l.painter.repaint()
		}
	})
}

// onTabKey moves between the tabs with the arrow keys.
func (l *Lab) onTabKey(at int) app.EventHandler {
	return func(ctx app.Context, e app.Event) {
		all := tabs()
		switch e.Get("key").String() {
		case "ArrowRight":
			at++
		case "ArrowLeft":
			at += len(all) - 1
		case "Home":
			at = 0
		case "End":
			at = len(all) - 1
		default:
			return
		}
		e.PreventDefault()
		e.StopImmediatePropagation()
		tab := all[at%len(all)]
		l.open(tab)
		l.Ctx.Defer(func(app.Context) { focus("tab-" + string(tab)) })
	}
}

// renderSettingsTab draws the settings. The question about changed settings scrolls with them, so
// that it stays in view and covers nothing else.
func (l *Lab) renderSettingsTab() app.UI {
	return app.Div().Class("train-settings").Body(
		l.renderSettings(),
		app.Div().Class("train-notice train-pending").Body(l.renderPending(false)...),
	)
}

// renderSteps draws one step in formulas, and the exact losses.
func (l *Lab) renderSteps() app.UI {
	return app.Div().Class("stack-wide").Body(l.renderDescent(), l.renderLog())
}
