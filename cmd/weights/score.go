package main

import (
	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// scoreBatch is how many samples are classified at once.
const scoreBatch = 50

// modelOf returns the network of a file, with its weights, for batches of a size.
func modelOf(f weightfile.File, batch int) (*nn.Model, error) {
	m, err := nn.New(f.Net, batch)
	if err != nil {
		return nil, err
	}
	copy(m.Params(), f.Params)
	return m, nil
}

// score returns the share of the n test samples of a source that a network classifies
// correctly.
func score(f weightfile.File, source data.Source) (share float64, n int, err error) {
	m, err := modelOf(f, scoreBatch)
	if err != nil {
		return 0, 0, err
	}
	in := f.Net.In
	source, err = data.Adapt(source, in.C, in.H, in.W)
	if err != nil {
		return 0, 0, err
	}
	n = source.Info().Test
	size, right := in.Size(), 0
	x, labels := make([]float32, scoreBatch*size), make([]int, scoreBatch)
	for from := 0; from < n; from += scoreBatch {
		k := min(scoreBatch, n-from)
		for i := range k {
			labels[i] = source.TestSample(from+i, x[i*size:(i+1)*size])
		}
		logits := m.Forward(nn.Tensor{Shape: [4]int{k, in.C, in.H, in.W}, Data: x[:k*size]}, false)
		for i := range k {
			if largest(logits.Sample(i).Data) == labels[i] {
				right++
			}
		}
	}
	return float64(right) / float64(n), n, nil
}

// largest returns the index of the largest number, the first of several.
func largest(v []float32) (at int) {
	for i := range v {
		if v[i] > v[at] {
			at = i
		}
	}
	return at
}
