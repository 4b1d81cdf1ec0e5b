package ui

// Address is what a lab knows of the address bar, which it keeps its state in.
type Address struct {
	Query string // as the address bar has it

	opened bool    // a first address has come
	behind bool    // the state has gone on since Query was written
	at     float64 // when Due last said so, in milliseconds
}

// Comes says whether a query that the page has come to is to be taken up: a link's, a
// bookmark's, that of the back button. The lab's own is not, nor a later one without a
// state (the language switch's).
func (a *Address) Comes(query string) bool {
	if a.opened && (query == "" || query == a.Query) {
		return false
	}
	a.opened = true
	return true
}

// Put writes a query; whole puts a new entry in the history, so that the back button
// returns to what was before.
func (a *Address) Put(query string, whole bool) {
	a.Query, a.behind = query, false
	PutQuery(query, whole)
}

// Changed notes that the address is behind.
func (a *Address) Changed() { a.behind = true }

// Behind says whether anything was Changed since the last Put.
func (a *Address) Behind() bool { return a.behind }

// Due says in a frame whether to write now what is behind: when half a second has passed
// since it last did, as browsers refuse hundreds of writes a minute.
func (a *Address) Due(ms float64) bool {
	if !a.behind || ms-a.at <= 500 {
		return false
	}
	a.at = ms
	return true
}
