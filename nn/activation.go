package nn

import "stridelab/nn/internal/kernel"

// An activation function makes a layer nonlinear. Without one, two layers in a row could do no
// more than one.
//
//	ReLU(x) = max(x, 0)        derivative 1 where y > 0, else 0
//	tanh(x)                    derivative 1 - y²
//	σ(x) = 1/(1 + exp(-x))     derivative y(1 - y)
//
// All derivatives follow from the output y alone, so the input need not be kept.

// ActivationForward sets dst to act(x), number by number. dst may be x. It panics when the
// lengths differ.
func ActivationForward(act Activation, dst, x []float32) {
	if len(dst) != len(x) {
		panic(badShape)
	}
	if len(x) > 0 && &dst[0] != &x[0] {
		copy(dst, x)
	}
	activate(act, dst)
}

// ActivationBackward sets dx to dy times act's derivative, where y is the output of
// ActivationForward. dx may be dy. It panics when the lengths differ.
func ActivationBackward(act Activation, dx, dy, y []float32) {
	if len(dx) != len(dy) || len(dy) != len(y) {
		panic(badShape)
	}
	if len(dy) > 0 && &dx[0] != &dy[0] {
		copy(dx, dy)
	}
	activateBackward(act, dx, y)
}

// loops gives two loops, both nil for Identity. act replaces y by the activation of y. gradient
// multiplies d by the derivative, where y is the output of act.
func (a Activation) loops() (act func(y []float32), gradient func(d, y []float32)) {
	switch a {
	case ReLU:
		return kernel.ReLU, kernel.ReLUGrad
	case Tanh:
		return kernel.Tanh, kernel.TanhGrad
	case Sigmoid:
		return kernel.Sigmoid, kernel.SigmoidGrad
	}
	return nil, nil
}

// averaged is the activation for a convolution that is fused with the average pooling after it.
func (a Activation) averaged() kernel.Averaged {
	switch a {
	case ReLU:
		return kernel.AveragedReLU()
	case Tanh:
		return kernel.AveragedTanh()
	case Sigmoid:
		return kernel.AveragedSigmoid()
	}
	return kernel.AveragedIdentity()
}

// activate replaces each number of y by its activation.
func activate(act Activation, y []float32) {
	if f, _ := act.loops(); f != nil {
		f(y)
	}
}

// activateBackward multiplies each number of d by the derivative, where y is the activation's
// output.
func activateBackward(act Activation, d, y []float32) {
	if _, f := act.loops(); f != nil {
		f(d, y)
	}
}
