package kernel

import "math"

// The scalar forms of pointwise_simd.go. A conversion rounds every product before it is
// added, so that no compiler may fuse the two.

// axpyScalar performs y += alpha*x.
func axpyScalar(y, x []float32, alpha float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] += float32(v * alpha)
	}
}

// scaleScalar performs y *= alpha.
func scaleScalar(y []float32, alpha float32) {
	for i := range y {
		y[i] *= alpha
	}
}

// shiftScalar performs y += b.
func shiftScalar(y []float32, b float32) {
	for i := range y {
		y[i] += b
	}
}

// fillScalar performs y = v.
func fillScalar(y []float32, v float32) {
	for i := range y {
		y[i] = v
	}
}

// positive is max(v, 0). NaN stays NaN and -0 becomes 0. It uses the sign bit and does not branch
// on it, because a processor cannot predict that branch; the branch on NaN, which is rare, it
// can.
func positive(v float32) float32 {
	if v != v {
		return v
	}
	bits := math.Float32bits(v)
	return math.Float32frombits(bits &^ uint32(int32(bits)>>31))
}

// reluScalar performs y = max(y, 0).
func reluScalar(y []float32) {
	for i, v := range y {
		y[i] = positive(v)
	}
}

// shiftReLUScalar performs y = max(y+b, 0).
func shiftReLUScalar(y []float32, b float32) {
	for i, v := range y {
		y[i] = positive(v + b)
	}
}

// reluGradScalar sets d to 0 where y is 0.
func reluGradScalar(d, y []float32) {
	d = d[:len(y)]
	for i, v := range y {
		bits := int32(math.Float32bits(v))
		d[i] = math.Float32frombits(math.Float32bits(d[i]) & uint32((bits|-bits)>>31))
	}
}

// The rational approximation of tanh in Eigen (generic_fast_tanh_float).
const (
	tanhLimit = 7.90531110763549805 // from here on tanh is 1 in float32
	tanhSmall = 0.0004              // tanh(x) is x below
	tanhP0    = -2.76076847742355e-16
	tanhP1    = 2.00018790482477e-13
	tanhP2    = -8.60467152213735e-11
	tanhP3    = 5.12229709037114e-08
	tanhP4    = 1.48572235717979e-05
	tanhP5    = 6.37261928875436e-04
	tanhP6    = 4.89352455891786e-03
	tanhQ0    = 1.19825839466702e-06
	tanhQ1    = 1.18534705686654e-04
	tanhQ2    = 2.26843463243900e-03
	tanhQ3    = 4.89352518554385e-03
)

// tanhScalar replaces y by tanh(y), to within 4e-7.
func tanhScalar(y []float32) {
	for i, v := range y {
		y[i] = tanh(v)
	}
}

func tanh(x float32) float32 {
	if x > tanhLimit {
		x = tanhLimit
	} else if x < -tanhLimit {
		x = -tanhLimit
	}
	if x < tanhSmall && x > -tanhSmall {
		return x
	}
	z := x * x
	p := float32(z*tanhP0) + tanhP1
	p = float32(z*p) + tanhP2
	p = float32(z*p) + tanhP3
	p = float32(z*p) + tanhP4
	p = float32(z*p) + tanhP5
	p = float32(z*p) + tanhP6
	q := float32(z*tanhQ0) + tanhQ1
	q = float32(z*q) + tanhQ2
	q = float32(z*q) + tanhQ3
	return x * p / q
}

// tanhGradScalar performs d *= 1 - y*y.
func tanhGradScalar(d, y []float32) {
	d = d[:len(y)]
	for i, v := range y {
		d[i] *= 1 - float32(v*v)
	}
}

// exp as in Cephes (expf.c): 2^k times a polynomial in the rest of the argument, which lies
// within half of ln 2.
const (
	expMax   = 88.37  // a larger argument counts as this
	expMin   = -87.33 // a smaller argument counts as this
	expLog2E = 1.44269504088896341
	expLn2Hi = 0.693359375 // ln 2 in two parts: k times the first, which has few bits, is exact
	expLn2Lo = -2.12194440e-4
	expC0    = 1.9875691500e-4
	expC1    = 1.3981999507e-3
	expC2    = 8.3334519073e-3
	expC3    = 4.1665795894e-2
	expC4    = 1.6666665459e-1
	expC5    = 5.0000001201e-1
)

// expScalar replaces y by exp(y), with a relative error of at most 3e-7. An argument outside
// [-87.33, 88.37] counts as the nearer limit. NaN stays NaN.
func expScalar(y []float32) {
	for i, v := range y {
		y[i] = exp(v)
	}
}

func exp(x float32) float32 {
	x = max(min(x, expMax), expMin)
	k := float32(math.RoundToEven(float64(x * expLog2E)))
	r := x - float32(k*expLn2Hi) - float32(k*expLn2Lo)
	e := float32(r*expC0) + expC1
	e = float32(e*r) + expC2
	e = float32(e*r) + expC3
	e = float32(e*r) + expC4
	e = float32(e*r) + expC5
	e = float32(float32(e*r)*r) + r + 1
	if k != k {
		return k
	}
	return e * math.Float32frombits(uint32(int32(k)+127)<<23)
}

// sigmoidScalar replaces y by 1/(1+exp(-y)), to within 2e-7.
func sigmoidScalar(y []float32) {
	for i, v := range y {
		y[i] = 1 / (1 + exp(-v))
	}
}

// sigmoidGradScalar performs d *= y*(1-y).
func sigmoidGradScalar(d, y []float32) {
	d = d[:len(y)]
	for i, v := range y {
		d[i] *= v * (1 - v)
	}
}

// sgdScalar performs p -= rate*(g+decay*p).
func sgdScalar(p, g []float32, rate, decay float32) {
	p = p[:len(g)]
	for i, d := range g {
		v := p[i]
		p[i] = v - float32(rate*(d+float32(decay*v)))
	}
}

// momentumScalar performs v = momentum*v + (g+decay*p); p -= rate*v.
func momentumScalar(p, g, v []float32, rate, decay, momentum float32) {
	p, v = p[:len(g)], v[:len(g)]
	for i, d := range g {
		w := p[i]
		u := float32(momentum*v[i]) + (d + float32(decay*w))
		v[i] = u
		p[i] = w - float32(rate*u)
	}
}

// rmspropScalar performs g += decay*p; s = alpha*s + (1-alpha)*g*g; p -= rate*g/(sqrt(s)+epsilon).
func rmspropScalar(p, g, s []float32, rate, decay, alpha, epsilon float32) {
	p, s = p[:len(g)], s[:len(g)]
	for i, d := range g {
		w := p[i]
		d += float32(decay * w)
		u := float32(alpha*s[i]) + float32(float32((1-alpha)*d)*d)
		s[i] = u
		p[i] = w - rate*d/(sqrt(u)+epsilon)
	}
}

// adamScalar performs g += decay*p; m = beta1*m + (1-beta1)*g; s = beta2*s + (1-beta2)*g*g; p -=
// rate*m/(sqrt(s)*root+epsilon).
func adamScalar(p, g, m, s []float32, rate, decay, beta1, beta2, root, epsilon float32) {
	p, m, s = p[:len(g)], m[:len(g)], s[:len(g)]
	for i, d := range g {
		w := p[i]
		d += float32(decay * w)
		u := float32(beta1*m[i]) + float32((1-beta1)*d)
		v := float32(beta2*s[i]) + float32(float32((1-beta2)*d)*d)
		m[i], s[i] = u, v
		p[i] = w - rate*u/(float32(sqrt(v)*root)+epsilon)
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
