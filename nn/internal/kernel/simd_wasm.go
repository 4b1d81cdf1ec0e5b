//go:build goexperiment.simd

package kernel

import "simd/archsimd"

// vectors reports whether this machine runs the vector forms. A browser compiles a program with
// vectors only where it has them.
const vectors = true

const vectorName = "wasm-simd"

// lookUp picks bytes of x. An index of -1 gives 0.
func lookUp(x, indices archsimd.Int8x16) archsimd.Int8x16 { return x.LookupOrZero(indices) }
