package kernel

// CopyRows copies rows of width numbers. Row r begins at dst[r*dstStride] and src[r*srcStride];
// dst and src do not overlap. It is im2col's inner loop. The built-in copy would cost a call for
// each row, and the rows are short. It panics when a row does not lie in its slice.
func CopyRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	if rows < 1 || width < 1 {
		return
	}
	mustHold(len(dst), rows, width, dstStride)
	mustHold(len(src), rows, width, srcStride)
	copyRows(dst, src, rows, width, dstStride, srcStride)
}

// AddRows is CopyRows, but adds: dst += src, row by row. It is col2im's inner loop. It panics
// when a row does not lie in its slice.
func AddRows(dst, src []float32, rows, width, dstStride, srcStride int) {
	if rows < 1 || width < 1 {
		return
	}
	mustHold(len(dst), rows, width, dstStride)
	mustHold(len(src), rows, width, srcStride)
	addRows(dst, src, rows, width, dstStride, srcStride)
}

func mustHold(n, rows, width, stride int) {
	if stride < 0 || n < (rows-1)*stride+width {
		panic(badLength)
	}
}

func copyRowsScalar(dst, src []float32, rows, width, dstStride, srcStride int) {
	for r := 0; r < rows; r++ {
		copy(dst[r*dstStride:][:width], src[r*srcStride:][:width])
	}
}

func addRowsScalar(dst, src []float32, rows, width, dstStride, srcStride int) {
	for r := 0; r < rows; r++ {
		to := dst[r*dstStride:][:width]
		for i, v := range src[r*srcStride:][:width] {
			to[i] += v
		}
	}
}

// spread8Scalar copies every eighth number of each row. A row of dst begins dstStride numbers
// after the one before, a row of src 8*srcStride numbers.
func spread8Scalar(dst, src []float32, rows, width, dstStride, srcStride int) {
	for r := 0; r < rows; r++ {
		every8(ptr(dst[r*dstStride:]), ptr(src[8*r*srcStride:]), width)
	}
}

// sumScalar adds the numbers of x in eight interleaved series, then the rest.
func sumScalar(x []float32) (total float32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	for len(x) >= 8 {
		s0, s1, s2, s3 = s0+x[0], s1+x[1], s2+x[2], s3+x[3]
		s4, s5, s6, s7 = s4+x[4], s5+x[5], s6+x[6], s7+x[7]
		x = x[8:]
	}
	total = ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7))
	for _, v := range x {
		total += v
	}
	return total
}
