package trainlab

import "stridelab/nn"

// planned reports whether the table shows the present run and the worker has said how it computes
// each of its n layers.
func (l *Lab) planned(n int) bool {
	return l.store.HasRun && !l.newRunComing() && !l.pending() && len(l.store.Plan) == n
}

// how says how the worker computes a layer of the table. It returns "" if that is not known.
func (l *Lab) how(rows []nn.Row, layer int) (kernel nn.Kernel, words string) {
	if layer < 0 || !l.planned(len(rows)-1) {
		return "", ""
	}
	p := l.store.Plan[layer]
	if p.With >= 0 {
		return p.Kernel, l.t(text.HowFused, rows[p.With+1].Name)
	}
	switch p.Kernel {
	case nn.DirectConv:
		return p.Kernel, l.t(text.HowDirect)
	case nn.Im2col:
		return p.Kernel, l.t(text.HowIm2col)
	case nn.Product:
		return p.Kernel, l.t(text.HowProduct)
	case nn.Pool2:
		return p.Kernel, l.t(text.HowPool2)
	case nn.Nothing:
		return p.Kernel, l.t(text.HowNothing)
	}
	return p.Kernel, l.t(text.HowLoop)
}

// howNote explains the words of how for the n layers of the table, "" if they are not known.
func (l *Lab) howNote(n int) string {
	switch {
	case !l.planned(n):
		return ""
	case l.store.Hello.Accelerator == "portable":
		return l.t(text.HowPortable)
	}
	return l.t(text.HowVectors)
}
