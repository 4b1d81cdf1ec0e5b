// Package kernel holds the inner loops of training, each one twice: on plain
// float32, compiled everywhere, and on the 128-bit vectors of WebAssembly
// through simd/archsimd (GOEXPERIMENT=simd, GOARCH=wasm). Both add in the same
// order, so their results are the same bits and a browser without vectors
// trains the same weights, only slower.
//
//	blas32.Gemm -> Implementation().Sgemm: checks as gonum's
//	                 |
//	    B along j ---+--- A and B both along k
//	        |                  |
//	   outer: 4x8 tiles     dot: 4x2 tiles of
//	   of outer products    four-lane dot products
//	   (B packed in panels of 8 columns when it is read often or lies across)
//
// The loops that are unrolled are written by the program in gen; the portable
// twin of each is what its tests compare it with, beside a naive one.
package kernel

//go:generate go run ./gen
