package window

import (
	"strconv"
	"strings"

	"stridelab/app/trace"
)

// formula is the output size in MathML: the formula, and with its numbers in.
//
//	n_out = ⌊(n + 2p − d(f−1) − 1)/s⌋ + 1 = ⌊(6 + 2·0 − 1·(3−1) − 1)/1⌋ + 1 = 4
func formula(g trace.Geometry) string {
	var b strings.Builder
	b.WriteString(`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mtable columnalign="left" displaystyle="true"><mtr><mtd><mrow>`)
	b.WriteString(`<msub><mi>n</mi><mtext>out</mtext></msub><mo>=</mo>`)
	i, n, o := func(s string) string { return "<mi>" + s + "</mi>" }, func(v int) string { return "<mn>" + strconv.Itoa(v) + "</mn>" }, func(s string) string { return "<mo>" + s + "</mo>" }
	floor := func(top, bottom string) string {
		return o("⌊") + "<mfrac><mrow>" + top + "</mrow>" + bottom + "</mfrac>" + o("⌋") + o("+") + n(1)
	}
	if g.Kind == trace.Pool {
		b.WriteString(floor(i("n")+o("+")+n(2)+i("p")+o("−")+i("f"), i("s")))
	} else {
		b.WriteString(floor(i("n")+o("+")+n(2)+i("p")+o("−")+i("d")+o("(")+i("f")+o("−")+n(1)+o(")")+o("−")+n(1), i("s")))
	}
	b.WriteString(`</mrow></mtd></mtr><mtr><mtd><mrow>` + o("="))
	if g.Kind == trace.Pool {
		b.WriteString(floor(n(g.N)+o("+")+n(2)+o("·")+n(g.Pad)+o("−")+n(g.F), n(g.S)))
	} else {
		b.WriteString(floor(n(g.N)+o("+")+n(2)+o("·")+n(g.Pad)+o("−")+n(g.D)+o("·")+o("(")+n(g.F)+o("−")+n(1)+o(")")+o("−")+n(1), n(g.S)))
	}
	b.WriteString(o("=") + `<mn class="math-result">` + strconv.Itoa(g.Edge) + `</mn></mrow></mtd></mtr></mtable></math>`)
	return b.String()
}
