//go:build !goexperiment.simd && wasm

package kernel

import "gonum.org/v1/gonum/blas"

// Implementation returns the fastest BLAS of this build on this machine, and its name: "wasm-simd"
// (WebAssembly vectors), "avx2" (amd64 vectors), "portable" (this package's scalar loops, where
// gonum has no assembly) or "gonum". Each call returns a new one with scratch of its own.
func Implementation() (impl blas.Float32, name string) {
	return Portable(), "portable"
}

// DirectPays reports whether a direct convolution is faster here than the matrix product of an
// im2col matrix.
func DirectPays() bool { return true }

// products lists the kernels that this machine runs, for the tests.
func products() []product { return []product{scalarProduct()} }
