//go:build goexperiment.simd && (wasm || amd64)

package kernel

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Implementation returns the fastest BLAS of this build on this machine, and its name: "wasm-simd"
// (WebAssembly vectors), "avx2" (amd64 vectors), "portable" (this package's scalar loops, where
// gonum has no assembly) or "gonum". Each call returns a new one with scratch of its own.
func Implementation() (impl blas.Float32, name string) {
	if !vectors {
		return gonum.Implementation{}, "gonum"
	}
	return &tiled{product: simdProduct()}, vectorName
}

// DirectPays reports whether a direct convolution is faster here than the matrix product of an
// im2col matrix.
func DirectPays() bool { return vectors }

func simdProduct() product {
	return product{"simd", outerSIMD, dotSIMD, axpySIMD, scaleSIMD}
}

// products lists the kernels that this machine runs, for the tests.
func products() []product {
	if !vectors {
		return []product{scalarProduct()}
	}
	return []product{scalarProduct(), simdProduct()}
}
