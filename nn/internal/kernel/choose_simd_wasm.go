//go:build goexperiment.simd && wasm

package kernel

import "unsafe"

// The forms that this build runs.

func axpy(y, x []float32, alpha float32)                     { axpySIMD(y, x, alpha) }
func scale(y []float32, alpha float32)                       { scaleSIMD(y, alpha) }
func shift(y []float32, b float32)                           { shiftSIMD(y, b) }
func shiftReLU(y []float32, b float32)                       { shiftReLUSIMD(y, b) }
func fill(y []float32, v float32)                            { fillSIMD(y, v) }
func relu(y []float32)                                       { reluSIMD(y) }
func reluGrad(d, y []float32)                                { reluGradSIMD(d, y) }
func tanhAll(y []float32)                                    { tanhSIMD(y) }
func tanhGrad(d, y []float32)                                { tanhGradSIMD(d, y) }
func expAll(y []float32)                                     { expSIMD(y) }
func sigmoid(y []float32)                                    { sigmoidSIMD(y) }
func sigmoidGrad(d, y []float32)                             { sigmoidGradSIMD(d, y) }
func sgd(p, g []float32, rate, decay float32)                { sgdSIMD(p, g, rate, decay) }
func momentumAll(p, g, v []float32, rate, decay, mu float32) { momentumSIMD(p, g, v, rate, decay, mu) }
func rmsprop(p, g, s []float32, rate, decay, alpha, epsilon float32) {
	rmspropSIMD(p, g, s, rate, decay, alpha, epsilon)
}
func adam(p, g, m, s []float32, rate, decay, beta1, beta2, root, epsilon float32) {
	adamSIMD(p, g, m, s, rate, decay, beta1, beta2, root, epsilon)
}
func sum(x []float32) (total float32) { return sumSIMD(x) }
func maxPool2(out []float32, win []int32, plane []float32, h, w int) {
	maxPool2SIMD(out, win, plane, h, w)
}
func avgPool2(out, plane []float32, h, w int)   { avgPool2SIMD(out, plane, h, w) }
func avgPool2Grad(plane, d []float32, h, w int) { avgPool2GradSIMD(plane, d, h, w) }
func maxPool8(p8 []float32, win []int32, y8 []float32, h, w, wide int) {
	maxPool8SIMD(p8, win, y8, h, w, wide)
}
func avgPool8(p8, y8 []float32, h, w int) { avgPool8SIMD(p8, y8, h, w) }
func addColumns8(sums, d8 []float32)      { addColumns8SIMD(sums, d8) }
func copyRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	copyRowsSIMD(dst, src, rows, width, dstStride, srcStride)
}
func addRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	addRowsSIMD(dst, src, rows, width, dstStride, srcStride)
}

func avgBackIdentity(sums, d8, p8, y8 []float32, h, w int) {
	avgBackIdentitySIMD(sums, d8, p8, y8, h, w)
}
func avgBackReLU(sums, d8, p8, y8 []float32, h, w int) {
	avgBackReLUSIMD(sums, d8, p8, y8, h, w)
}
func avgBackTanh(sums, d8, p8, y8 []float32, h, w int) {
	avgBackTanhSIMD(sums, d8, p8, y8, h, w)
}
func avgBackSigmoid(sums, d8, p8, y8 []float32, h, w int) {
	avgBackSigmoidSIMD(sums, d8, p8, y8, h, w)
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
