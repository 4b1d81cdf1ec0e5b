package data

// smudge makes one grey picture in six less than perfect: the ink faint and the paper grainy, or the pen dry so that
// the ink has holes.
func smudge(r *rng, ink []float32) {
	if !r.chance(1.0 / 6) {
		return
	}
	fade, grain, dry := r.between(0.75, 1), r.between(0, 0.06), float32(0)
	if r.chance(0.3) {
		fade, grain, dry = 1, 0, r.between(0.1, 0.35)
	}
	for p := 0; p < len(ink); p += 2 {
		a, b := r.normals()
		ink[p] = clamp01(ink[p]*(fade-dry*a*a) + a*grain)
		ink[p+1] = clamp01(ink[p+1]*(fade-dry*b*b) + b*grain)
	}
}

// blotches is the edge of the grid of a background's soft blotches.
const blotches = 4

// paint colours ink [h, w] into dst [3, h, w]: paper with a gradient, soft blotches and grain, and ink of another
// colour, lighter or darker by a clear difference of luminance. A good third is plain white on black, or nearly, so
// that a network taught in colour also reads grey pictures.
func paint(r *rng, dst, ink []float32, w, h int) {
	plane := w * h
	if r.chance(0.36) {
		copy(dst, ink)
		smudge(r, dst[:plane])
		copy(dst[plane:], dst[:plane])
		copy(dst[2*plane:], dst[:plane])
		return
	}
	paper, pen := colours(r)
	var gx, gy, patch float32 // luminance over the whole width or height; of blotches
	if r.chance(0.6) {
		gx, gy = r.between(-0.15, 0.15), r.between(-0.15, 0.15)
	}
	if r.chance(0.5) {
		patch = r.between(0, 0.12)
	}
	grain := r.between(0, 0.06)
	var knots [(blotches + 1) * (blotches + 1)]float32
	for i := range knots {
		knots[i] = patch * (2*r.unit() - 1)
	}
	tint := [3]float32{r.between(0.5, 1), r.between(0.5, 1), r.between(0.5, 1)}
	r0, r1, r2 := dst[:plane], dst[plane:2*plane], dst[2*plane:3*plane]
	for y := range h {
		fy := float32(y) * blotches / float32(h)
		ky := int(fy)
		fy -= float32(ky)
		row := knots[ky*(blotches+1):][:2*(blotches+1)]
		shade := gy*(float32(y)/float32(h)-0.5) - gx*0.5
		for x := range w {
			fx := float32(x) * blotches / float32(w)
			kx := int(fx)
			fx -= float32(kx)
			top := row[kx] + fx*(row[kx+1]-row[kx])
			bottom := row[kx+blotches+1] + fx*(row[kx+blotches+2]-row[kx+blotches+1])
			lum := shade + gx*float32(x)/float32(w) + top + fy*(bottom-top)
			p := y*w + x
			a := ink[p]
			bits := r.next()
			n0 := grain * (float32(int32(bits&0x1fffff)-0x100000) * (1.7 / 0x100000))
			n1 := grain * (float32(int32(bits>>21&0x1fffff)-0x100000) * (1.7 / 0x100000))
			n2 := grain * (float32(int32(bits>>42&0x1fffff)-0x100000) * (1.7 / 0x100000))
			b0, b1, b2 := paper[0]+lum*tint[0], paper[1]+lum*tint[1], paper[2]+lum*tint[2]
			r0[p] = clamp01(b0 + a*(pen[0]-b0) + n0)
			r1[p] = clamp01(b1 + a*(pen[1]-b1) + n1)
			r2[p] = clamp01(b2 + a*(pen[2]-b2) + n2)
		}
	}
}

// colours draws the colours of paper and pen, far enough apart in luminance to be read.
func colours(r *rng) (paper, pen [3]float32) {
	for range 16 {
		for c := range 3 {
			paper[c], pen[c] = r.unit(), r.unit()
		}
		difference := luminance(paper[0], paper[1], paper[2]) - luminance(pen[0], pen[1], pen[2])
		if difference > 0.45 || difference < -0.45 {
			return paper, pen
		}
	}
	return [3]float32{0.1, 0.1, 0.1}, [3]float32{0.9, 0.9, 0.9}
}

func clamp01(v float32) float32 { return min(max(v, 0), 1) }
