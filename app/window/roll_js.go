package window

import (
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"
)

// roll keeps a hidden element for each output of a volume that is drawn as tiles, so that whoever
// reads the page by its hooks finds every value. A step writes one of them.
type roll struct {
	values   [][]float32 // the walk's Out, or its Max and Avg
	elements []js.Value  // those of values[0], then those of values[1]
	done     int         // how many outputs have their value
}

// update gives the first done outputs their values. If on is false, it empties the roll.
func (r *roll) update(w *trace.Walk, on bool, done int) {
	host := ui.Element("stage-roll")
	if !host.Truthy() {
		return
	}
	if !on {
		if r.values != nil {
			host.Set("innerHTML", "")
			*r = roll{}
		}
		return
	}
	values := [][]float32{w.Out}
	if w.Kind == trace.Pool {
		values = [][]float32{w.Max, w.Avg}
	}
	if r.values == nil || &values[0][0] != &r.values[0][0] || host.Get("childElementCount").Int() == 0 || done > r.done+100 || done < r.done-100 {
		r.rebuild(host, w, values, done)
		return
	}
	for i := min(done, r.done); i < max(done, r.done); i++ {
		for k, x := range values {
			value := ""
			if i < done {
				value = trace.Plain(x[i])
			}
			r.elements[k*len(x)+i].Call("setAttribute", "data-value", value)
		}
	}
	r.done = done
}

func (r *roll) rebuild(host js.Value, w *trace.Walk, values [][]float32, done int) {
	var b strings.Builder
	for k, x := range values {
		for i := range x {
			m, row, col := w.At(i)
			b.WriteString(`<data data-test="output-cell" data-channel="` + strconv.Itoa(m) + `" data-row="` + strconv.Itoa(row) + `" data-col="` + strconv.Itoa(col))
			if len(values) == 2 {
				b.WriteString(`" data-pool="` + [2]string{"max", "avg"}[k])
			}
			b.WriteString(`" data-value="`)
			if i < done {
				b.WriteString(trace.Plain(x[i]))
			}
			b.WriteString(`"></data>`)
		}
	}
	host.Set("innerHTML", b.String())
	r.elements, r.values, r.done = all(r.elements, host), values, done
}

// weights keeps hidden elements for the weights and biases that the stage does not draw now: those
// of other filters, and those of channels that are not shown large.
type weights struct {
	w, b  *float32 // the first weight and bias written, which tell whether they are others now
	drawn string   // the kernel size and the pattern of what the stage draws
}

func (r *weights) update(w *trace.Walk, st viz.Stage) {
	host := ui.Element("weight-roll")
	if !host.Truthy() || w.Kind != trace.Conv {
		return
	}
	shown := make([]bool, w.Filters*w.C)
	filter := 0
	for _, c := range st.Cells {
		switch c.Role {
		case viz.KernelCell:
			shown[c.Filter*w.C+c.Channel] = true
		case viz.BiasCell:
			filter = c.Filter
		}
	}
	drawn := strconv.Itoa(w.F) + pattern(shown)
	if r.w == &w.W[0] && r.b == &w.B[0] && r.drawn == drawn {
		return
	}
	r.w, r.b, r.drawn = &w.W[0], &w.B[0], drawn
	var b strings.Builder
	for i, x := range w.W {
		k := i / (w.F * w.F)
		if !shown[k] {
			b.WriteString(`<data data-test="kernel-cell" data-filter="` + strconv.Itoa(k/w.C) + `" data-channel="` + strconv.Itoa(k%w.C) +
				`" data-row="` + strconv.Itoa(i/w.F%w.F) + `" data-col="` + strconv.Itoa(i%w.F) + `" data-value="` + trace.Plain(x) + `"></data>`)
		}
	}
	for m, x := range w.B {
		if m != filter {
			b.WriteString(`<data data-test="bias-cell" data-filter="` + strconv.Itoa(m) + `" data-value="` + trace.Plain(x) + `"></data>`)
		}
	}
	host.Set("innerHTML", b.String())
}

// pattern writes a list as a string, which compares quickly.
func pattern(shown []bool) string {
	b := make([]byte, len(shown))
	for i, s := range shown {
		b[i] = '0' + byte(btoi(s))
	}
	return string(b)
}
