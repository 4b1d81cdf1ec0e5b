//go:build goexperiment.simd && wasm

package kernel

import "gonum.org/v1/gonum/blas"

// Implementation returns the fastest BLAS of this build, and its name: "wasm-simd" (WebAssembly
// vectors), "portable" (this package's scalar loops, where gonum has no assembly) or "gonum".
// Each call returns a new one with scratch of its own.
func Implementation() (impl blas.Float32, name string) {
	return &tiled{product: simdProduct()}, "wasm-simd"
}

func simdProduct() product {
	return product{"simd", outerSIMD, dotSIMD, axpySIMD, scaleSIMD}
}

// products lists the kernels of this build, for the tests.
func products() []product { return []product{scalarProduct(), simdProduct()} }
