package nn

import (
	"fmt"
	"slices"
	"testing"
)

// Benchmarks report samples/s, the unit of DESIGN's table. Natively with vectors run
//
//	GOEXPERIMENT=simd go test -run - -bench PresetStep -cpu 1 ./nn
//
// In WebAssembly run
//
//	exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec"
//	GOOS=js GOARCH=wasm GOEXPERIMENT=simd go test -exec "$exec" -run - -bench . ./nn

func benchmarkStep(b *testing.B, s Spec, batch, shard int) {
	b.Log(Accelerate())
	m, err := New(s, shard)
	if err != nil {
		b.Fatal(err)
	}
	m.Init(He, 1)
	o := NewOptimizer(DefaultOptimizer(Momentum), len(m.Params()))
	// A network that has learnt its only batch has few gradients that are not 0.
	o.SetLearningRate(0)
	x, labels := randomBatch(m, shard, 1)
	b.ReportAllocs()
	for b.Loop() {
		for range batch / shard {
			m.Forward(x, true)
			m.Loss(labels, 1/float32(batch))
			m.Gradient()
		}
		o.Step(m.Params(), m.Grads())
	}
	b.ReportMetric(float64(b.N*batch)/b.Elapsed().Seconds(), "samples/s")
}

func BenchmarkLeNetStep(b *testing.B) {
	for _, c := range [][2]int{{64, 8}, {64, 64}, {8, 8}} {
		b.Run(fmt.Sprintf("batch%d/shard%d", c[0], c[1]), func(b *testing.B) { benchmarkStep(b, LeNet(), c[0], c[1]) })
	}
}

func BenchmarkPresetStep(b *testing.B) {
	for _, c := range []struct {
		name string
		spec Spec
	}{{"LeNet", LeNet()}, {"LeNet6", LeNet6()}, {"LeNet5", LeNet5()}, {"GAPNet", GAPNet()}, {"Same3x3", sameStack(b)}} {
		b.Run(c.name, func(b *testing.B) { benchmarkStep(b, c.spec, 64, 8) })
	}
}

func BenchmarkLeNetForward(b *testing.B) {
	Accelerate()
	m, err := New(LeNet(), 8)
	if err != nil {
		b.Fatal(err)
	}
	m.Init(He, 1)
	x, _ := randomBatch(m, 8, 1)
	for b.Loop() {
		m.Forward(x, false)
	}
	b.ReportMetric(float64(b.N*8)/b.Elapsed().Seconds(), "samples/s")
}

// BenchmarkLeNetLayer measures the layers one by one, forward and backward, on 8 samples. A
// convolution and the pooling that it is fused with count as one, CONV1.
func BenchmarkLeNetLayer(b *testing.B) {
	Accelerate()
	m, err := New(LeNet(), 8)
	if err != nil {
		b.Fatal(err)
	}
	m.Init(He, 1)
	x, labels := randomBatch(m, 8, 1)
	m.Forward(x, true)
	m.Loss(labels, 1)
	m.Backward()
	for i := 0; i < len(m.nodes); i++ {
		n, name := &m.nodes[i], m.rows[i+1].Name
		forward := func() { n.forward(8, true, m.scratch, 0, 0) }
		backward := func(dy []float32) { n.backward(dy, 8, m.scratch, 1) }
		y := n.y
		if n.pair() {
			i++
			pool := &m.nodes[i]
			forward = func() { forwardPair(n, pool, 8) }
			backward = func(dy []float32) { backwardPair(n, pool, dy, 8, 1) }
			y = pool.y
		}
		dy := slices.Clone(y)
		b.Run(name+"/forward", func(b *testing.B) {
			for b.Loop() {
				forward()
			}
		})
		b.Run(name+"/backward", func(b *testing.B) {
			for b.Loop() {
				backward(dy)
			}
		})
	}
}
