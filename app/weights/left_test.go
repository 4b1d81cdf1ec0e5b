package weights

import "testing"

func TestRunThatWasLeftIsToldOnce(t *testing.T) {
	s := NewShelf()
	if got := s.Return(); got != nil {
		t.Fatalf("a fresh shelf remembers %+v", *got)
	}
	s.Leave(Left{Step: 3, Seed: 1})
	s.Leave(Left{Step: 40, Seed: 7})
	if got := s.Return(); got == nil || *got != (Left{40, 7}) {
		t.Errorf("got %+v, want the run left last", got)
	}
	if got := s.Return(); got != nil {
		t.Errorf("told twice: %+v", *got)
	}
}
