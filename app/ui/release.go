package ui

// Releases end what a page has begun.
type Releases []func()

// Add takes more of them.
func (r *Releases) Add(release ...func()) { *r = append(*r, release...) }

// All calls each once, in the order they came.
func (r *Releases) All() {
	for _, release := range *r {
		release()
	}
	*r = nil
}
