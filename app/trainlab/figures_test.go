package trainlab

import (
	"image/color"
	"testing"

	"stridelab/app/lang"
	"stridelab/train"
	"stridelab/viz"
)

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
	filters := train.Filters{Out: 2, In: 1, H: 1, W: 2, Data: []float32{1, 2, 3, 4}}
	var p Plate
	p.paintFilters(filters, 56, 60, 600, viz.Diverging(viz.Light))
	pix := &p.Pix.Pix[0]
	p.paintFilters(filters, 56, 60, 600, viz.Diverging(viz.Light))
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
