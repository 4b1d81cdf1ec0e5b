// Package kernel holds the inner loops of training, each one twice: on plain
// float32, compiled everywhere, and on the 128-bit vectors of WebAssembly
// through simd/archsimd (GOEXPERIMENT=simd, GOARCH=wasm). Both add in the same
// order, so their results are the same bits and a browser without vectors
// trains the same weights, only slower.
//
// Matrix products, for gonum's blas32:
//
//	blas32.Gemm -> Implementation().Sgemm: checks as gonum's
//	                 |
//	    B along j ---+--- A and B both along k
//	        |                  |
//	   outer: 4x8 tiles     dot: 4x2 tiles of
//	   of outer products    four-lane dot products
//	   (B packed in panels of 8 columns when it is read often or lies across)
//
// Convolutions at stride 1, straight from the image:
//
//	Pack(w, b) -> panels of 8 filters
//	Forward:  x -> padded -> 2x2 tile x 8 filters -> Conv: y
//	                              |
//	                              +-> bias, ReLU, maximum -> ConvMaxPool:     y, win
//	                              +-> bias, activation, mean -> ConvAvgPool: y
//
// The way back, where few gradients are not 0 (ReLU and max pooling), sparse:
//
//	dy -> list of (window, gradient) not 0 -> dw: list times windows
//	                                      \-> dx: list scatters the filter
//
// and where most are not (all else), dense:
//
//	dy -> d8, 8 filters side by side -> dw: d8 times windows
//	                                \-> dx: a convolution with the filters turned,
//	                                    or, without padding, d8 adds filters to windows
//
// Loops over all numbers of a slice (pointwise.go), 2x2 pooling (pool.go) and
// the many short rows of im2col (rows.go) complete the set.
//
// What this build runs is chosen by build tags in choose_*.go and use_*.go. The
// loops that are unrolled are written by the program in gen; their twins, and a
// naive form beside, are what the tests compare them with. The vector loops are
// shaped by what Go's WebAssembly compiler does with them:
//
//   - Slices are checked once, outside; the loops take pointers, made with
//     unsafe.Add, which need neither bounds nor nil checks.
//   - Loads are written out in full: the compiler orders by source position and
//     would put the addresses of inlined helpers first and spill them.
//   - Bodies are long, since a loop's back-edge is a table jump, and they step
//     their pointers, since addresses that do not change are made ahead of the
//     loop and spilled.
//   - Sums that the next round of a loop begins with are used in no way within its
//     body, so the compiler puts the last additions to them behind all else, with
//     their products waiting in memory; the generator's hold uses them once more.
//   - What a loop keeps in registers goes through memory where it leads into
//     another loop: one loop over a list is better than rows of columns.
//   - A vector's Max and Min are eight instructions of the processor's; a
//     comparison and a choice are four.
//   - Two equal loads become one that is kept; where that costs registers, one
//     of the two addresses comes from a variable of its own.
package kernel

//go:generate go run ./gen
