package viz

import (
	"fmt"
	"math"
	"testing"

	"stridelab/nn"
)

// netBoxes are the places where a NetStage stands: on a laptop, under a projector, on a phone.
var netBoxes = []struct {
	name          string
	w, h          float64
	font, minTile float64
	mayBeWider    bool
}{
	{"laptop", 860, 330, 11, 18, false},
	{"projector", 800, 380, 13, 18, false},
	{"phone", 358, 320, 11, 34, true},
}

// netNets are the networks to start from on /network, both poolings, and kinds that none of them
// has.
func netNets() map[string]nn.Spec {
	average := nn.LeNet()
	for i := range average.Layers {
		if average.Layers[i].Kind == nn.MaxPool {
			average.Layers[i].Kind = nn.AvgPool
		}
	}
	nets := map[string]nn.Spec{
		"lenet": nn.LeNet(), "lenet6": nn.LeNet6(), "lenet5": nn.LeNet5(), "gap": nn.GAPNet(), "alexnet": nn.AlexNet(), "vgg16": nn.VGG16(),
		"average": average,
	}
	for name, text := range map[string]string{
		"flatten": "28x28x1 conv64f3+relu max2 flatten dense300+tanh drop0.5 dense10",
		"dense":   "28x28x1 dense1000+sigmoid dense10",
		"oblong":  "12x40x2 conv4f3+relu avg2 gap dense3",
		"allconv": "8x8x3 conv5f8",
		"gaplast": "16x16x1 conv10f3+relu gap",
		"flat":    "20 dense30+relu dense4",
	} {
		spec, err := nn.ParseSpec(text)
		if err != nil {
			panic(name + ": " + err.Error())
		}
		nets[name] = spec
	}
	return nets
}

func netClasses(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint(i)
	}
	return names
}

// A netArea is what something covers.
type netArea struct {
	what       string
	x, y, w, h float64
}

func (a netArea) meets(b netArea) bool {
	const touch = 0.01
	return a.x+a.w > b.x+touch && b.x+b.w > a.x+touch && a.y+a.h > b.y+touch && b.y+b.h > a.y+touch
}

// areas lists everything that a stage draws.
func (s *NetStage) areas() []netArea {
	var all []netArea
	for i := range s.Columns {
		c := &s.Columns[i]
		for part := range c.Parts {
			x, y, w, h := c.Part(part)
			all = append(all, netArea{fmt.Sprintf("%s part %d", c.Name, part), x, y, w, h})
		}
		for _, t := range []Text{c.Head, c.Note, c.More} {
			if t.S != "" {
				w := TextWidth(t.S, t.Size)
				all = append(all, netArea{c.Name + " text " + t.S, t.X - w/2, t.Y - 0.85*t.Size, w, 1.05 * t.Size})
			}
		}
	}
	return all
}

func TestNetStageStaysInItsBoxAndNothingOverlaps(t *testing.T) {
	for name, net := range netNets() {
		for _, box := range netBoxes {
			s := LayoutNetStage(NetStageSpec{Net: net, W: box.w, H: box.h, Font: box.font, MinTile: box.minTile, Scrolls: box.mayBeWider, Input: "INPUT", Answer: "ANSWER", Classes: netClasses(min(net.Classes(), 10))})
			where := name + " on a " + box.name
			if len(s.Columns) < 2 || s.Columns[len(s.Columns)-1].Kind != NetAnswer {
				t.Fatalf("%s: %d columns, or no answer at the end", where, len(s.Columns))
			}
			// The 22 columns of VGG-16 have room for no more than their names.
			if s.W > box.w && !box.mayBeWider && name != "vgg16" {
				t.Errorf("%s is %.0f wide, want at most %.0f", where, s.W, box.w)
			}
			all := s.areas()
			for i, a := range all {
				if a.x < -0.01 || a.y < -0.01 || a.x+a.w > s.W+0.01 || a.y+a.h > s.H+0.01 {
					t.Errorf("%s: %s at %.1f,%.1f, %.1f×%.1f, is outside of %.0f×%.0f", where, a.what, a.x, a.y, a.w, a.h, s.W, s.H)
				}
				for _, b := range all[:i] {
					if a.meets(b) {
						t.Errorf("%s: %s meets %s", where, a.what, b.what)
					}
				}
			}
		}
	}
}

func TestNetStageHasAColumnForEachLayer(t *testing.T) {
	for name, want := range map[string]string{
		"lenet":   "IN 1, CONV1 8, POOL1 8, CONV2 16, POOL2 16, FLAT 400, FC3 120, FC4 84, OUT 10",
		"lenet5":  "IN 1, CONV1 6, POOL1 6, CONV2 16, POOL2 16, CONV3 120, FC4 84, OUT 10",
		"gap":     "IN 1, CONV1 8, POOL1 8, CONV2 16, POOL2 16, CONV3 16+16, GAP3 32, OUT 10",
		"flatten": "IN 1, CONV1 16+48, POOL1 16+48, FLAT1 1260+9556, FC2 300, OUT 10",
		"dense":   "IN 1, FLAT 784, FC1 1000, OUT 10",
		"allconv": "IN 1, OUT 5",
		"flat":    "IN 20, FC1 30, OUT 4",
	} {
		s := LayoutNetStage(NetStageSpec{Net: netNets()[name], W: 860, H: 330, Font: 11, MinTile: 18, Input: "IN", Answer: "OUT"})
		got := ""
		for _, c := range s.Columns {
			if got != "" {
				got += ", "
			}
			got += fmt.Sprintf("%s %d", c.Name, c.Parts)
			if c.Left > 0 {
				got += fmt.Sprintf("+%d", c.Left)
			}
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestNetStageOfANetworkThatDoesNotFitIsEmpty(t *testing.T) {
	s := LayoutNetStage(NetStageSpec{Net: nn.Spec{In: nn.Volume(4, 4, 1), Layers: []nn.Layer{{Kind: nn.Conv, Out: 2, F: 9}}}, W: 860, H: 330, Font: 11})
	if len(s.Columns) != 0 {
		t.Errorf("%d columns", len(s.Columns))
	}
	if _, ok := s.At(10, 10); ok {
		t.Error("a spot on an empty stage")
	}
	s.Beside(NetSpot{}, 1, 0)
}

// Tiles of the lecture's network can be read on a laptop: a cell of the largest maps has more than
// a pixel.
func TestNetStageMakesTilesLarge(t *testing.T) {
	s := LayoutNetStage(NetStageSpec{Net: nn.LeNet(), W: 860, H: 330, Font: 11, MinTile: 18, Input: "INPUT", Answer: "ANSWER", Classes: netClasses(10)})
	for i, least := range []float64{64, 50, 50, 40, 40} {
		if c := s.Columns[i]; c.PartW < least {
			t.Errorf("%s: tiles of %.1f pixels, want at least %.0f", c.Name, c.PartW, least)
		}
	}
}

func TestNetStageFindsEveryPartAndCell(t *testing.T) {
	for name, net := range netNets() {
		s := LayoutNetStage(NetStageSpec{Net: net, W: 860, H: 330, Font: 11, MinTile: 18})
		for i := range s.Columns {
			c := &s.Columns[i]
			rows, cols := c.Cells()
			for part := range c.Parts {
				for _, cell := range [][2]int{{0, 0}, {rows - 1, cols - 1}, {rows / 2, cols / 3}} {
					want := NetSpot{i, part, cell[0], cell[1]}
					x, y, w, h := s.Cell(want)
					if got, ok := s.At(x+w/2, y+h/2); !ok || got != want {
						t.Fatalf("%s: at the middle of %+v is %+v, %v", name, want, got, ok)
					}
				}
			}
		}
	}
}

// The arrows reach every part, and none of them leaves the stage.
func TestNetStageArrowsReachEveryPart(t *testing.T) {
	for name, net := range netNets() {
		s := LayoutNetStage(NetStageSpec{Net: net, W: 860, H: 330, Font: 11, MinTile: 18})
		seen := map[NetSpot]bool{{}: true}
		for queue := []NetSpot{{}}; len(queue) > 0; queue = queue[1:] {
			for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				next := s.Beside(queue[0], d[0], d[1])
				if next != s.Clamp(next) {
					t.Fatalf("%s: %+v is not on the stage", name, next)
				}
				if !seen[next] {
					seen[next] = true
					queue = append(queue, next)
				}
			}
		}
		parts := 0
		for i := range s.Columns {
			parts += s.Columns[i].Parts
		}
		if len(seen) != parts {
			t.Errorf("%s: the arrows reach %d of %d parts", name, len(seen), parts)
		}
	}
}

func TestNetStageKnowsWhatAUnitReads(t *testing.T) {
	s := LayoutNetStage(NetStageSpec{Net: nn.LeNet(), W: 860, H: 330, Font: 11, MinTile: 18})
	for _, c := range []struct {
		at   NetSpot
		want NetReads
	}{
		{NetSpot{1, 3, 2, 5}, NetReads{Column: 0, All: true, Row: 2, Col: 5, Rows: 5, Cols: 5}},
		{NetSpot{2, 3, 2, 5}, NetReads{Column: 1, Part: 3, Row: 4, Col: 10, Rows: 2, Cols: 2}},
		{NetSpot{3, 9, 0, 0}, NetReads{Column: 2, All: true, Rows: 5, Cols: 5}},
		{NetSpot{5, 26, 0, 0}, NetReads{Column: 4, Part: 1, Row: 0, Col: 1, Rows: 1, Cols: 1}},
		{NetSpot{6, 7, 0, 0}, NetReads{Column: 5, All: true, Rows: 1, Cols: 1}},
		{NetSpot{8, 2, 0, 0}, NetReads{Column: 7, All: true, Rows: 1, Cols: 1}},
	} {
		if got, ok := s.Reads(c.at, nil); !ok || got != c.want {
			t.Errorf("%+v reads %+v, want %+v", c.at, got, c.want)
		}
	}
	if _, ok := s.Reads(NetSpot{}, nil); ok {
		t.Error("the input reads something")
	}
	for at, want := range map[NetSpot]int{{1, 0, 0, 0}: 1, {2, 0, 0, 0}: 1, {3, 0, 0, 0}: 8, {5, 0, 0, 0}: 1, {6, 0, 0, 0}: 2, {0, 0, 0, 0}: 0} {
		if got := len(s.Lines(at, nil)); got != want {
			t.Errorf("%d lines from %+v, want %d", got, at, want)
		}
	}
}

// Padding is no cell: at the border a unit reads fewer cells.
func TestNetStageReadsNoPadding(t *testing.T) {
	s := LayoutNetStage(NetStageSpec{Net: nn.GAPNet(), W: 860, H: 330, Font: 11, MinTile: 18})
	got, _ := s.Reads(NetSpot{1, 0, 0, 31}, nil)
	if want := (NetReads{Column: 0, All: true, Row: 0, Col: 30, Rows: 2, Cols: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	// GAP3 averages map 20, which is not among the first 16.
	if got, _ := s.Reads(NetSpot{6, 20, 0, 0}, nil); got.Part != -1 || got.All {
		t.Errorf("%+v, want no part", got)
	}
	order := func(column int) []int {
		if column == 5 {
			return []int{1, 4, 20}
		}
		return nil
	}
	if got, _ := s.Reads(NetSpot{6, 20, 0, 0}, order); got.Part != 2 {
		t.Errorf("%+v, want part 2", got)
	}
}

func TestNetStageKeepsTheShapeOfTiles(t *testing.T) {
	s := LayoutNetStage(NetStageSpec{Net: netNets()["oblong"], W: 860, H: 330, Font: 11, MinTile: 18})
	for _, c := range s.Columns {
		if c.Kind == NetStrip || c.Kind == NetAnswer {
			continue
		}
		if got, want := c.PartW/c.PartH, float64(c.Shape.W)/float64(c.Shape.H); math.Abs(got-want) > 1e-6 {
			t.Errorf("%s: tiles %.2f as wide as high, want %.2f", c.Name, got, want)
		}
	}
}
