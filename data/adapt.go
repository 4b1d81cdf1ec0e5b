package data

// Adapt returns src with pictures of c channels, h rows and w columns, the input of a network:
//   - a smaller picture is centred in zeros, an odd row or column of them below or to the right;
//   - grey is repeated over three channels;
//   - colour becomes grey by its luminance (ITU-R BT.601).
//
// A source that has this shape already is returned as it is. Cropping would lose what a picture
// shows, so a picture larger than h×w is an *Error. So is any other change of channels.
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

// Adaptable returns the *Error that Adapt would return for pictures as info describes them, or nil.
func Adaptable(info Info, c, h, w int) error {
	if info.H > h || info.W > w {
		return fault(CodeAdaptSize, info.H, info.W, h, w)
	}
	if info.C != c && !(info.C == 1 && c == 3) && !(info.C == 3 && c == 1) {
		return fault(CodeAdaptChannels, info.C, c)
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
	if a.in.C == 3 && a.out.C == 1 { // converts to grey, in the first plane of buf
		r, g, b := a.buf[:inPlane], a.buf[inPlane:2*inPlane], a.buf[2*inPlane:]
		for i := range r {
			r[i] = luminance(r[i], g[i], b[i])
		}
	}
	if plane == inPlane { // nothing to centre, as with grey pictures of 32×32 for three channels
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
