//go:build goexperiment.simd

package kernel

import "simd/archsimd"

// vectors reports whether this machine runs the vector forms. They broadcast numbers from
// registers, which came with AVX2.
var vectors = archsimd.X86.AVX2()

const vectorName = "avx2"

// lookUp picks bytes of x. An index of -1 gives 0.
func lookUp(x, indices archsimd.Int8x16) archsimd.Int8x16 { return x.PermuteOrZero(indices) }
