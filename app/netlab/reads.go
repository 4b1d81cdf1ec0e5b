package netlab

import "stridelab/nn"

// windowCells counts the cells under a unit's window, in one channel: those that lie in the layer's
// input, and all of them. The others are padding. The window of global pooling is the whole map.
func (r *run) windowCells(row int, u Unit) (inside, all int) {
	in := r.rows[row-1].Shape
	g := r.spec.Layers[row-1].Geometry()
	if g.F == 0 {
		return in.H * in.W, in.H * in.W
	}
	return len(under(g, u.Y, in.H)) * len(under(g, u.X, in.W)), g.F * g.F
}

// under lists the rows of an input of n rows that the window of output row at reads. Columns are
// alike.
func under(g nn.Geometry, at, n int) (list []int) {
	for k := range g.F {
		if y := at*g.S - g.P + k*g.D; y >= 0 && y < n {
			list = append(list, y)
		}
	}
	return list
}

// origin is the layer that computed a unit of a row, and the unit there: flattening and dropout
// hand on what they are given.
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

// pixels lists the rows and the columns of the network's input that a unit depends on. It depends
// on each pixel that is in both. A window with gaps, by dilation or by a stride larger than the
// window, leaves out some of the receptive field.
func pixels(s nn.Spec, rows []nn.Row, row int, u Unit) (ys, xs []int) {
	row, u = origin(s, rows, row, u)
	return places(s, rows, row, u.Y, func(in nn.Shape) int { return in.H }),
		places(s, rows, row, u.X, func(in nn.Shape) int { return in.W })
}

// places lists the rows of the input that a unit in row at of a layer's output depends on. edge is
// the height of a shape; with the width the answer is the columns.
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
			case rows[i].Jump == 0: // it sees all of its input
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
