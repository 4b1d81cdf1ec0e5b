package viz

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// lossCurves is what /train shows: noisy minibatches, their mean, a sparser test curve.
func lossCurves(n int, w, h float64) Curves {
	r := rand.New(rand.NewPCG(7, 7))
	var x, y, tx, ty []float64
	for i := range n {
		x = append(x, float64(i))
		y = append(y, 2.3*math.Exp(-float64(i)/60)+0.1+0.2*r.Float64())
		if i%50 == 49 {
			tx, ty = append(tx, float64(i)), append(ty, 2.3*math.Exp(-float64(i)/60)+0.12)
		}
	}
	mean := make([]float64, n)
	Smooth(mean, y, 0.9)
	return Curves{W: w, H: h, Title: "Loss over steps", XLabel: "step", YLabel: "Loss", Series: []Series{
		{Name: "minibatch", X: x, Y: y, Role: Series1, Faint: true},
		{Name: "smoothed", X: x, Y: mean, Role: Series1},
		{Name: "test", X: tx, Y: ty, Role: Series2, Dash: []float64{5, 3}, Marker: Diamond},
	}}
}

func TestCurvesOfATrainingRun(t *testing.T) {
	s := lossCurves(200, 480, 240).Scene().SVG()
	wellFormed(t, s)
	golden(t, "curves.svg", s)
}

func TestCurvesEmpty(t *testing.T) {
	c := Curves{W: 320, H: 160, Title: "Accuracy", XLabel: "step", YLabel: "Accuracy", Y: Range{0, 100}, Series: []Series{{Name: "test"}}}
	s := c.Scene().SVG()
	wellFormed(t, s)
	golden(t, "curves-empty.svg", s)
}

// texts gives the scene's texts with their boxes, as TextWidth estimates them.
func texts(s Scene) (out []Rect, words []string) {
	for _, shape := range s.Shapes {
		if v, ok := shape.(Text); ok && v.S != "" {
			w := TextWidth(v.S, v.Size)
			x := v.X
			switch v.Anchor {
			case Middle:
				x -= w / 2
			case End:
				x -= w
			}
			out, words = append(out, Rect{X: x, Y: v.Y - v.Size*0.75, W: w, H: v.Size * 0.95}), append(words, v.S)
		}
	}
	return out, words
}

func TestCurvesTextsStayInsideAndApart(t *testing.T) {
	for _, size := range []struct{ w, h, font float64 }{{480, 240, 0}, {320, 160, 0}, {960, 400, 18}, {300, 220, 14}} {
		for _, n := range []int{1, 2, 60, 3000, 25000} {
			for _, log := range []bool{false, true} {
				c := lossCurves(n, size.w, size.h)
				c.LogY, c.FontSize = log, size.font
				boxes, words := texts(c.Scene())
				for i, a := range boxes {
					if a.X < -0.5 || a.Y < -0.5 || a.X+a.W > size.w+0.5 || a.Y+a.H > size.h+0.5 {
						t.Errorf("%+v n=%d log=%v: %q at %+v leaves the picture", size, n, log, words[i], a)
					}
					for j, b := range boxes[:i] {
						if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
							t.Errorf("%+v n=%d log=%v: %q and %q overlap", size, n, log, words[j], words[i])
						}
					}
				}
			}
		}
	}
}

func TestCurvesStayInsideTheirAxes(t *testing.T) {
	c := lossCurves(400, 480, 240)
	c.Y = Range{0.2, 1} // the curve leaves it on both sides
	c.Series[0].Y[30], c.Series[0].Y[31] = math.Inf(1), math.NaN()
	for _, shape := range c.Scene().Shapes {
		p, ok := shape.(Polyline)
		if !ok {
			continue
		}
		for _, pt := range p.Points {
			if math.IsNaN(pt.X+pt.Y) || pt.X < 0 || pt.Y < 0 || pt.X > 480 || pt.Y > 240 {
				t.Fatalf("point %v outside the picture", pt)
			}
		}
	}
}

func TestLogAxisLeavesOutWhatHasNoLogarithm(t *testing.T) {
	c := Curves{W: 300, H: 200, LogY: true, Series: []Series{{Name: "a", X: []float64{0, 1, 2, 3}, Y: []float64{0, -1, 0.1, 1}, Role: Series1}}}
	for _, shape := range c.Scene().Shapes {
		if p, ok := shape.(Polyline); ok && p.Stroke.Paint.Role == Series1 && len(p.Points) != 2 {
			t.Errorf("%d points, want the two above zero", len(p.Points))
		}
	}
}

func TestCurvesAreToldApartWithoutColour(t *testing.T) {
	s := lossCurves(200, 480, 240).Scene()
	looks := map[string]bool{}
	for _, shape := range s.Shapes {
		if p, ok := shape.(Polyline); ok && len(p.Points) > 2 {
			looks[strings.Join([]string{number(p.Stroke.Width), points([]Point{{float64(len(p.Stroke.Dash)), p.Stroke.Paint.Alpha}})}, "/")] = true
		}
	}
	if len(looks) != 3 {
		t.Errorf("%d ways of drawing three curves: %v", len(looks), looks)
	}
}
