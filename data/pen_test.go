package data

import (
	"math"
	"testing"
)

// naiveLine is drawLine's twin: it looks at every pixel, by the definition of a capsule.
func naiveLine(dst []float32, w, h int, a, b inkPoint, soft float32) {
	for y := range h {
		for x := range w {
			px, py := float64(x)+0.5-float64(a.x), float64(y)+0.5-float64(a.y)
			dx, dy := float64(b.x-a.x), float64(b.y-a.y)
			t := 0.0
			if l := dx*dx + dy*dy; l > 1e-6 {
				t = math.Min(math.Max((px*dx+py*dy)/l, 0), 1)
			}
			d := math.Hypot(px-t*dx, py-t*dy)
			r := float64(a.r) + t*float64(b.r-a.r)
			ink := math.Min(math.Max((r-d)/float64(soft)+0.5, 0), 1)
			dst[y*w+x] = max(dst[y*w+x], float32(ink))
		}
	}
}

func TestDrawLineAgreesWithEveryPixelLookedAt(t *testing.T) {
	const w, h = 20, 16
	r := rng{1}
	got, want := make([]float32, w*h), make([]float32, w*h)
	for n := range 300 {
		if n%5 == 0 {
			clear(got)
			clear(want)
		}
		// Now and then the line leaves the plane, or is a point.
		a := inkPoint{r.between(-4, w+4), r.between(-4, h+4), r.between(0.3, 3)}
		b := inkPoint{r.between(-4, w+4), r.between(-4, h+4), r.between(0.3, 3)}
		if n%7 == 0 {
			b.x, b.y = a.x, a.y
		}
		soft := r.between(0.5, 2)
		drawLine(got, w, h, a, b, soft)
		naiveLine(want, w, h, a, b, soft)
		for p := range got {
			if math.Abs(float64(got[p]-want[p])) > 1e-4 {
				t.Fatalf("line %d from %v to %v, soft %v: pixel %d,%d is %v, want %v", n, a, b, soft, p%w, p/w, got[p], want[p])
			}
		}
	}
}

func TestFormsOfADigitShareItWhole(t *testing.T) {
	for digit, forms := range digitForms() {
		var sum float32
		for _, f := range forms {
			sum += f.share
			nodes := 0
			for _, n := range f.strokes {
				if n < 2 {
					t.Errorf("digit %d has a stroke of %d nodes, want 2 or more", digit, n)
				}
				nodes += n
			}
			if nodes != len(f.corner) || len(f.examples) < 2 {
				t.Errorf("digit %d: %d nodes in strokes, %d in all; %d examples", digit, nodes, len(f.corner), len(f.examples))
			}
		}
		if math.Abs(float64(sum-1)) > 1e-5 {
			t.Errorf("digit %d: shares add up to %v, want 1", digit, sum)
		}
	}
}

func TestMalformedFormPanics(t *testing.T) {
	for _, examples := range [][]string{{"1,2 x,4"}, {"1,2 3,4", "1,2 3,4 5,6"}, {"1 2"}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("form %q: no panic", examples)
				}
			}()
			formText{1, examples}.parse()
		}()
	}
}

func TestRandomNumbersHaveTheirMoments(t *testing.T) {
	r := rng{5}
	const n = 200000
	for name, draw := range map[string]func() float32{
		"normal":       r.normal,
		"normals a":    func() float32 { a, _ := r.normals(); return a },
		"normals b":    func() float32 { _, b := r.normals(); return b },
		"unit, scaled": func() float32 { return (r.unit() - 0.5) * 3.4641016 },
	} {
		var sum, squares float64
		for range n {
			v := float64(draw())
			sum += v
			squares += v * v
		}
		if mean, sd := sum/n, math.Sqrt(squares/n); math.Abs(mean) > 0.01 || math.Abs(sd-1) > 0.01 {
			t.Errorf("%s: mean %.4f, standard deviation %.4f, want 0 and 1", name, mean, sd)
		}
	}
}
