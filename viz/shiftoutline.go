package viz

// Outline is the border of the cells that are set in a grid [h, w], as closed lines.
// Coordinates are cells, from the upper left corner. A line runs clockwise around its cells,
// and counterclockwise around a hole. Cells that touch only at a corner have separate lines.
// It panics if len(set) is not w*h.
func Outline(set []bool, w, h int) [][]Point {
	if len(set) != w*h {
		panic("viz: bad outline size")
	}
	at := func(x, y int) bool { return x >= 0 && y >= 0 && x < w && y < h && set[y*w+x] }
	// A side of a cell begins at a corner and runs with the cell on its right.
	type side struct{ x, y, way int }
	const right, down, left, up = 0, 1, 2, 3 // the ways; the next is a turn to the right
	steps := [4]struct{ x, y int }{right: {1, 0}, down: {0, 1}, left: {-1, 0}, up: {0, -1}}
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
				add(side{x, y, right})
			}
			if !at(x+1, y) {
				add(side{x + 1, y, down})
			}
			if !at(x, y+1) {
				add(side{x + 1, y + 1, left})
			}
			if !at(x-1, y) {
				add(side{x, y + 1, up})
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
			x, y := s.x+steps[s.way].x, s.y+steps[s.way].y
			// A turn to the right comes first, then straight on, then to the left: so two
			// cells that share only a corner are not joined.
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

// Blocks covers the cells that are set in a grid [h, w] with rectangles that do not overlap.
// A rectangle is a run of cells in a row, and the equal runs in the rows below it. It panics
// if len(set) is not w*h.
func Blocks(set []bool, w, h int) []Rect {
	if len(set) != w*h {
		panic("viz: bad outline size")
	}
	var blocks []Rect
	above := map[[2]int]int{} // for each run of the row above, the index of its block
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
