package trainlab

import (
	"fmt"
	"image/color"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/viz"
)

// lenetMaps returns volumes of the shapes of a network's layers, without the input and the softmax.
func lenetMaps(t *testing.T, spec nn.Spec) []train.Volume {
	t.Helper()
	rows, err := spec.Table()
	if err != nil {
		t.Fatal(err)
	}
	var maps []train.Volume
	for _, r := range rows[1 : len(rows)-1] {
		v := train.Volume{Name: r.Name, C: r.Shape.C, H: r.Shape.H, W: r.Shape.W, Flat: r.Shape.Flat}
		v.Data = make([]float32, r.Shape.Size())
		maps = append(maps, v)
	}
	return maps
}

func TestMapsStayInsideTheirCanvasAndApartAtEveryWidth(t *testing.T) {
	presets := map[string]nn.Spec{"lenet": nn.LeNet(), "lenet6": nn.LeNet6(), "lenet5": nn.LeNet5(), "gap": nn.GAPNet()}
	for name, spec := range presets {
		maps := lenetMaps(t, spec)
		for _, width := range []float64{240, 326, 358, 519, 520, 800, 1400} {
			layout := layMaps(maps, width, 12)
			bottom := 0.0
			for i, row := range layout.Rows {
				what := fmt.Sprintf("%s at %g px, %s", name, width, row.Name)
				var plate Plate
				plate.paintMaps(maps[i], row.Edge, row.Gap, row.Width, viz.Sequential())
				size := plate.Pix.Rect.Size()
				w, h := float64(size.X), float64(size.Y)
				if row.StripW > 0 {
					w, h = row.StripW, row.StripH
				}
				if row.X+w > width {
					t.Errorf("%s: reaches to %g", what, row.X+w)
				}
				if row.Y < bottom {
					t.Errorf("%s: begins at %g, above the end of the row before, %g", what, row.Y, bottom)
				}
				if bottom = row.Y + h; bottom > layout.Height {
					t.Errorf("%s: ends at %g of %g", what, bottom, layout.Height)
				}
			}
		}
	}
}

func TestPooledMapsStandUnderTheMapsTheyPool(t *testing.T) {
	for _, width := range []float64{358, 800, 1200} {
		rows := layMaps(lenetMaps(t, nn.LeNet()), width, 12).Rows
		for i := 0; i < 4; i += 2 {
			conv, pool := rows[i], rows[i+1]
			if conv.Edge+conv.Gap != pool.Edge+pool.Gap {
				t.Errorf("%g px: %s every %d pixels, %s every %d", width, conv.Name, conv.Edge+conv.Gap, pool.Name, pool.Edge+pool.Gap)
			}
		}
	}
}

func TestZeroWeightIsMidGreyInColourAndPaperInGrey(t *testing.T) {
	var p Plate
	zero := train.Filters{Out: 1, In: 3, H: 1, W: 1, Data: []float32{0, 0, 0}}
	p.paintFilters(zero, 4, 5, 100, viz.Diverging(viz.Light))
	if got := p.Pix.RGBAAt(0, 0); got != (color.RGBA{128, 128, 128, 255}) {
		t.Errorf("zero in colour is %v; want mid-grey", got)
	}
	grey := train.Filters{Out: 1, In: 1, H: 1, W: 1, Data: []float32{0}}
	p.paintFilters(grey, 4, 5, 100, viz.Diverging(viz.Light))
	if got, want := p.Pix.RGBAAt(0, 0), viz.Light.Color(viz.Paper); got != want {
		t.Errorf("zero in grey is %v; want the paper's %v", got, want)
	}
}

func TestNetWithoutConvolutionHasNoFilterPicture(t *testing.T) {
	p := Plate{}
	p.paintFilters(train.Filters{}, 10, 12, 100, viz.Diverging(viz.Light))
	if p.Pix != nil {
		t.Error("a picture of no filters")
	}
}

func TestPlateReusesItsPixels(t *testing.T) {
	maps := lenetMaps(t, nn.LeNet())
	var p Plate
	p.paintMaps(maps[0], 56, mapGap, 600, viz.Sequential())
	pix := &p.Pix.Pix[0]
	p.paintMaps(maps[0], 56, mapGap, 600, viz.Sequential())
	if &p.Pix.Pix[0] != pix {
		t.Error("the second frame has new pixels")
	}
}

func TestOneWildMinibatchDoesNotFlattenTheLossCurve(t *testing.T) {
	var s Store
	for i := 1; i <= 200; i++ {
		loss := float32(1)
		if i == 100 {
			loss = 50
		}
		s.Apply(train.Snapshot{Run: 1, LossPoints: []train.Point{{Step: i, Loss: loss}}})
	}
	if top := lossCeiling(&s); top < 2.3 || top > 8 {
		t.Errorf("the axis ends at %g", top)
	}
}

func TestChartsNameTheirCurvesInTheLanguageOfThePage(t *testing.T) {
	var s Store
	s.Apply(train.Snapshot{Run: 1, LossPoints: []train.Point{{Step: 1, Loss: 2}}, TestPoints: []train.Point{{Step: 0, Loss: 2.3, Accuracy: 0.1}}})
	c := accuracyChart(&s, lang.Ko, 400, 200, 12)
	if len(c.Series) != 3 || c.Series[2].Name != "테스트" || c.Series[2].Y[0] != 100*float64(float32(0.1)) {
		t.Errorf("series %+v", c.Series)
	}
}

func TestBarsOfManyClassesShowTheTenLikeliest(t *testing.T) {
	probs := make([]float32, 47)
	for i := range probs {
		probs[i] = float32((i * 29) % 47)
	}
	classes := likeliest(probs, 10)
	if len(classes) != 10 {
		t.Fatalf("%d classes; want 10", len(classes))
	}
	for i, c := range classes {
		if probs[c] < 37 {
			t.Errorf("class %d with %g is not among the ten likeliest", c, probs[c])
		}
		if i > 0 && c <= classes[i-1] {
			t.Errorf("classes out of order: %v", classes)
		}
	}
}
