package window

import (
	"strconv"
	"strings"

	"stridelab/app/trace"
)

// The numerator of the fraction, first with letters, then with places for the numbers, and the
// formula around it. The capital letters are replaced by numbers.
const (
	convTop      = `<mi>n</mi><mo>+</mo><mn>2</mn><mi>p</mi><mo>−</mo><mi>d</mi><mo>(</mo><mi>f</mi><mo>−</mo><mn>1</mn><mo>)</mo><mo>−</mo><mn>1</mn>`
	convNumbers  = `<mn>N</mn><mo>+</mo><mn>2</mn><mo>·</mo><mn>P</mn><mo>−</mo><mn>D</mn><mo>·</mo><mo>(</mo><mn>F</mn><mo>−</mo><mn>1</mn><mo>)</mo><mo>−</mo><mn>1</mn>`
	poolTop      = `<mi>n</mi><mo>+</mo><mn>2</mn><mi>p</mi><mo>−</mo><mi>f</mi>`
	poolNumbers  = `<mn>N</mn><mo>+</mo><mn>2</mn><mo>·</mo><mn>P</mn><mo>−</mo><mn>F</mn>`
	formulaFrame = `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mtable columnalign="left" displaystyle="true">` +
		`<mtr><mtd><mrow><msub><mi>n</mi><mtext>out</mtext></msub><mo>=</mo><mo>⌊</mo><mfrac><mrow>TOP</mrow><mi>s</mi></mfrac><mo>⌋</mo><mo>+</mo><mn>1</mn></mrow></mtd></mtr>` +
		`<mtr><mtd><mrow><mo>=</mo><mo>⌊</mo><mfrac><mrow>NUMBERS</mrow><mn>S</mn></mfrac><mo>⌋</mo><mo>+</mo><mn>1</mn><mo>=</mo><mn class="math-result">OUT</mn></mrow></mtd></mtr></mtable></math>`
)

// formula returns the output size in MathML, first with letters and then with the setting's
// numbers.
//
//	n_out = ⌊(n + 2p − d(f−1) − 1)/s⌋ + 1 = ⌊(6 + 2·0 − 1·(3−1) − 1)/1⌋ + 1 = 4
func formula(g trace.Geometry) string {
	top, numbers := convTop, convNumbers
	if g.Kind == trace.Pool {
		top, numbers = poolTop, poolNumbers
	}
	frame := strings.NewReplacer("TOP", top, "NUMBERS", numbers).Replace(formulaFrame)
	return strings.NewReplacer(">N<", number(g.N), ">P<", number(g.Pad), ">D<", number(g.D), ">F<", number(g.F), ">S<", number(g.S), ">OUT<", number(g.Edge)).Replace(frame)
}

func number(v int) string { return ">" + strconv.Itoa(v) + "<" }
