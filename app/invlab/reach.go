package invlab

import (
	"stridelab/app/lab"
	"stridelab/data"
	"stridelab/viz"
)

// Reach is how far a digit can be moved in each of viz.Ways before a net reads another
// class than the right one: pixels, Most where it never does, and 0 too where it is misread
// at once.
type Reach [8]int

// Sum adds the directions up: the figure by which two nets are compared.
func (r Reach) Sum() int {
	n := 0
	for _, d := range r {
		n += d
	}
	return n
}

// search finds the reaches of both nets for one digit, a reading at a time, so that a page
// can do it in what is left of its frames.
type search struct {
	ink   []float32 // [32, 32], not moved
	class int
	nets  [netKinds]*Net

	Reach   [netKinds]Reach
	Wrong   [netKinds]bool // misread where it stands
	net     netKind
	way     int
	Done    bool
	scratch []float32
}

// newSearch begins a search. ink is not changed and must not be.
func newSearch(ink []float32, class int, conv, dense *Net) *search {
	return &search{ink: ink, class: class, nets: [netKinds]*Net{convNet: conv, denseNet: dense}, scratch: make([]float32, len(ink)), way: -1}
}

// step reads the digit once more.
func (s *search) step() {
	if s.Done {
		return
	}
	net := s.nets[s.net]
	if s.way < 0 { // where it stands
		if lab.Argmax(net.Read(s.ink)) != s.class {
			s.Wrong[s.net] = true
			s.next(8)
			return
		}
		s.way = 0
		return
	}
	d, way := s.Reach[s.net][s.way]+1, viz.Ways()[s.way]
	data.Shift(s.scratch, s.ink, 1, edge, edge, d*way[0], d*way[1])
	if lab.Argmax(net.Read(s.scratch)) != s.class {
		s.next(s.way + 1)
		return
	}
	if s.Reach[s.net][s.way] = d; d == Most {
		s.next(s.way + 1)
	}
}

// next goes on with another direction, or with the other net.
func (s *search) next(way int) {
	s.way = way
	if way < 8 {
		return
	}
	s.way, s.net = -1, s.net+1
	s.Done = s.net == netKinds
}

// known are the reaches found so far, −1 for what is not.
func (s *search) known(net netKind) [8]int {
	var r [8]int
	for i := range r {
		switch {
		case net < s.net || net == s.net && i < s.way:
			r[i] = s.Reach[net][i]
		default:
			r[i] = -1
		}
	}
	return r
}
