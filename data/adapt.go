package data

// Adapt returns src with pictures of c channels, h rows and w columns, as a network wants them: a smaller picture is
// centred in zeros (the odd row or column goes below and to the right), grey is repeated over three channels, and
// colour becomes grey by its luminance (ITU-R BT.601). Pictures larger than h×w, and channels other than 1 and 3, are
// refused with an *Error, as cropping would lose what the picture shows. A source that fits already is returned as it
// is.
func Adapt(src Source, c, h, w int) (Source, error) {
	in := src.Info()
	if in.C == c && in.H == h && in.W == w {
		return src, nil
	}
	if err := Adaptable(in, c, h, w); err != nil {
		return nil, err
	}
	out := in
	out.C, out.H, out.W = c, h, w
	return &adapted{src: src, in: in, out: out, buf: make([]float32, in.C*in.H*in.W)}, nil
}

// Adaptable is nil where Adapt can give the pictures that in describes this shape, and else Adapt's *Error.
func Adaptable(in Info, c, h, w int) error {
	if in.H > h || in.W > w {
		return fault(CodeAdaptSize, in.H, in.W, h, w)
	}
	if in.C != c && !(in.C == 1 && c == 3) && !(in.C == 3 && c == 1) {
		return fault(CodeAdaptChannels, in.C, c)
	}
	return nil
}

type adapted struct {
	src     Source
	in, out Info
	buf     []float32 // one picture of src, [in.C, in.H, in.W]
}

func (a *adapted) Info() Info { return a.out }

func (a *adapted) TrainSample(i int, dst []float32) int {
	label := a.src.TrainSample(i, a.buf)
	a.fit(dst)
	return label
}

func (a *adapted) TestSample(i int, dst []float32) int {
	label := a.src.TestSample(i, a.buf)
	a.fit(dst)
	return label
}

// fit writes buf [in.C, in.H, in.W] into dst [out.C, out.H, out.W].
func (a *adapted) fit(dst []float32) {
	plane := a.out.H * a.out.W
	if len(dst) != a.out.C*plane {
		panic(panicDst)
	}
	inPlane := a.in.H * a.in.W
	if a.in.C == 3 && a.out.C == 1 { // to grey, in the first plane of buf
		r, g, b := a.buf[:inPlane], a.buf[inPlane:2*inPlane], a.buf[2*inPlane:]
		for i := range r {
			r[i] = luminance(r[i], g[i], b[i])
		}
	}
	if plane == inPlane { // as MNIST's padded pictures in three channels: nothing to centre
		for c := range a.out.C {
			copy(dst[c*plane:], a.buf[min(c, a.in.C-1)*plane:][:plane])
		}
		return
	}
	clear(dst)
	top, left := (a.out.H-a.in.H)/2, (a.out.W-a.in.W)/2
	for c := range a.out.C {
		from := c
		if a.in.C == 1 {
			from = 0
		}
		for y := range a.in.H {
			copy(dst[c*plane+(top+y)*a.out.W+left:], a.buf[from*inPlane+y*a.in.W:][:a.in.W])
		}
	}
}

// luminance is how bright a colour looks, by ITU-R BT.601; 1 for (1,1,1).
func luminance(r, g, b float32) float32 { return min(1, 0.299*r+0.587*g+0.114*b) }
