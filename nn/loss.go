package nn

import "math"

// Softmax turns scores into probabilities. The cross entropy of a sample is minus the logarithm
// of the probability that its label got. The gradient of both together is simple:
//
//	p[k] = exp(z[k]) / Σ_j exp(z[j])
//	L = -log p[label]
//	dL/dz[k] = p[k] - (1 where k is the label)
//
// Softmax subtracts the largest score first, so exp cannot overflow. The loss is computed from
// the scores and not from p, so it cannot become infinite: scores of ±10,000 are fine.

// SoftmaxCrossEntropy sets probs to the softmax of logits, and dlogits to scale times the
// gradient of the loss. It returns the sum of the losses over the N samples, and the number of
// samples whose label has the highest score (the first of equal ones). probs, dlogits and logits
// are [N, K, 1, 1]; labels holds N numbers below K. It panics when shapes or labels do not fit.
func SoftmaxCrossEntropy(probs, dlogits, logits Tensor, labels []int, scale float32) (sum float64, correct int) {
	n, k := logits.Shape[0], logits.Shape[1]
	logits.mustFit(n, k, 1, 1)
	probs.mustFit(n, k, 1, 1)
	dlogits.mustFit(n, k, 1, 1)
	if len(labels) != n || k < 1 {
		panic(badShape)
	}
	for i, label := range labels {
		if label < 0 || label >= k {
			panic("nn: bad label")
		}
		z, p, d := logits.Data[i*k:(i+1)*k], probs.Data[i*k:(i+1)*k], dlogits.Data[i*k:(i+1)*k]
		top, logSum := softmax(p, z)
		sum += logSum - (float64(z[label]) - float64(z[top]))
		if top == label {
			correct++
		}
		for j, v := range p {
			d[j] = v * scale
		}
		d[label] = (p[label] - 1) * scale
	}
	return sum, correct
}

// Softmax sets probs to the softmax of each sample's logits; both are [N, K, 1, 1]. It panics
// when shapes do not fit.
func Softmax(probs, logits Tensor) {
	n, k := logits.Shape[0], logits.Shape[1]
	logits.mustFit(n, k, 1, 1)
	probs.mustFit(n, k, 1, 1)
	for i := 0; i < n; i++ {
		softmax(probs.Data[i*k:(i+1)*k], logits.Data[i*k:(i+1)*k])
	}
}

// softmax sets p to the softmax of z. It returns the index of the first largest score, and the
// logarithm of Σ exp(z - largest).
//
// It is a plain loop in float64. A training step of the default network spends 0.4 % of its time
// here (math.Exp, in Chromium's profile of BenchmarkPresetStep), and ten classes are hardly three
// vectors.
func softmax(p, z []float32) (top int, logSum float64) {
	p = p[:len(z)]
	for j, v := range z {
		if v > z[top] {
			top = j
		}
	}
	largest, sum := float64(z[top]), 0.0
	for _, v := range z {
		sum += math.Exp(float64(v) - largest)
	}
	for j, v := range z {
		p[j] = float32(math.Exp(float64(v)-largest) / sum)
	}
	return top, math.Log(sum)
}
