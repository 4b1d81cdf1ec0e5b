package lab

import "stridelab/app/ui"

// address is what a lab knows of the address bar, which holds its state.
type address struct {
	Query string // as the address bar has it

	opened bool    // a first address has come
	behind bool    // the state has changed since Query was written
	at     float64 // when Due last returned true, in milliseconds

	within bool   // a link within the page has been followed since the last entry of the lab's own
	left   string // Query at that time, which the entry before the link still has
}

// Comes reports whether the lab has to restore a query that the page has come to: one of a
// link, a bookmark, the back button. It does not restore its own query, nor a later one
// that is empty (the language switch's).
func (a *address) Comes(query string) bool {
	if a.opened && (query == "" || query == a.Query || a.Returns(query)) {
		return false
	}
	a.opened = true
	return true
}

// Put writes a query. With entry it makes a new entry of the browser's history, so that the
// back button returns to the one before.
func (a *address) Put(query string, entry bool) {
	a.Query, a.behind = query, false
	a.within = a.within && !entry
	ui.PutQuery(query, entry)
}

// Within notes that the page has come to its own query: by a link within the page, or back from
// it.
func (a *address) Within() { a.within, a.left = true, a.Query }

// Returns reports whether a query is that of the entry before a link within the page, while the
// lab has written another one since. It shows no earlier state than the lab does.
func (a *address) Returns(query string) bool {
	return a.within && query == a.left && query != a.Query
}

// Changed notes that the state has changed.
func (a *address) Changed() { a.behind = true }

// Behind reports whether the state has changed since the last Put.
func (a *address) Behind() bool { return a.behind }

// Due reports, in a frame, whether the time has come to write what is behind. That is at
// most every half second, as browsers refuse hundreds of writes a minute.
func (a *address) Due(ms float64) bool {
	if !a.behind || ms-a.at <= 500 {
		return false
	}
	a.at = ms
	return true
}
