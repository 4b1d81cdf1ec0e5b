package netlab

import "stridelab/nn"

// windowCells counts the cells under a unit's window in one channel: inside those of the layer's
// input, all with the cells of padding. The window of global pooling is the whole map.
func (r *run) windowCells(row int, u Unit) (inside, all int) {
	in := r.rows[row-1].Shape
	g := r.spec.Layers[row-1].Geometry()
	if g.F == 0 {
		return in.H * in.W, in.H * in.W
	}
	return len(under(g, u.Y, in.H)) * len(under(g, u.X, in.W)), g.F * g.F
}

// under returns the rows of an input of n rows that the window of output row at reads. For columns
// it is the same.
func under(g nn.Geometry, at, n int) (list []int) {
	for k := range g.F {
		if y := at*g.S - g.P + k*g.D; y >= 0 && y < n {
			list = append(list, y)
		}
	}
	return list
}

// origin returns the row that computed a unit of a row, and the unit there. It differs from the row
// itself only for flattening and dropout, which pass on what they are given.
func origin(s nn.Spec, rows []nn.Row, row int, u Unit) (int, Unit) {
	for ; row > 0; row-- {
		switch s.Layers[row-1].Kind {
		case nn.Flatten:
			if in := rows[row-1].Shape; !in.Flat {
				u = Unit{u.C / (in.H * in.W), u.C / in.W % in.H, u.C % in.W}
			}
		case nn.Dropout:
		default:
			return row, u
		}
	}
	return row, u
}

// pixels returns the rows ys and the columns xs of the network's input that a unit depends on. It
// depends on each pixel that is in both. A window with gaps, by dilation or by a stride larger than
// the window, leaves out some of the receptive field.
func pixels(s nn.Spec, rows []nn.Row, row int, u Unit) (ys, xs []int) {
	row, u = origin(s, rows, row, u)
	return places(s, rows, row, u.Y, func(in nn.Shape) int { return in.H }),
		places(s, rows, row, u.X, func(in nn.Shape) int { return in.W })
}

// places returns the rows of the input that a unit in row at of a layer's output depends on. edge
// returns the height of a shape; if it returns the width, places returns the columns.
func places(s nn.Spec, rows []nn.Row, row, at int, edge func(nn.Shape) int) []int {
	now := make([]bool, edge(rows[row].Shape))
	now[at] = true
	for i := row; i > 0; i-- {
		n := edge(rows[i-1].Shape)
		before := make([]bool, n)
		g := s.Layers[i-1].Geometry()
		for y, read := range now {
			switch {
			case !read:
			case g.F > 0:
				for _, k := range under(g, y, n) {
					before[k] = true
				}
			case rows[i].Jump == 0: // the layer depends on all of its input
				for k := range before {
					before[k] = true
				}
			default:
				before[y] = true
			}
		}
		now = before
	}
	var list []int
	for y, read := range now {
		if read {
			list = append(list, y)
		}
	}
	return list
}
