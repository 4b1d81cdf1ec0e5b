package train

import (
	"testing"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train/internal/idx"
)

// BenchmarkTraining measures whole training steps, in samples a second. GOEXPERIMENT=simd gives it
// vectors natively. In the engine of a browser, with vector instructions:
//
//	GOOS=js GOARCH=wasm GOEXPERIMENT=simd go test -run - -bench Training \
//		-exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./train
func BenchmarkTraining(b *testing.B) {
	nn.Accelerate()
	images, err := data.Read(idx.Files(6000, 32, 32, 10), nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		net    nn.Spec
		source data.Source
	}{
		{"LeNet/files", nn.LeNet(), images},
		{"LeNet/digits", nn.LeNet(), data.NewDigits(1, true)},
		{"GAPNet/files", nn.GAPNet(), images},
	} {
		b.Run(c.name, func(b *testing.B) {
			cfg := DefaultConfig()
			cfg.Net, cfg.Epochs = c.net, 0
			s, err := NewSession(cfg, c.source)
			if err != nil {
				b.Fatal(err)
			}
			s.test.n = 0 // training alone
			b.ReportAllocs()
			for b.Loop() {
				s.Run(1)
				for s.Running() {
					s.Advance(always)
				}
			}
			b.ReportMetric(float64(cfg.Batch)*float64(b.N)/b.Elapsed().Seconds(), "samples/s")
		})
	}
}
