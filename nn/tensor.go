package nn

// Tensor is a block of float32 in row-major order. Images are [N, C, H, W], convolution weights
// [out, in, kh, kw]; vectors and matrices end in 1s. Data may be shared with other tensors and
// with a model.
type Tensor struct {
	Shape [4]int
	Data  []float32
}

// NewTensor allocates a tensor of zeros.
func NewTensor(n, c, h, w int) Tensor {
	return Tensor{Shape: [4]int{n, c, h, w}, Data: make([]float32, n*c*h*w)}
}

// Size is the number of numbers in a tensor of this shape.
func (t Tensor) Size() int { return t.Shape[0] * t.Shape[1] * t.Shape[2] * t.Shape[3] }

// At is the element [n, c, y, x]. It panics outside the data.
func (t Tensor) At(n, c, y, x int) float32 { return t.Data[t.index(n, c, y, x)] }

// Set writes the element [n, c, y, x]. It panics outside the data.
func (t Tensor) Set(n, c, y, x int, v float32) { t.Data[t.index(n, c, y, x)] = v }

func (t Tensor) index(n, c, y, x int) int {
	s := t.Shape
	return ((n*s[1]+c)*s[2]+y)*s[3] + x
}

// Sample is sample i alone, [1, C, H, W]. It shares the data.
func (t Tensor) Sample(i int) Tensor {
	size := t.Shape[1] * t.Shape[2] * t.Shape[3]
	return Tensor{Shape: [4]int{1, t.Shape[1], t.Shape[2], t.Shape[3]}, Data: t.Data[i*size : (i+1)*size]}
}

// badShape is the panic of every operation whose tensors do not fit together. It is an error of
// the program, not of its user.
const badShape = "nn: bad shape"

// mustFit panics unless the tensor has exactly this shape and enough data.
func (t Tensor) mustFit(n, c, h, w int) {
	if t.Shape != [4]int{n, c, h, w} || len(t.Data) < n*c*h*w {
		panic(badShape)
	}
}
