package nn

import (
	"gonum.org/v1/gonum/blas/blas32"

	"stridelab/nn/internal/kernel"
)

// Accelerate installs the fastest matrix products there are here into gonum's
// blas32, which all of this package multiplies with, and names them: "wasm-simd"
// (WebAssembly vectors), "portable" (scalar loops, in a browser program built
// without them) or "gonum" (native). Programs call it once, before they train;
// blas32 holds one implementation for the whole program.
func Accelerate() string {
	impl, name := kernel.Implementation()
	blas32.Use(impl)
	return name
}
