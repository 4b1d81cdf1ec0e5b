package weights

// Left is a run of the training lab that ended because its page was left. It has no zero
// meaning: a run at step 0 leaves nothing.
type Left struct {
	Step int
	Seed uint64
}

// Leave notes a run that the page being left ends.
func (s *Shelf) Leave(l Left) { s.left = &l }

// Return takes the note of the run that was left last, once; nil where there is none.
func (s *Shelf) Return() *Left {
	l := s.left
	s.left = nil
	return l
}
