package main

import "strings"

// A pointwise loop computes the numbers of equally long slices one by one. Its body is written in
// terms of one vector of each slice, and of broadcast constants. The scalar form of the same name
// is written by hand; it computes what is left at the end, with the same arithmetic, operation by
// operation.
type pointwise struct {
	name   string
	doc    string
	slices string // space-separated; the first gives the length
	consts string // float32 parameters, space-separated
	prep   string // further vectors that are made before the loop
	write  string // the slices that are written
	body   []string
}

var pointwiseLoops = []pointwise{
	{name: "axpy", doc: "y += alpha*x", slices: "y x", consts: "alpha", write: "y",
		body: []string{"y = y.Add(x.Mul(alpha))"}},
	{name: "scale", doc: "y *= alpha", slices: "y", consts: "alpha", write: "y",
		body: []string{"y = y.Mul(alpha)"}},
	{name: "shift", doc: "y += b", slices: "y", consts: "b", write: "y",
		body: []string{"y = y.Add(b)"}},
	{name: "fill", doc: "y = v", slices: "y", consts: "v", write: "y",
		body: []string{"y = v"}},
	{name: "relu", doc: "y = max(y, 0)", slices: "y", write: "y", prep: "var zero archsimd.Float32x4",
		body: []string{"y = " + positive("y")}},
	{name: "shiftReLU", doc: "y = max(y+b, 0)", slices: "y", consts: "b", write: "y", prep: "var zero archsimd.Float32x4",
		body: []string{"y = y.Add(b)", "y = " + positive("y")}},
	{name: "reluGrad", doc: "d = 0 where y is 0", slices: "d y", write: "d", prep: "var zero archsimd.Uint32x4",
		body: []string{"d = d.Masked(y.ToBits().NotEqual(zero))"}},
	{name: "tanh", doc: "y = tanh(y)", slices: "y", write: "y", prep: tanhPrep,
		body: tanhBody},
	{name: "tanhGrad", doc: "d *= 1 - y*y", slices: "d y", write: "d", prep: "one := archsimd.BroadcastFloat32x4(1)",
		body: []string{"d = d.Mul(one.Sub(y.Mul(y)))"}},
	{name: "exp", doc: "y = exp(y)", slices: "y", write: "y", prep: expPrep,
		body: append(expBody("y"), "y = e")},
	{name: "sigmoid", doc: "y = 1/(1+exp(-y))", slices: "y", write: "y", prep: expPrep,
		body: append(append([]string{"y = y.Neg()"}, expBody("y")...), "y = one.Div(one.Add(e))")},
	{name: "sigmoidGrad", doc: "d *= y*(1-y)", slices: "d y", write: "d", prep: "one := archsimd.BroadcastFloat32x4(1)",
		body: []string{"d = d.Mul(y.Mul(one.Sub(y)))"}},
	{name: "sgd", doc: "p -= rate*(g+decay*p)", slices: "p g", consts: "rate decay", write: "p",
		body: []string{"p = p.Sub(rate.Mul(g.Add(decay.Mul(p))))"}},
	{name: "momentum", doc: "v = momentum*v + (g+decay*p); p -= rate*v", slices: "p g v", consts: "rate decay momentum", write: "p v",
		body: []string{"v = momentum.Mul(v).Add(g.Add(decay.Mul(p)))", "p = p.Sub(rate.Mul(v))"}},
	{name: "rmsprop", doc: "g += decay*p; s = alpha*s + (1-alpha)*g*g; p -= rate*g/(sqrt(s)+epsilon)", slices: "p g s", consts: "rate decay alpha epsilon", write: "p s",
		prep: "rest := archsimd.BroadcastFloat32x4(1).Sub(alpha)",
		body: []string{
			"g = g.Add(decay.Mul(p))",
			"s = alpha.Mul(s).Add(rest.Mul(g).Mul(g))",
			"p = p.Sub(rate.Mul(g).Div(s.Sqrt().Add(epsilon)))",
		}},
	{name: "adam", doc: "g += decay*p; m = beta1*m + (1-beta1)*g; s = beta2*s + (1-beta2)*g*g; p -= rate*m/(sqrt(s)*root+epsilon)", slices: "p g m s", consts: "rate decay beta1 beta2 root epsilon", write: "p m s",
		prep: "rest1 := archsimd.BroadcastFloat32x4(1).Sub(beta1)\nrest2 := archsimd.BroadcastFloat32x4(1).Sub(beta2)",
		body: []string{
			"g = g.Add(decay.Mul(p))",
			"m = beta1.Mul(m).Add(rest1.Mul(g))",
			"s = beta2.Mul(s).Add(rest2.Mul(g).Mul(g))",
			"p = p.Sub(rate.Mul(m).Div(s.Sqrt().Mul(root).Add(epsilon)))",
		}},
}

func constant(name, value string) string {
	return name + " := archsimd.BroadcastFloat32x4(" + value + ")\n"
}

var tanhPrep = constant("hi", "tanhLimit") + constant("lo", "-tanhLimit") + constant("small", "tanhSmall") +
	constant("p0", "tanhP0") + constant("p1", "tanhP1") + constant("p2", "tanhP2") + constant("p3", "tanhP3") +
	constant("p4", "tanhP4") + constant("p5", "tanhP5") + constant("p6", "tanhP6") +
	constant("q0", "tanhQ0") + constant("q1", "tanhQ1") + constant("q2", "tanhQ2") + constant("q3", "tanhQ3")

var tanhBody = []string{
	"y = hi.IfElse(y.Greater(hi), y)", // not Min and Max: see positive
	"y = lo.IfElse(y.Less(lo), y)",
	"z := y.Mul(y)",
	"p := z.Mul(p0).Add(p1)",
	"p = z.Mul(p).Add(p2)",
	"p = z.Mul(p).Add(p3)",
	"p = z.Mul(p).Add(p4)",
	"p = z.Mul(p).Add(p5)",
	"p = z.Mul(p).Add(p6)",
	"q := z.Mul(q0).Add(q1)",
	"q = z.Mul(q).Add(q2)",
	"q = z.Mul(q).Add(q3)",
	"y = y.IfElse(y.Abs().Less(small), y.Mul(p).Div(q))",
}

var expPrep = constant("hi", "expMax") + constant("lo", "expMin") + constant("log2e", "expLog2E") +
	constant("ln2hi", "expLn2Hi") + constant("ln2lo", "expLn2Lo") +
	constant("c0", "expC0") + constant("c1", "expC1") + constant("c2", "expC2") +
	constant("c3", "expC3") + constant("c4", "expC4") + constant("c5", "expC5") + constant("one", "1") +
	"bias := archsimd.BroadcastInt32x4(127)"

// expBody sets e to exp of the named vector.
func expBody(x string) []string {
	return []string{
		"x := hi.IfElse(" + x + ".Greater(hi), " + x + ")",
		"x = lo.IfElse(x.Less(lo), x)",
		"k := x.Mul(log2e).Round()",
		"r := x.Sub(k.Mul(ln2hi)).Sub(k.Mul(ln2lo))",
		"e := r.Mul(c0).Add(c1)",
		"e = e.Mul(r).Add(c2)",
		"e = e.Mul(r).Add(c3)",
		"e = e.Mul(r).Add(c4)",
		"e = e.Mul(r).Add(c5)",
		"e = e.Mul(r).Mul(r).Add(r).Add(one)",
		"e = e.Mul(k.ConvertToInt32().Add(bias).ToBits().ShiftAllLeft(23).BitsToFloat32())",
	}
}

func writePointwise(p *printer) {
	for _, l := range pointwiseLoops {
		l.print(p)
	}
}

func (l pointwise) print(p *printer) {
	slices, consts := strings.Fields(l.slices), strings.Fields(l.consts)
	params := strings.Join(slices, ", ") + " []float32"
	if len(consts) > 0 {
		params += ", " + strings.Join(consts, "_, ") + "_ float32"
	}
	p.f("// %sSIMD is %sScalar on vectors:", l.name, l.name)
	for i, step := range strings.Split(l.doc, "; ") {
		if i == 0 {
			p.f("//")
		}
		p.f("//	%s", step)
	}
	p.f("func %sSIMD(%s) {", l.name, params)
	for _, c := range consts {
		p.f("%s := archsimd.BroadcastFloat32x4(%s_)", c, c)
	}
	if l.prep != "" {
		p.f("%s", l.prep)
	}
	for _, s := range slices {
		p.f("at%s := ptr(%s)", s, s)
	}
	p.f("n := len(%s)", slices[0])
	body := func(off int) {
		p.f("{")
		for _, s := range slices {
			p.f("%s := loadV(unsafe.Add(at%s, %d))", s, s, off)
		}
		for _, b := range l.body {
			p.f("%s", b)
		}
		for _, s := range strings.Fields(l.write) {
			p.f("storeV(unsafe.Add(at%s, %d), %s)", s, off, s)
		}
		p.f("}")
	}
	for _, vectors := range []int{4, 1} {
		p.f("for ; n >= %d; n -= %d {", 4*vectors, 4*vectors)
		for v := 0; v < vectors; v++ {
			body(16 * v)
		}
		for _, s := range slices {
			p.f("at%s = unsafe.Add(at%s, %d)", s, s, 16*vectors)
		}
		p.f("}")
	}
	p.f("rest_ := len(%s) - n", slices[0])
	args := strings.Join(slices, "[rest_:], ") + "[rest_:]"
	for _, c := range consts {
		args += ", " + c + "_"
	}
	p.f("%sScalar(%s)", l.name, args)
	p.f("}")
	p.f("")
}
