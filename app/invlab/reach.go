package invlab

import (
	"stridelab/app/lab"
	"stridelab/data"
	"stridelab/viz"
)

// Reach is how far a digit can be moved in each direction of viz.Ways before a net reads a wrong
// class, in pixels. It is Most if the net never does, and 0 if it misreads the unmoved digit.
type Reach [8]int

// Sum returns the sum over the directions, by which two nets are compared.
func (r Reach) Sum() int {
	n := 0
	for _, d := range r {
		n += d
	}
	return n
}

// search finds the reaches of both nets for one digit. It takes one reading at a time, so that the
// page can do it in what is left of its frames.
type search struct {
	ink   []float32 // [32, 32], the digit not moved
	class int
	nets  [netKinds]*Net

	Reach   [netKinds]Reach
	Wrong   [netKinds]bool // the net misreads the digit not moved
	net     netKind
	way     int
	Done    bool
	scratch []float32
}

// newSearch begins a search. It keeps ink, which must not change.
func newSearch(ink []float32, class int, conv, dense *Net) *search {
	return &search{ink: ink, class: class, nets: [netKinds]*Net{convNet: conv, denseNet: dense}, scratch: make([]float32, len(ink)), way: -1}
}

// step lets one net read the digit once.
func (s *search) step() {
	if s.Done {
		return
	}
	net := s.nets[s.net]
	if s.way < 0 { // the digit not moved
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

// next goes on with direction way, or with the other net if way is 8.
func (s *search) next(way int) {
	s.way = way
	if way < 8 {
		return
	}
	s.way, s.net = -1, s.net+1
	s.Done = s.net == netKinds
}

// known returns the reaches of a net found so far, −1 in the other directions.
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
