package nn

import "math"

// An activation function bends what a layer computes; without one, two layers
// in a row could do no more than one.
//
//	ReLU(x) = max(x, 0)        derivative 1 where y > 0, else 0
//	tanh(x)                    derivative 1 - y²
//	σ(x) = 1/(1 + exp(-x))     derivative y(1 - y)
//
// All derivatives can be had from the output y alone, so the input need not be
// kept.

// ActivationForward sets dst to act(x), number by number. dst may be x. It panics
// when the lengths differ.
func ActivationForward(act Activation, dst, x []float32) {
	if len(dst) != len(x) {
		panic(badShape)
	}
	if len(x) > 0 && &dst[0] != &x[0] {
		copy(dst, x)
	}
	activate(act, dst)
}

// ActivationBackward sets dx to dy times act's derivative, where y is what
// ActivationForward gave. dx may be dy. It panics when the lengths differ.
func ActivationBackward(act Activation, dx, dy, y []float32) {
	if len(dx) != len(dy) || len(dy) != len(y) {
		panic(badShape)
	}
	if len(dy) > 0 && &dx[0] != &dy[0] {
		copy(dx, dy)
	}
	activateBackward(act, dx, y)
}

// activate replaces each number of y by its activation.
func activate(act Activation, y []float32) {
	switch act {
	case ReLU:
		// Without a branch, which could not be predicted: (y + |y|)/2 is y or 0, and
		// NaN where y is NaN.
		for i, v := range y {
			y[i] = 0.5 * (v + math.Float32frombits(math.Float32bits(v)&^(1<<31)))
		}
	case Tanh:
		for i, v := range y {
			y[i] = tanh(v)
		}
	case Sigmoid:
		for i, v := range y {
			y[i] = float32(1 / (1 + math.Exp(-float64(v))))
		}
	}
}

// activateBackward multiplies each number of d by the derivative where the
// activation gave y.
func activateBackward(act Activation, d, y []float32) {
	d = d[:len(y)]
	switch act {
	case ReLU:
		// y is never negative, so its bits are 0 exactly where the derivative is.
		for i, v := range y {
			bits := int32(math.Float32bits(v))
			d[i] = math.Float32frombits(math.Float32bits(d[i]) & uint32((bits|-bits)>>31))
		}
	case Tanh:
		for i, v := range y {
			d[i] *= 1 - v*v
		}
	case Sigmoid:
		for i, v := range y {
			d[i] *= v * (1 - v)
		}
	}
}

// tanh is the hyperbolic tangent to within a few units in the last place: the
// rational approximation of Eigen (generic_fast_tanh_float), several times as
// fast as math.Tanh.
func tanh(x float32) float32 {
	const limit = 7.90531110763549805 // tanh is 1 in float32 from here on
	if x > limit {
		x = limit
	} else if x < -limit {
		x = -limit
	}
	if x < 0.0004 && x > -0.0004 {
		return x
	}
	x2 := x * x
	p := x2*-2.76076847742355e-16 + 2.00018790482477e-13
	p = x2*p - 8.60467152213735e-11
	p = x2*p + 5.12229709037114e-08
	p = x2*p + 1.48572235717979e-05
	p = x2*p + 6.37261928875436e-04
	p = x2*p + 4.89352455891786e-03
	q := x2*1.19825839466702e-06 + 1.18534705686654e-04
	q = x2*q + 2.26843463243900e-03
	q = x2*q + 4.89352518554385e-03
	return x * p / q
}
