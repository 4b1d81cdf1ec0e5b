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
	n = source.Info().Test
	right, err := countRight(f, source, n, data.Source.TestSample)
	return float64(right) / float64(n), n, err
}

// scoreUnseen returns the share of all n samples of a source that a network classifies correctly,
// training samples too. It is for a source that the network was not trained on.
func scoreUnseen(f weightfile.File, source data.Source) (share float64, n int, err error) {
	info := source.Info()
	test, err := countRight(f, source, info.Test, data.Source.TestSample)
	if err != nil {
		return 0, 0, err
	}
	more, err := countRight(f, source, info.Train, data.Source.TrainSample)
	n = info.Test + info.Train
	return float64(test+more) / float64(n), n, err
}

// countRight returns how many of the first n samples that sample gives a network classifies
// correctly.
func countRight(f weightfile.File, source data.Source, n int, sample func(data.Source, int, []float32) int) (right int, err error) {
	m, err := modelOf(f, scoreBatch)
	if err != nil {
		return 0, err
	}
	in := f.Net.In
	source, err = data.Adapt(source, in.C, in.H, in.W)
	if err != nil {
		return 0, err
	}
	size := in.Size()
	x, labels := make([]float32, scoreBatch*size), make([]int, scoreBatch)
	for from := 0; from < n; from += scoreBatch {
		k := min(scoreBatch, n-from)
		for i := range k {
			labels[i] = sample(source, from+i, x[i*size:(i+1)*size])
		}
		logits := m.Forward(nn.Tensor{Shape: [4]int{k, in.C, in.H, in.W}, Data: x[:k*size]}, false)
		for i := range k {
			if largest(logits.Sample(i).Data) == labels[i] {
				right++
			}
		}
	}
	return right, nil
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
