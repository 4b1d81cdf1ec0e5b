//go:build !wasm && !(goexperiment.simd && amd64)

package kernel

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Implementation returns the fastest BLAS of this build on this machine, and its name: "wasm-simd"
// (WebAssembly vectors), "avx2" (amd64 vectors), "portable" (this package's scalar loops, where
// gonum has no assembly) or "gonum". Each call returns a new one with scratch of its own.
func Implementation() (impl blas.Float32, name string) {
	return gonum.Implementation{}, "gonum"
}

// DirectPays reports whether a direct convolution is faster here than the matrix product of an
// im2col matrix.
func DirectPays() bool { return false }

// products lists the kernels that this machine runs, for the tests.
func products() []product { return []product{scalarProduct()} }
