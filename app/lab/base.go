package lab

import (
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// State is all that an address restores. Query writes it; the default state is the empty
// query.
type State interface{ Query() string }

// States is how a Base reads and shows the states of its lab.
type States[S State] struct {
	// Parse reads what Query writes. On an error it returns the state that the lab shows
	// instead.
	Parse func(query string) (S, error)

	// Now is the state that the lab shows.
	Now func() S

	// Show takes over a state that a control has asked for. A lab that writes its address by
	// itself, with Write, needs none.
	Show func(s S)

	// Restore takes over the state of an address, and forgets all that no address holds.
	// err is that of Parse. A lab that follows its address by itself needs neither this nor
	// Parse.
	Restore func(s S, err error)
}

// Base is what the components of all labs have in common. A lab embeds it under a name that
// is not exported,
//
//	type base = lab.Base[State]
//
// because go-app copies the exported fields of a component from one to the next.
type Base[S State] struct {
	page
	states States[S]
}

// page is the part of a Base that is the same code for any State.
type page struct {
	Ctx      app.Context // of the component, once it is mounted
	OnPage   bool        // the component is mounted in a browser
	Broken   bool        // the address that was opened does not hold a state; Refusal says why
	Shared   ui.Shared   // what the Share panel shows
	Releases ui.Releases // what ends with the page

	why     error // of Parse, for the address that was opened
	address address
	query   func() string      // of the state that is shown
	restore func(query string) // nil where the lab follows its address by itself
}

// Init prepares a Base. Call it in OnInit.
func (b *Base[S]) Init(states States[S]) {
	b.states = states
	b.query = func() string { return states.Now().Query() }
	if states.Restore != nil {
		b.restore = b.Restore
	}
}

// Restore puts the lab into the state of a query.
func (b *Base[S]) Restore(query string) {
	s, err := b.states.Parse(query)
	b.Broken, b.why, b.Shared = err != nil, err, ui.Shared{}
	b.address.Query = query
	b.states.Restore(s, err)
}

// Change shows a state and makes an entry of the browser's history for it: a preset, a
// setting, a stop.
func (b *Base[S]) Change(s S) {
	b.states.Show(s)
	b.Broken = false
	b.Write(true)
}

// Adjust shows a state that the back button passes over: a step on the way. The address
// follows within half a second.
func (b *Base[S]) Adjust(s S) {
	b.states.Show(s)
	b.Broken = false
	b.Changed()
}

// Arrive restores the state of the page's address, unless it is the lab's own. It reports
// whether it did. Call it in OnNav, and in OnMount before any key or pointer can change the
// state: OnNav may come later.
func (p *page) Arrive(ctx app.Context) bool {
	query := ctx.Page().URL().RawQuery
	if !p.address.Comes(query) {
		return false
	}
	p.restore(query)
	return true
}

// Mount follows the back and forward buttons. Call it in OnMount, with Unmount in
// OnDismount.
func (p *page) Mount(ctx app.Context) {
	p.Ctx, p.OnPage = ctx, true
	if p.restore == nil {
		return
	}
	p.Releases.Add(ui.OnBack(func(query string) {
		// This is asked at once, because the lab may write another query before a dispatch.
		if query == p.address.Query {
			p.address.Within()
			return
		}
		ctx.Dispatch(func(app.Context) {
			if p.address.Returns(query) {
				p.Write(false)
			} else if query != p.address.Query {
				p.restore(query)
			}
		})
	}))
}

// Unmount ends what was begun with the page.
func (p *page) Unmount() {
	p.Releases.All()
	p.OnPage = false
}

// Changed notes that the state has changed without Change or Adjust, as it does where a
// painter follows a pointer.
func (p *page) Changed() {
	if p.OnPage {
		p.address.Changed()
	}
}

// Write puts the state into the address bar now, with entry as a new entry of the history.
func (p *page) Write(entry bool) {
	if p.OnPage { // else the address may be another page's by now
		p.Rewrite(entry)
	}
}

// Rewrite is Write for OnNav, which may come before OnMount.
func (p *page) Rewrite(entry bool) { p.address.Put(p.query(), entry) }

// Flush writes the address if it is behind.
func (p *page) Flush() {
	if p.address.Behind() {
		p.Write(false)
	}
}

// FlushDue is Flush for a frame, at most every half second.
func (p *page) FlushDue(ms float64) {
	if p.address.Due(ms) {
		p.Flush()
	}
}

// Act does something with a render, from outside of go-app. It is true, for the key that
// asked for it.
func (p *page) Act(f func()) bool {
	p.Ctx.Dispatch(func(app.Context) { f() })
	return true
}

// Rerender renders the lab, from outside of go-app.
func (p *page) Rerender() { p.Ctx.Dispatch(nil) }

// OnShare shows and copies the link to what is on the screen.
func (p *page) OnShare(app.Context, app.Event) {
	p.Write(false)
	p.Shared = ui.Share(func(failed bool) {
		if p.OnPage {
			p.Act(func() { p.Shared.Failed = failed })
		}
	})
}
