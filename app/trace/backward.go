package trace

// Backward goes through the windows of a walk again and propagates the gradient G of each output to
// the numbers that the output was computed from. It holds the sums so far.
//
// Convolution, for window i with gradient g:
//
//	dW[k] += g·x[k]    dX[cell of k] += g·W[k]    db += g
//
// Max pooling gives g to the winner, average pooling g/Divisor to each cell.
//
// nn adds the gradients of poolings in this order, so after every window the sums are its float32
// numbers. It computes those of convolutions as a matrix product, in another order. So their sums
// are exact until the last window, and after it they are the numbers of nn.
type Backward struct {
	w            *Walk
	done         int // windows whose gradient has been propagated
	DW, DX, DB   []float64
	DXMax, DXAvg []float64
}

// NewBackward returns a Backward before the first window: all sums are 0.
func (w *Walk) NewBackward() *Backward {
	return &Backward{w: w, DW: make([]float64, len(w.W)), DX: make([]float64, len(w.X)), DB: make([]float64, len(w.B)),
		DXMax: make([]float64, len(w.X)), DXAvg: make([]float64, len(w.X))}
}

// Done is how many windows have been propagated.
func (b *Backward) Done() int { return b.done }

// Seek computes the sums over the first done windows. Forward it adds only the windows between;
// backward it begins again with the first. It panics where done is out of range.
func (b *Backward) Seek(done int) {
	if done < 0 || done > b.w.Steps() {
		panic("trace: step out of range")
	}
	if done < b.done {
		for _, s := range [][]float64{b.DW, b.DX, b.DB, b.DXMax, b.DXAvg} {
			clear(s)
		}
		b.done = 0
	}
	for ; b.done < done; b.done++ {
		if b.w.Kind == Conv {
			b.conv(b.done)
		} else {
			b.pool(b.done)
		}
	}
	if b.done == b.w.Steps() && b.w.Kind == Conv {
		for _, p := range []struct {
			sums   []float64
			engine []float32
		}{{b.DW, b.w.DW}, {b.DX, b.w.DX}, {b.DB, b.w.DB}} {
			for i, v := range p.engine {
				p.sums[i] = float64(v)
			}
		}
	}
}

func (b *Backward) conv(i int) {
	w := b.w
	m, row, col := w.At(i)
	g := float64(w.G[i])
	b.DB[m] += g
	if g == 0 {
		return
	}
	top, left := w.Corner(row), w.Corner(col)
	k := m * w.C * w.F * w.F
	for ch := range w.C {
		for kr := range w.F {
			r := top + kr*w.D
			for kc := range w.F {
				c := left + kc*w.D
				if r >= 0 && c >= 0 && r < w.N && c < w.N {
					at := (ch*w.N+r)*w.N + c
					b.DW[k] += g * float64(w.X[at])
					b.DX[at] += g * float64(w.W[k])
				}
				k++
			}
		}
	}
}

func (b *Backward) pool(i int) {
	w := b.w
	s := w.PoolStep(i)
	g := w.G[i]
	share := g / float32(s.Divisor)
	for k, t := range s.Terms {
		if t.Padding {
			continue
		}
		at := (s.Channel*w.N+t.Row)*w.N + t.Col
		if k == s.Winner {
			b.DXMax[at] = float64(float32(b.DXMax[at]) + g)
		}
		b.DXAvg[at] = float64(float32(b.DXAvg[at]) + share)
	}
}
