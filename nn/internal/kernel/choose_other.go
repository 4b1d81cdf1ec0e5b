//go:build !goexperiment.simd || !(wasm || amd64)

package kernel

// The forms that this build runs.

func axpy(y, x []float32, alpha float32)      { axpyScalar(y, x, alpha) }
func scale(y []float32, alpha float32)        { scaleScalar(y, alpha) }
func shift(y []float32, b float32)            { shiftScalar(y, b) }
func shiftReLU(y []float32, b float32)        { shiftReLUScalar(y, b) }
func fill(y []float32, v float32)             { fillScalar(y, v) }
func relu(y []float32)                        { reluScalar(y) }
func reluGrad(d, y []float32)                 { reluGradScalar(d, y) }
func tanhAll(y []float32)                     { tanhScalar(y) }
func tanhGrad(d, y []float32)                 { tanhGradScalar(d, y) }
func expAll(y []float32)                      { expScalar(y) }
func sigmoid(y []float32)                     { sigmoidScalar(y) }
func sigmoidGrad(d, y []float32)              { sigmoidGradScalar(d, y) }
func sgd(p, g []float32, rate, decay float32) { sgdScalar(p, g, rate, decay) }
func momentumAll(p, g, v []float32, rate, decay, mu float32) {
	momentumScalar(p, g, v, rate, decay, mu)
}
func rmsprop(p, g, s []float32, rate, decay, alpha, epsilon float32) {
	rmspropScalar(p, g, s, rate, decay, alpha, epsilon)
}
func adam(p, g, m, s []float32, rate, decay, beta1, beta2, root, epsilon float32) {
	adamScalar(p, g, m, s, rate, decay, beta1, beta2, root, epsilon)
}
func sum(x []float32) (total float32) { return sumScalar(x) }
func maxPool2(out []float32, win []int32, plane []float32, h, w int) {
	maxPool2Scalar(out, win, plane, h, w)
}
func avgPool2(out, plane []float32, h, w int)   { avgPool2Scalar(out, plane, h, w) }
func avgPool2Grad(plane, d []float32, h, w int) { avgPool2GradScalar(plane, d, h, w) }
func maxPool8(p8 []float32, win []int32, y8 []float32, h, w, wide int) {
	maxPool8Scalar(p8, win, y8, h, w, wide)
}
func avgPool8(p8, y8 []float32, h, w int) { avgPool8Scalar(p8, y8, h, w) }
func addColumns8(sums, d8 []float32)      { addColumns8Scalar(sums, d8) }
func copyRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	copyRowsScalar(dst, src, rows, width, dstStride, srcStride)
}
func addRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	addRowsScalar(dst, src, rows, width, dstStride, srcStride)
}
func avgBackIdentity(sums, d8, p8, y8 []float32, h, w int) {
	avgBackScalar(sums, d8, p8, y8, h, w, nil)
}
func avgBackReLU(sums, d8, p8, y8 []float32, h, w int) {
	avgBackScalar(sums, d8, p8, y8, h, w, reluGradScalar)
}
func avgBackTanh(sums, d8, p8, y8 []float32, h, w int) {
	avgBackScalar(sums, d8, p8, y8, h, w, tanhGradScalar)
}
func avgBackSigmoid(sums, d8, p8, y8 []float32, h, w int) {
	avgBackScalar(sums, d8, p8, y8, h, w, sigmoidGradScalar)
}

func chooseConvLoops(int) convLoops { return scalarConvLoops() }
