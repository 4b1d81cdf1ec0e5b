package ui

// Releases collects the functions that release what a page uses: listeners, frames and the like.
type Releases []func()

// Add appends functions.
func (r *Releases) Add(release ...func()) { *r = append(*r, release...) }

// All calls each function once, in order, and forgets them.
func (r *Releases) All() {
	for _, release := range *r {
		release()
	}
	*r = nil
}
