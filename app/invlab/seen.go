package invlab

import (
	"stridelab/app/lab"
	"stridelab/data"
)

// seen is all that the page knows about one digit at one shift. It is computed once for each move.
type seen struct {
	ink    []float32 // [32, 32], the digit not moved
	moved  []float32 // [32, 32], the digit moved by (dx, dy)
	class  int
	dx, dy int
	lost   float64 // share of the ink that is out of the field

	conv, dense *Net
	maps        maps
	was, now    [netKinds]record // what the nets put out for ink and for moved
	layers      []layer
}

// layer is a row of the table of how much each layer changed.
type layer struct {
	net  netKind
	row  int // row of the net's table, −1 for the probabilities
	what Moved
}

// newSeen lets both nets read a digit that is not moved. It keeps ink, [32, 32], which must not
// change.
func newSeen(ink []float32, class int, conv, dense *Net) *seen {
	s := &seen{ink: ink, moved: make([]float32, len(ink)), class: class, conv: conv, dense: dense, maps: conv.maps()}
	for i, n := range s.nets() {
		n.keep(&s.was[i], n.Read(ink))
	}
	s.shift(0, 0)
	return s
}

// nets returns both nets.
func (s *seen) nets() [netKinds]*Net { return [netKinds]*Net{convNet: s.conv, denseNet: s.dense} }

// offset is how far the digit is moved.
func (s *seen) offset() offset { return offset{float64(s.dx), float64(s.dy)} }

// shift moves the digit to (dx, dy), counted from where it stood first, and lets both nets read it.
func (s *seen) shift(dx, dy int) {
	s.dx, s.dy = dx, dy
	data.Shift(s.moved, s.ink, 1, edge, edge, dx, dy)
	s.lost = lost(s.ink, dx, dy)
	for i, n := range s.nets() {
		n.keep(&s.now[i], n.Read(s.moved))
	}
	s.layers = s.layers[:0]
	add := func(net netKind, row int) {
		if row > 0 || row == 0 && net == convNet {
			r := s.nets()[net].rows[row]
			s.layers = append(s.layers, layer{net, row, compare(r, s.was[net].Layers[row], s.now[net].Layers[row], dx, dy, edge)})
		}
	}
	probs := func(net netKind) {
		d := unlike(s.was[net].Probs, s.now[net].Probs)
		s.layers = append(s.layers, layer{net, -1, Moved{Change: d, Left: d}})
	}
	add(convNet, 0)
	for _, row := range [4]int{s.maps.First, s.maps.Pooled, s.maps.Last, s.maps.Vector} {
		if row > 0 {
			add(convNet, row)
		}
	}
	probs(convNet)
	add(denseNet, s.dense.hidden())
	probs(denseNet)
}

// reading returns the class that a net reads now, and its probability.
func (s *seen) reading(net netKind) (class int, sure float64) {
	p := s.now[net].Probs
	class = lab.Argmax(p)
	return class, float64(p[class])
}

// movedOf returns what the shift did to a row of the convolutional net. It panics for a row that is
// not in maps.
func (s *seen) movedOf(row int) Moved {
	for _, l := range s.layers {
		if l.net == convNet && l.row == row {
			return l.what
		}
	}
	panic("invlab: a layer that is not looked at")
}
