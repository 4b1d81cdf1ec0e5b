package viz

// Outline is the border of the cells that are set in a grid [h, w], as closed lines in
// cells from its upper left corner, each around its cells clockwise; holes run the other
// way round. Cells that touch at a corner only are kept apart. It panics if len(set) is
// not w*h.
func Outline(set []bool, w, h int) [][]Point {
	if len(set) != w*h {
		panic("viz: bad outline size")
	}
	at := func(x, y int) bool { return x >= 0 && y >= 0 && x < w && y < h && set[y*w+x] }
	// A side of a cell runs with the cell on its right: from a corner, in one of the four
	// directions right, down, left, up. Where it begins and its direction are its name.
	type side struct{ x, y, way int }
	steps := [4][2]int{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}
	open := map[side]bool{}
	var order []side
	add := func(s side) {
		open[s] = true
		order = append(order, s)
	}
	for y := range h {
		for x := range w {
			if !at(x, y) {
				continue
			}
			if !at(x, y-1) {
				add(side{x, y, 0})
			}
			if !at(x+1, y) {
				add(side{x + 1, y, 1})
			}
			if !at(x, y+1) {
				add(side{x + 1, y + 1, 2})
			}
			if !at(x-1, y) {
				add(side{x, y + 1, 3})
			}
		}
	}
	var lines [][]Point
	for _, first := range order {
		if !open[first] {
			continue
		}
		line := []Point{}
		for s, last := first, -1; open[s]; {
			delete(open, s)
			if s.way != last {
				line = append(line, Point{float64(s.x), float64(s.y)})
				last = s.way
			}
			x, y := s.x+steps[s.way][0], s.y+steps[s.way][1]
			// To the right first: so a corner that two cells share does not join them.
			for _, turn := range [3]int{1, 0, 3} {
				if next := (side{x, y, (s.way + turn) % 4}); open[next] {
					s = next
					break
				}
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// Blocks covers the cells that are set in a grid [h, w] with rectangles, none of them
// over another: runs along rows, joined with equal runs below. It panics if len(set) is not
// w*h.
func Blocks(set []bool, w, h int) []Rect {
	if len(set) != w*h {
		panic("viz: bad outline size")
	}
	var blocks []Rect
	above := map[[2]int]int{} // run of the row above: which block it is in
	for y := range h {
		row := map[[2]int]int{}
		for x := 0; x < w; x++ {
			if !set[y*w+x] {
				continue
			}
			end := x
			for end < w && set[y*w+end] {
				end++
			}
			run := [2]int{x, end}
			if i, ok := above[run]; ok {
				blocks[i].H++
				row[run] = i
			} else {
				row[run] = len(blocks)
				blocks = append(blocks, Rect{X: float64(x), Y: float64(y), W: float64(end - x), H: 1})
			}
			x = end
		}
		above = row
	}
	return blocks
}
