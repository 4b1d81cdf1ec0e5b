// Command phases takes a training step apart: how long its phases last for the
// nets named in its arguments (nn.ParseSpec's text form), in microseconds a step
// of 64 samples, medians over the steps, as one line of numbers a net.
//
//	samples made ─> forward ─> loss ─> backward ─> sum ─> update
//
// It reads no files and knows no browser, so that it runs natively as well as in
// a Web Worker, where bench starts it.
package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"stridelab/data"
	"stridelab/nn"

	"gonum.org/v1/gonum/blas/blas32"
)

// What a worker does at a time, and how often it does so in a step; see train.
const (
	shard  = 8
	shards = 8
)

// length is how long each net is measured.
const length = time.Second

func main() {
	nn.Accelerate()
	for _, text := range os.Args[1:] {
		spec, err := nn.ParseSpec(text)
		if err == nil {
			err = measure(spec)
		}
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// measure prints a net's line.
func measure(spec nn.Spec) error {
	m, err := nn.New(spec, shard)
	if err != nil {
		return err
	}
	m.Init(nn.He, 1)
	optimizer := nn.NewOptimizer(nn.OptimizerConfig{Kind: nn.SGD, LearningRate: 0.01}, len(m.Params()))
	source := data.NewDigits(1, spec.In.C == 3)
	size := spec.In.Size()
	x := nn.Tensor{Shape: [4]int{shard, spec.In.C, spec.In.H, spec.In.W}, Data: make([]float32, shard*size)}
	labels := make([]int, shard)
	sum := make([]float32, len(m.Params()))

	var spent [6][]float64 // microseconds, by phase, by step
	sample := 0
	step := func() {
		var took [6]time.Duration
		clear(sum)
		for range shards {
			t := time.Now()
			lap := func(phase int) {
				now := time.Now()
				took[phase] += now.Sub(t)
				t = now
			}
			for i := range labels {
				labels[i] = source.TrainSample(sample, x.Data[i*size:(i+1)*size])
				sample++
			}
			lap(0)
			m.Forward(x, true)
			lap(1)
			m.Loss(labels, 1.0/(shard*shards))
			lap(2)
			m.Gradient()
			lap(3)
			blas32.Axpy(1, vector(m.Grads()), vector(sum))
			lap(4)
		}
		t := time.Now()
		optimizer.Step(m.Params(), sum)
		took[5] = time.Since(t)
		for phase, d := range took {
			spent[phase] = append(spent[phase], float64(d.Nanoseconds())/1000)
		}
	}
	for range 5 { // until the compiler has seen it
		step()
	}
	spent = [6][]float64{}
	for begun := time.Now(); time.Since(begun) < length; {
		step()
	}
	words := []string{}
	for _, steps := range spent {
		slices.Sort(steps)
		words = append(words, strconv.FormatFloat(steps[len(steps)/2], 'f', 1, 64))
	}
	fmt.Println(strings.Join(words, " "))
	return nil
}

func vector(x []float32) blas32.Vector { return blas32.Vector{N: len(x), Inc: 1, Data: x} }
