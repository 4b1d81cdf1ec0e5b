package ui

// Address synchronises the query in the address bar with the state of a lab.
type Address struct {
	Query string // in the address bar

	opened bool    // Comes has been called
	behind bool    // the state has changed since Query was written
	at     float64 // when Due last returned true, in milliseconds
}

// Comes reports whether the lab must read the query of a navigation: that of the first page, of a
// link, a bookmark or the back button. It returns false for the query that the lab itself wrote,
// and for a later empty one, as from the language switch.
func (a *Address) Comes(query string) bool {
	if a.opened && (query == "" || query == a.Query) {
		return false
	}
	a.opened = true
	return true
}

// Put writes a query into the address bar. With whole it adds an entry to the history, so that the
// back button returns to the query before.
func (a *Address) Put(query string, whole bool) {
	a.Query, a.behind = query, false
	PutQuery(query, whole)
}

// Changed marks the query as out of date.
func (a *Address) Changed() { a.behind = true }

// Behind reports whether Changed has been called since the last Put.
func (a *Address) Behind() bool { return a.behind }

// Due reports whether to write the query now. A lab calls it on each frame, with the time in
// milliseconds. Browsers refuse hundreds of writes a minute, so Due returns true at most twice a
// second.
func (a *Address) Due(ms float64) bool {
	if !a.behind || ms-a.at <= 500 {
		return false
	}
	a.at = ms
	return true
}
