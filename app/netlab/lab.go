package netlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// base is what this lab has in common with the others.
type base = lab.Base[State]

// Lab is the component of /network.
type Lab struct {
	app.Compo
	Page ui.Page

	base
	state   State
	past    lab.History[State]
	lastKey string  // what the last edit changed; an edit of the same is undone together with it
	adding  nn.Kind // the kind of layer that Add inserts
	made    figures // what the page draws
	copied  copied

	store    *weights.Store
	fetching fetching
}

// copied tells what was copied last, and whether that failed.
type copied struct {
	name   string
	failed bool
}

// New makes the lab in the language of page. store keeps weights between labs.
func New(page ui.Page, store *weights.Store) *Lab { return &Lab{Page: page, store: store} }

// OnInit prepares the first render.
func (l *Lab) OnInit() {
	l.Init(lab.States[State]{Parse: ParseQuery, Now: func() State { return l.state }, Restore: l.restore})
	l.state, l.adding = Default(), nn.Conv
}

// OnNav takes the state from the address: a link, a bookmark, the way back from a unit.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, text.Title, text.Description)
	if l.Arrive(ctx) && leadsBack(ctx.Page().URL().RawQuery) {
		l.comeBack(ctx)
	}
}

// comeBack scrolls to the unit whose arithmetic was shown, and gives its map the focus. It takes
// the request for that out of the address.
func (l *Lab) comeBack(ctx app.Context) {
	l.Rewrite(false)
	ctx.Defer(func(app.Context) { // after the render, and after go-app has scrolled to the top
		if l.made.tiles.single() {
			ui.Focus(idOpen) // a layer of single numbers has no map
			return
		}
		ui.Focus(idMap)
	})
}

// restore shows the state of an address.
func (l *Lab) restore(s State, _ error) {
	l.state, l.past, l.lastKey, l.copied = s, lab.History[State]{}, "", copied{}
}

// OnMount listens for keys and for the back button.
func (l *Lab) OnMount(ctx app.Context) {
	l.Mount(ctx)
	l.Releases.Add(ui.OnKey(l.key), ui.OnUndo(func() { l.Act(l.undo) }, func() { l.Act(l.redo) }),
		ui.OnTheme(func(viz.Theme) { l.Rerender() }), // drawn weights have the paper's colour at 0
		l.store.OnKeep(l.Rerender))                   // newly kept weights may be better
}

// OnDismount ends all that OnMount began.
func (l *Lab) OnDismount() { l.Unmount() }

// key handles a key that no field takes. It runs outside of go-app.
func (l *Lab) key(key string) bool {
	switch key {
	case "u", "U":
		return l.Act(l.undo)
	case "y", "Y":
		return l.Act(l.redo)
	case "r", "R":
		return l.Act(l.reset)
	case "PageDown":
		return l.Act(func() { l.turnTo(l.state.Stop + 1) })
	case "PageUp":
		return l.Act(func() { l.turnTo(l.state.Stop - 1) })
	}
	return false
}

// edit shows another network in the table. Edits in a row with the same key, such as an arrow key
// held down in a field, are undone as one. said is the sentence to announce.
func (l *Lab) edit(net nn.Spec, row int, key string, said string) {
	if net.Equal(l.state.Net) {
		return
	}
	again := key != "" && key == l.lastKey
	if !again {
		l.past.Record(l.state)
	}
	l.state = l.state.with(net, row)
	l.lastKey, l.Broken, l.copied = key, false, copied{}
	l.Write(!again)
	if !l.state.broken() {
		rows, _ := l.state.Valid.Table()
		said += " " + l.t(text.SaidTotal, ui.Count(total(rows)))
	}
	ui.Announce(said)
}

// look changes only what is shown of the network, which undo does not take back.
func (l *Lab) look(s State) {
	l.state = s
	l.Write(false)
}

func (l *Lab) undo() { l.stepPast(l.past.Undo(l.state)) }
func (l *Lab) redo() { l.stepPast(l.past.Redo(l.state)) }

func (l *Lab) stepPast(s State, ok bool) {
	if !ok {
		return
	}
	s.Stop = l.state.Stop // undo takes edits back, and leaves the lesson where it is
	l.state, l.lastKey, l.copied = s, "", copied{}
	l.Write(true)
	ui.Announce(l.summary())
}

// summary returns a sentence about the network, for a screen reader.
func (l *Lab) summary() string {
	if sentence := l.fault(); sentence != "" {
		return sentence
	}
	rows, _ := l.state.Valid.Table()
	return l.t(text.SaidNet, len(l.state.Net.Layers), ui.Count(total(rows)))
}

// fault returns why the table's network does not fit, or "" if it does.
func (l *Lab) fault() string {
	if err := l.state.Net.Check(); err != nil {
		code, layer, args := faultOf(err)
		sentence, _ := lang.Fault(l.Page.Lang, code, layer, args)
		return sentence
	}
	return ""
}

func (l *Lab) open(p preset) {
	if p.Spec().Equal(l.state.Net) {
		return
	}
	l.past.Record(l.state)
	s := Open(p.Spec())
	s.Stop, s.From, s.Seed, s.Sample = l.state.Stop, l.state.From, l.state.Seed, l.state.Sample
	l.state, l.lastKey, l.Broken, l.copied = s, "", false, copied{}
	l.Write(true)
	ui.Announce(l.t(p.Name) + ". " + l.summary())
}

// reset puts everything back to how the lab opens. Undo takes even that back.
func (l *Lab) reset() {
	if !l.state.Equal(Default()) {
		l.past.Record(l.state)
	}
	l.state, l.lastKey = Default(), ""
	l.Broken, l.Shared, l.copied, l.adding = false, ui.Shared{}, copied{}, nn.Conv
	l.Write(true)
	ui.Announce(l.t(text.WasReset))
}

// selectRow selects a row of the table. withFocus gives it the focus, as after a key.
func (l *Lab) selectRow(row int, withFocus bool) {
	l.look(l.state.selected(row))
	if withFocus && l.OnPage {
		l.Ctx.Defer(func(app.Context) { ui.Focus(rowID(l.state.Row)) })
	}
}

func rowID(row int) string { return "row-" + strconv.Itoa(row) }

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }

// keys are the rows that this lab adds to the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "↑ ↓", Does: text.KeyRow}, {Keys: "Alt+↑ Alt+↓", Does: text.KeyMove}, {Keys: "Delete", Does: text.KeyRemove},
		{Keys: "+", Does: text.KeyAdd}, {Keys: "Enter", Does: text.KeyEnter}, lab.UndoKey(),
		lab.TurnKey(), lab.ResetKey(),
	}
}
