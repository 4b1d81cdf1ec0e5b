// Command phases measures the phases of a training step. Its arguments are nets, in the text
// form of nn.ParseSpec. It prints one line for each net: name=value for each phase, in
// microseconds a step of 64 samples, the median over the steps.
//
//	samples ─> forward ─> loss ─> backward ─> sum ─> update
//
// It reads no files and uses nothing of a browser, so it runs natively as well as in a Web
// Worker, where bench starts it.
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

// A worker computes a step in shards, as package train does.
const (
	shard  = 8 // samples in one
	shards = 8 // in a step
)

// The phases of a step, in order.
const (
	makeSamples = iota
	forward
	loss
	backward
	sumGradients
	update
	phases // how many there are
)

var phaseNames = [phases]string{
	makeSamples: "samples", forward: "forward", loss: "loss", backward: "backward", sumGradients: "sum", update: "update",
}

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

// measure trains a net for some time and prints its line.
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

	var spent [phases][]float64 // microseconds, by phase and step
	sample := 0
	step := func() {
		var took [phases]time.Duration
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
			lap(makeSamples)
			m.Forward(x, true)
			lap(forward)
			m.Loss(labels, 1.0/(shard*shards))
			lap(loss)
			m.Gradient()
			lap(backward)
			blas32.Axpy(1, vector(m.Grads()), vector(sum))
			lap(sumGradients)
		}
		t := time.Now()
		optimizer.Step(m.Params(), sum)
		took[update] = time.Since(t)
		for phase, d := range took {
			spent[phase] = append(spent[phase], float64(d.Nanoseconds())/1000)
		}
	}
	for range 5 { // until the browser has compiled the code well
		step()
	}
	spent = [phases][]float64{}
	for begun := time.Now(); time.Since(begun) < length; {
		step()
	}
	words := []string{}
	for phase, steps := range spent {
		slices.Sort(steps)
		words = append(words, phaseNames[phase]+"="+strconv.FormatFloat(steps[len(steps)/2], 'f', 1, 64))
	}
	fmt.Println(strings.Join(words, " "))
	return nil
}

func vector(x []float32) blas32.Vector { return blas32.Vector{N: len(x), Inc: 1, Data: x} }
