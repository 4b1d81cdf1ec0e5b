package nn

import (
	"gonum.org/v1/gonum/blas/blas32"

	"stridelab/nn/internal/kernel"
)

// Accelerate installs the fastest matrix products of this build into gonum's blas32, through
// which this package multiplies, and returns their name: "wasm-simd" (WebAssembly vectors), "avx2"
// (amd64's vectors, in a native build with GOEXPERIMENT=simd), "portable" (scalar loops, in
// WebAssembly without vectors) or "gonum" (native without vectors). A program calls it once, before
// it trains: blas32 holds one implementation for the whole program.
func Accelerate() string {
	impl, name := kernel.Implementation()
	blas32.Use(impl)
	return name
}
