package nn

// Flattening writes the numbers of a volume in one line, channel by channel and row by row. It
// computes nothing: forward and backward hand on the same numbers, and only the shape changes.
//
//	y[n, (c·H + i)·W + j] = x[n,c,i,j]

// flattenShape is [C·H·W].
func flattenShape(_ Layer, in Shape) (Shape, Code, []any) { return Vector(in.Size()), "", nil }

// noKernel is the kernel of a layer that does not compute.
func noKernel(*node) Kernel { return Nothing }
