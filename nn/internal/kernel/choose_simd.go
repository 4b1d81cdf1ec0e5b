//go:build goexperiment.simd && (wasm || amd64)

package kernel

import "unsafe"

// The forms that this build runs: on vectors, where the processor has them (vectors).

func axpy(y, x []float32, alpha float32) {
	if vectors {
		axpySIMD(y, x, alpha)
	} else {
		axpyScalar(y, x, alpha)
	}
}
func scale(y []float32, alpha float32) {
	if vectors {
		scaleSIMD(y, alpha)
	} else {
		scaleScalar(y, alpha)
	}
}
func shift(y []float32, b float32) {
	if vectors {
		shiftSIMD(y, b)
	} else {
		shiftScalar(y, b)
	}
}
func shiftReLU(y []float32, b float32) {
	if vectors {
		shiftReLUSIMD(y, b)
	} else {
		shiftReLUScalar(y, b)
	}
}
func fill(y []float32, v float32) {
	if vectors {
		fillSIMD(y, v)
	} else {
		fillScalar(y, v)
	}
}
func relu(y []float32) {
	if vectors {
		reluSIMD(y)
	} else {
		reluScalar(y)
	}
}
func reluGrad(d, y []float32) {
	if vectors {
		reluGradSIMD(d, y)
	} else {
		reluGradScalar(d, y)
	}
}
func tanhAll(y []float32) {
	if vectors {
		tanhSIMD(y)
	} else {
		tanhScalar(y)
	}
}
func tanhGrad(d, y []float32) {
	if vectors {
		tanhGradSIMD(d, y)
	} else {
		tanhGradScalar(d, y)
	}
}
func expAll(y []float32) {
	if vectors {
		expSIMD(y)
	} else {
		expScalar(y)
	}
}
func sigmoid(y []float32) {
	if vectors {
		sigmoidSIMD(y)
	} else {
		sigmoidScalar(y)
	}
}
func sigmoidGrad(d, y []float32) {
	if vectors {
		sigmoidGradSIMD(d, y)
	} else {
		sigmoidGradScalar(d, y)
	}
}
func sgd(p, g []float32, rate, decay float32) {
	if vectors {
		sgdSIMD(p, g, rate, decay)
	} else {
		sgdScalar(p, g, rate, decay)
	}
}
func momentumAll(p, g, v []float32, rate, decay, mu float32) {
	if vectors {
		momentumSIMD(p, g, v, rate, decay, mu)
	} else {
		momentumScalar(p, g, v, rate, decay, mu)
	}
}
func rmsprop(p, g, s []float32, rate, decay, alpha, epsilon float32) {
	if vectors {
		rmspropSIMD(p, g, s, rate, decay, alpha, epsilon)
	} else {
		rmspropScalar(p, g, s, rate, decay, alpha, epsilon)
	}
}
func adam(p, g, m, s []float32, rate, decay, beta1, beta2, root, epsilon float32) {
	if vectors {
		adamSIMD(p, g, m, s, rate, decay, beta1, beta2, root, epsilon)
	} else {
		adamScalar(p, g, m, s, rate, decay, beta1, beta2, root, epsilon)
	}
}
func sum(x []float32) (total float32) {
	if !vectors {
		return sumScalar(x)
	}
	return sumSIMD(x)
}
func maxPool2(out []float32, win []int32, plane []float32, h, w int) {
	if vectors {
		maxPool2SIMD(out, win, plane, h, w)
	} else {
		maxPool2Scalar(out, win, plane, h, w)
	}
}
func avgPool2(out, plane []float32, h, w int) {
	if vectors {
		avgPool2SIMD(out, plane, h, w)
	} else {
		avgPool2Scalar(out, plane, h, w)
	}
}
func avgPool2Grad(plane, d []float32, h, w int) {
	if vectors {
		avgPool2GradSIMD(plane, d, h, w)
	} else {
		avgPool2GradScalar(plane, d, h, w)
	}
}
func maxPool8(p8 []float32, win []int32, y8 []float32, h, w, wide int) {
	if vectors {
		maxPool8SIMD(p8, win, y8, h, w, wide)
	} else {
		maxPool8Scalar(p8, win, y8, h, w, wide)
	}
}
func avgPool8(p8, y8 []float32, h, w int) {
	if vectors {
		avgPool8SIMD(p8, y8, h, w)
	} else {
		avgPool8Scalar(p8, y8, h, w)
	}
}
func addColumns8(sums, d8 []float32) {
	if vectors {
		addColumns8SIMD(sums, d8)
	} else {
		addColumns8Scalar(sums, d8)
	}
}
func copyRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	if vectors {
		copyRowsSIMD(dst, src, rows, width, dstStride, srcStride)
	} else {
		copyRowsScalar(dst, src, rows, width, dstStride, srcStride)
	}
}
func addRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	if vectors {
		addRowsSIMD(dst, src, rows, width, dstStride, srcStride)
	} else {
		addRowsScalar(dst, src, rows, width, dstStride, srcStride)
	}
}

func avgBackIdentity(sums, d8, p8, y8 []float32, h, w int) {
	if vectors {
		avgBackIdentitySIMD(sums, d8, p8, y8, h, w)
	} else {
		avgBackScalar(sums, d8, p8, y8, h, w, nil)
	}
}
func avgBackReLU(sums, d8, p8, y8 []float32, h, w int) {
	if vectors {
		avgBackReLUSIMD(sums, d8, p8, y8, h, w)
	} else {
		avgBackScalar(sums, d8, p8, y8, h, w, reluGradScalar)
	}
}
func avgBackTanh(sums, d8, p8, y8 []float32, h, w int) {
	if vectors {
		avgBackTanhSIMD(sums, d8, p8, y8, h, w)
	} else {
		avgBackScalar(sums, d8, p8, y8, h, w, tanhGradScalar)
	}
}
func avgBackSigmoid(sums, d8, p8, y8 []float32, h, w int) {
	if vectors {
		avgBackSigmoidSIMD(sums, d8, p8, y8, h, w)
	} else {
		avgBackScalar(sums, d8, p8, y8, h, w, sigmoidGradScalar)
	}
}

// convDWSIMD chooses the loop for runs of the given number of vectors.
func convDWSIMD(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, step uintptr, at unsafe.Pointer, runs, vectors int) {
	if vectors == 3 {
		convDW3SIMD(dw, offs, vals, n, x, step, at, runs/dwRuns(3))
	} else {
		convDW2SIMD(dw, offs, vals, n, x, step, at, runs/dwRuns(2))
	}
}

func chooseConvLoops(f int) convLoops {
	if !vectors {
		return scalarConvLoops()
	}
	switch f {
	case 3:
		return convLoops{"simd 3x3", spreadRowsSIMD, spread8SIMD, conv3SIMD, convPool3SIMD, convGradSIMD, convGradRow3SIMD, convScatter3SIMD, convDWSIMD, convDX3SIMD}
	case 5:
		return convLoops{"simd 5x5", spreadRowsSIMD, spread8SIMD, conv5SIMD, convPool5SIMD, convGradSIMD, convGradRow5SIMD, convScatter5SIMD, convDWSIMD, convDX5SIMD}
	case 7:
		return convLoops{"simd 7x7", spreadRowsSIMD, spread8SIMD, conv7SIMD, convPool7SIMD, convGradSIMD, nil, convScatter7SIMD, convDWSIMD, convDX7SIMD}
	}
	return convLoops{"simd", spreadRowsSIMD, spread8SIMD, convAnySIMD, convPoolAnySIMD, convGradSIMD, nil, nil, convDWSIMD, convDXAnySIMD}
}
