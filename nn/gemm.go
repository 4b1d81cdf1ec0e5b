package nn

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/blas/gonum"
)

// matrix is a rows x cols view of data in row-major order without gaps.
func matrix(data []float32, rows, cols int) blas32.General {
	return blas32.General{Rows: rows, Cols: cols, Stride: cols, Data: data[:rows*cols]}
}

// gonumRows and gonumCols bound the block of C that gonum multiplies on one goroutine: three of
// its 64 x 64 tiles.
const gonumRows, gonumCols = 64, 192

// gemm sets C = A·B + beta·C. tA and tB tell whether A and B are transposed.
//
// From four 64 x 64 tiles of C on, gonum's own implementation starts goroutines and allocates for
// them. A training step may not allocate, and the workers share the cores already, so gonum gets
// C in blocks below that size. The order in which each element is summed is the same either way.
func gemm(tA, tB blas.Transpose, a, b blas32.General, beta float32, c blas32.General) {
	if _, is := blas32.Implementation().(gonum.Implementation); !is || c.Rows <= gonumRows && c.Cols <= gonumCols {
		blas32.Gemm(tA, tB, 1, a, b, beta, c)
		return
	}
	for i := 0; i < c.Rows; i += gonumRows {
		rows := min(gonumRows, c.Rows-i)
		subA := stripe(a, tA == blas.NoTrans, i, rows)
		for j := 0; j < c.Cols; j += gonumCols {
			cols := min(gonumCols, c.Cols-j)
			subB := stripe(b, tB == blas.Trans, j, cols)
			blas32.Gemm(tA, tB, 1, subA, subB, beta, block(c, i, j, rows, cols))
		}
	}
}

// stripe is n whole rows of m from row i on, or n whole columns from column i on.
func stripe(m blas32.General, rows bool, i, n int) blas32.General {
	if rows {
		return block(m, i, 0, n, m.Cols)
	}
	return block(m, 0, i, m.Rows, n)
}

// block is the rows x cols part of m that begins in row i, column j.
func block(m blas32.General, i, j, rows, cols int) blas32.General {
	return blas32.General{Rows: rows, Cols: cols, Stride: m.Stride, Data: m.Data[i*m.Stride+j:]}
}
