package kernel

const badLength = "kernel: slices of different lengths"

func same(n int, more ...[]float32) {
	for _, s := range more {
		if len(s) != n {
			panic(badLength)
		}
	}
}

// ReLU replaces y by max(y, 0). NaN stays NaN.
func ReLU(y []float32) { relu(y) }

// ReLUGrad sets d to 0 where y, the output of ReLU, is 0. It panics when the lengths differ.
func ReLUGrad(d, y []float32) {
	same(len(d), y)
	reluGrad(d, y)
}

// Tanh replaces y by tanh(y), to within 4e-7.
func Tanh(y []float32) { tanhAll(y) }

// TanhGrad multiplies d by the derivative of tanh, 1-y*y, where y is its output. It panics when
// the lengths differ.
func TanhGrad(d, y []float32) {
	same(len(d), y)
	tanhGrad(d, y)
}

// Sigmoid replaces y by 1/(1+exp(-y)), to within 2e-7.
func Sigmoid(y []float32) { sigmoid(y) }

// SigmoidGrad multiplies d by the derivative of the sigmoid, y*(1-y), where y is its output. It
// panics when the lengths differ.
func SigmoidGrad(d, y []float32) {
	same(len(d), y)
	sigmoidGrad(d, y)
}

// Exp replaces y by exp(y), with a relative error of at most 3e-7. An argument outside [-87.33,
// 88.37] counts as the nearer limit. NaN stays NaN.
func Exp(y []float32) { expAll(y) }

// Axpy performs y += alpha*x. It panics when the lengths differ.
func Axpy(y, x []float32, alpha float32) {
	same(len(y), x)
	axpy(y, x, alpha)
}

// Scale performs y *= alpha.
func Scale(y []float32, alpha float32) { scale(y, alpha) }

// Fill sets all numbers of y to v.
func Fill(y []float32, v float32) { fill(y, v) }

// AddBias adds b[o] to each number of map o. y is [len(b), positions]. It panics when the lengths
// do not fit.
func AddBias(y, b []float32, positions int) {
	same(len(b)*positions, y)
	for o, v := range b {
		shift(y[o*positions:][:positions], v)
	}
}

// AddBiasReLU does what AddBias and then ReLU do, in one pass.
func AddBiasReLU(y, b []float32, positions int) {
	same(len(b)*positions, y)
	for o, v := range b {
		shiftReLU(y[o*positions:][:positions], v)
	}
}

// AddBiasGrad adds the sum of each map of dy to db. dy is [len(db), positions]. The order of the
// additions is sumScalar's. It panics when the lengths do not fit.
func AddBiasGrad(db, dy []float32, positions int) {
	same(len(db)*positions, dy)
	for o := range db {
		db[o] += sum(dy[o*positions:][:positions])
	}
}

// SGD performs p -= rate*(g+decay*p). It panics when the lengths differ.
func SGD(p, g []float32, rate, decay float32) {
	same(len(p), g)
	sgd(p, g, rate, decay)
}

// Momentum performs v = momentum*v + (g+decay*p); p -= rate*v. It panics when the lengths differ.
func Momentum(p, g, v []float32, rate, decay, momentum float32) {
	same(len(p), g, v)
	momentumAll(p, g, v, rate, decay, momentum)
}

// RMSProp performs, with g' = g+decay*p, s = alpha*s + (1-alpha)*g'*g'; p -=
// rate*g'/(sqrt(s)+epsilon). It panics when the lengths differ.
func RMSProp(p, g, s []float32, rate, decay, alpha, epsilon float32) {
	same(len(p), g, s)
	rmsprop(p, g, s, rate, decay, alpha, epsilon)
}

// Adam performs, with g' = g+decay*p, m = beta1*m + (1-beta1)*g'; s = beta2*s + (1-beta2)*g'*g';
// p -= rate*m/(sqrt(s)*root+epsilon). For step t, rate is the learning rate divided by 1-beta1^t,
// and root is 1/sqrt(1-beta2^t). It panics when the lengths differ.
func Adam(p, g, m, s []float32, rate, decay, beta1, beta2, root, epsilon float32) {
	same(len(p), g, m, s)
	adam(p, g, m, s, rate, decay, beta1, beta2, root, epsilon)
}
