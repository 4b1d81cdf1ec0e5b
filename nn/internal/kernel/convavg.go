package kernel

// ConvAvgPool is a convolution at stride 1 with bias, an activation and 2x2 average pooling at
// stride 2 in one operation. Its numbers have the channels last from the first sum to the mean.
// The results are bit for bit those of im2col, Implementation's Sgemm, AddBias, the activation
// and AvgPool2 one after the other. The gradients are summed in Conv's order.
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded -> 2x2 positions x 8 channels -> activation, kept -> mean: y [Out,PH,PW]
type ConvAvgPool struct {
	dense
	ph, pw      int       // size of a pooled map
	act         Averaged  // the activation
	activations []float32 // input of the pooling [batch][out/8][OH*OW][8]
	p8          []float32 // means of one panel [PH*PW][8]
}

// Averaged is an activation between a convolution and average pooling.
type Averaged struct {
	forward func(y []float32) // replaces y by the activation; nil for none
	// back goes back through the pooling, the activation and the bias; see avgBackScalar.
	back func(sums, d8, p8, y8 []float32, h, w int)
}

// The activations of ConvAvgPool.
func AveragedIdentity() Averaged { return Averaged{nil, avgBackIdentity} }
func AveragedReLU() Averaged     { return Averaged{ReLU, avgBackReLU} }
func AveragedTanh() Averaged     { return Averaged{Tanh, avgBackTanh} }
func AveragedSigmoid() Averaged  { return Averaged{Sigmoid, avgBackSigmoid} }

// NewConvAvgPool makes the operation for up to batch samples of c by h by w, and out filters of f
// by f with p cells of padding; see CanConvolveBack. toInput tells whether Backward will be asked
// for dx. It panics when CanConvolveBack is false.
func NewConvAvgPool(batch, c, h, w, f, p, out int, toInput bool, act Averaged) *ConvAvgPool {
	return newConvAvgPool(batch, c, h, w, f, p, out, toInput, act, chooseConvLoops(f))
}

func newConvAvgPool(batch, c, h, w, f, p, out int, toInput bool, act Averaged, loops convLoops) *ConvAvgPool {
	k := &ConvAvgPool{dense: newDense(c, h, w, f, p, out, toInput, loops), act: act}
	k.ph, k.pw = k.oh/2, k.ow/2
	k.activations = make([]float32, batch*len(k.bias)*k.oh*k.ow)
	k.p8 = make([]float32, 8*k.ph*k.pw)
	return k
}

// Forward sets y [n, Out, PH, PW] for n samples x [n, C, H, W]. It panics when the lengths do not
// fit or n is more than the batch.
func (k *ConvAvgPool) Forward(y, x []float32, n int) {
	in, size, pooled := k.c*k.h*k.w, k.oh*k.ow, k.ph*k.pw
	same(n*in, x)
	same(n*k.out*pooled, y)
	to := k.activations[:n*len(k.bias)*size]
	for ; n > 0; n-- {
		src, plane, row := k.source(x[:in])
		for o := 0; o < k.out; o += 8 {
			y8 := to[:8*size]
			to = to[8*size:]
			k.convolve(y8, o, src, plane, row)
			if k.act.forward != nil {
				k.act.forward(y8)
			}
			avgPool8(k.p8, y8, k.oh, k.ow)
			filters := min(8, k.out-o)
			unpack(y[:filters*pooled], k.p8, pooled)
			y = y[filters*pooled:]
		}
		x = x[in:]
	}
}

// Backward takes dy [n, Out, PH, PW], the gradient by Forward's y, back. It ADDS to dw [Out, C,
// F, F] and db [Out], and sets dx [n, C, H, W], which may be nil. x is the last Forward's. dy
// does not change. It panics when the lengths do not fit.
func (k *ConvAvgPool) Backward(dx, dw, db, dy, x []float32, n int) {
	in, size, pooled := k.c*k.h*k.w, k.oh*k.ow, k.ph*k.pw
	k.mustBack(dx, dw, db, x, n)
	same(n*k.out*pooled, dy)
	from := k.activations[:n*len(k.bias)*size]
	k.begin()
	for ; n > 0; n-- {
		for o := 0; o < k.out; o += 8 {
			filters := min(8, k.out-o)
			toColumns8(k.p8, dy[:filters*pooled], pooled)
			dy = dy[filters*pooled:]
			if o > 0 { // before, the columns that are left over have never been written
				clearColumns8(k.p8, filters)
			}
			k.act.back(k.db[o:][:8], k.d8[o*size:][:8*size], k.p8, from[:8*size], k.oh, k.ow)
			from = from[8*size:]
		}
		if dx == nil {
			k.backward(nil, x[:in])
		} else {
			k.backward(dx[:in], x[:in])
			dx = dx[in:]
		}
		x = x[in:]
	}
	k.endScatter()
	k.flush(dw, db)
}

// clearColumns8 sets the columns of d8 [..][8] from n on to 0. They stand for the filters that a
// last panel of fewer than 8 lacks.
func clearColumns8(d8 []float32, n int) {
	if n == 8 {
		return
	}
	for ; len(d8) >= 8; d8 = d8[8:] {
		clear(d8[n:8])
	}
}
