package window

import (
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/trace"
)

// roll keeps one element that is not shown for each output of a volume drawn as tiles,
// so that whoever drives the page by its hooks can read every value. A step writes one.
type roll struct {
	values   [][]float32 // Out, or Max and Avg
	elements []js.Value
	done     int
}

// update brings the roll to where done outputs are computed; without a volume it is empty.
func (r *roll) update(w *trace.Walk, on bool, done int) {
	host := byID("stage-roll")
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
	children := host.Get("children")
	r.elements = r.elements[:0]
	for i := range children.Length() {
		r.elements = append(r.elements, children.Index(i))
	}
	r.values, r.done = values, done
}
