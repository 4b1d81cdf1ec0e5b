// Package kernel holds the inner loops of training. Each exists twice: on plain float32, which
// compiles everywhere, and on the 128-bit vectors of WebAssembly and amd64, through simd/archsimd
// (GOEXPERIMENT=simd). Both forms add in the same order, and no form fuses a product with its
// addition, so their results are the same bits. A browser without vectors trains the same weights,
// only slower. On amd64 the vectors need AVX2: without it, and in a build without the experiment,
// gonum multiplies (use_*.go).
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
// The way back where few gradients are not 0 (after ReLU and max pooling), sparse:
//
//	dy -> list of (window, gradient) not 0 -> dw: list times windows
//	                                      \-> dx: list scatters the filter
//
// The way back where most gradients are not 0 (all other cases), dense:
//
//	dy -> d8, 8 filters side by side -> dw: d8 times windows
//	                                \-> dx: a convolution with the filters turned,
//	                                    or, without padding, d8 adds filters to windows
//
// Besides, there are loops over all numbers of a slice (pointwise.go), 2x2 pooling (pool.go) and
// the many short rows of im2col (rows.go).
//
// Build tags in choose_*.go and use_*.go choose the form that a build runs. The program in gen
// writes the unrolled loops. Tests compare the vector form with the scalar form, and both with a
// naive one. Go's WebAssembly compiler decides the shape of the vector loops, and amd64 takes them
// as they are:
//
//   - Slices are checked once, outside the loops. The loops take pointers made with unsafe.Add,
//     which need neither bounds checks nor nil checks.
//   - Loads are written out in full. The compiler orders instructions by source position; it
//     would put the addresses of inlined helpers first, and spill them.
//   - Bodies are long, because the jump back to the start of a loop goes through a table. They
//     step their pointers, because the compiler would compute addresses that do not change
//     before the loop, and spill them.
//   - The compiler puts additions whose sums a loop body does not use again at the end of the
//     body, with all products waiting in memory. So the generator's hold uses the sums once
//     more.
//   - Values in registers go through memory where one loop leads into another. So one loop over
//     a list is better than a loop over rows of columns.
//   - Max and Min of vectors take eight instructions of the processor; a comparison and a choice
//     take four.
//   - A load of a vector or a float32 takes three instructions of the processor: the address is
//     added in 64 bits, cut to 32, and used. A product and its addition take two. So the loops
//     that load least are fastest, and near the C limit their number of instructions decides.
//   - A vector in a variable that has no register lies on the stack, and takes one instruction at
//     each use. So numbers that a long loop uses again and again are variables, more of them than
//     there are registers (outerShardSIMD). It does not pay where each is used often in a body
//     that already fills the registers: the compiler loads it for each use, and spills sums.
//   - The compiler merges two equal loads and keeps the value in a register. Where that costs
//     too many registers, the address of one of them comes from a variable of its own.
package kernel

//go:generate go run ./gen
