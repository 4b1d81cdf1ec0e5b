package netstage

import (
	"math"
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/viz"
)

func TestEveryTextIsThereInBothLanguages(t *testing.T) { labtest.Texts(t, text) }

// frameOf runs a network with random weights on a ramp, as the trainer does for a sample.
func frameOf(t *testing.T, spec nn.Spec) Frame {
	t.Helper()
	m, err := nn.New(spec, 1)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(nn.He, 1)
	in := spec.In
	x := nn.NewTensor(1, in.C, in.H, in.W)
	for i := range x.Data {
		x.Data[i] = float32(i%97) / 97
	}
	m.Forward(x, false)
	rows, _ := spec.Table()
	f := Frame{Input: train.Volume{C: in.C, H: in.H, W: in.W, Data: x.Data}, Label: 2, Probs: m.Probs().Data}
	for i, r := range rows[1 : len(rows)-1] {
		if r.Kind == nn.Flatten || r.Kind == nn.Dropout {
			continue
		}
		f.Maps = append(f.Maps, train.Volume{Name: r.Name, C: r.Shape.C, H: r.Shape.H, W: r.Shape.W, Flat: r.Shape.Flat, Data: m.Output(i).Data})
	}
	return f
}

// stageOf is a stage of a laptop that shows a frame of a network.
func stageOf(t *testing.T, text string) (*Stage, Frame) {
	t.Helper()
	spec, err := nn.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	s, f := New("net"), frameOf(t, spec)
	s.Retheme()
	s.Network(lang.En, spec, nil)
	s.Show(f)
	s.lay(860, 330, 11, 18, false)
	s.choose()
	return s, f
}

const wide = "28x28x1 conv24f3+relu max2 flatten drop0.5 dense300+tanh dense10"

// Each column shows the numbers of its layer, a flatten and a dropout those of the layer before.
func TestStageShowsTheEnginesNumbers(t *testing.T) {
	for _, text := range []string{nn.LeNet().String(), nn.LeNet5().String(), nn.GAPNet().String(), wide} {
		s, f := stageOf(t, text)
		byName := map[string][]float32{}
		for _, v := range f.Maps {
			byName[v.Name] = v.Data
		}
		for i := range s.layout.Columns {
			c := &s.layout.Columns[i]
			want := byName[s.layerName(i)]
			switch {
			case c.Kind == viz.NetInput:
				want = f.Input.Data
			case c.Kind == viz.NetAnswer:
				want = f.Probs
			case strings.HasPrefix(c.Name, "FLAT"):
				want = byName[s.layout.Columns[i-1].Name]
			}
			if got := s.values(i); len(got) == 0 || len(want) == 0 || &got[0] != &want[0] {
				t.Errorf("%s: %s shows other numbers", text, c.Name)
			}
			rows, cols := c.Cells()
			for part := range c.Parts {
				at := viz.NetSpot{Column: i, Part: part, Row: rows / 2, Col: cols / 2}
				channel := s.channel(i, part)
				if c.Kind == viz.NetInput {
					channel = 0
				}
				if v, ok := s.value(at); !ok || v != want[channel*rows*cols+at.Row*cols+at.Col] {
					t.Fatalf("%s: %s, part %d: %v", text, c.Name, part, v)
				}
			}
		}
	}
}

// Of a layer with more maps than have room the strongest are shown.
func TestStageShowsTheStrongestMaps(t *testing.T) {
	s, _ := stageOf(t, wide)
	c, data := &s.layout.Columns[1], s.values(1)
	if c.Parts >= 24 || c.Left != 24-c.Parts {
		t.Fatalf("%d maps shown, %d left out", c.Parts, c.Left)
	}
	strength := func(channel int) (sum float64) {
		for _, v := range data[channel*26*26 : (channel+1)*26*26] {
			sum += float64(v) * float64(v)
		}
		return sum
	}
	weakest, shown := math.Inf(1), map[int]bool{}
	for part := range c.Parts {
		weakest = min(weakest, strength(s.channel(1, part)))
		shown[s.channel(1, part)] = true
	}
	for channel := range 24 {
		if !shown[channel] && strength(channel) > weakest {
			t.Errorf("map %d is left out, though it is stronger than one that is shown", channel+1)
		}
	}
}

// A pixel of the picture has the colour of its number, and lies where the layout has the part.
func TestPictureHasAPixelForEachNumber(t *testing.T) {
	s, f := stageOf(t, nn.LeNet().String())
	var p picture
	s.paint(&p, true)
	s.paint(&p, false)
	if want := 1 + 8 + 8 + 16 + 16 + 3; len(p.cuts) != want {
		t.Fatalf("%d parts, want %d", len(p.cuts), want)
	}
	cut := p.cuts[1+5] // CONV1, map 6
	x, y, w, h := s.layout.Columns[1].Part(5)
	if cut.X != x || cut.Y != y || cut.W != w || cut.H != h || cut.From.Dx() != 28 || cut.From.Dy() != 28 {
		t.Errorf("map 6 is cut from %v and drawn at %g,%g", cut.From, cut.X, cut.Y)
	}
	conv := f.Maps[0]
	v := conv.Data[5*28*28+3*28+7]
	if got, want := p.pix.RGBAAt(cut.From.Min.X+7, cut.From.Min.Y+3), s.sequential.At(viz.RangeOf(conv.Data).Unit(float64(v))); got != want {
		t.Errorf("pixel %v, want %v", got, want)
	}
	if n := testing.AllocsPerRun(5, func() { s.paint(&p, false) }); n > 60 {
		t.Errorf("a picture allocates %v times", n)
	}
}

func TestStageSaysWhatIsThere(t *testing.T) {
	s, _ := stageOf(t, nn.LeNet().String())
	for _, c := range []struct {
		at   viz.NetSpot
		want string
	}{
		{viz.NetSpot{Column: 0, Row: 1, Col: 2}, "Input, row 2, column 3: red "},
		{viz.NetSpot{Column: 1, Part: 2}, "CONV1, map 3 of 8: values from 0 (dark) to "},
		{viz.NetSpot{Column: 1, Part: 2}, "It reads all 3 channels before it through its 5×5 filter."},
		{viz.NetSpot{Column: 2}, "It keeps the largest of 2×2 values of one map."},
		{viz.NetSpot{Column: 5, Part: 30}, "Number 31 of 400, unrolled from POOL2: "},
		{viz.NetSpot{Column: 6, Part: 7}, "FC3, unit 8 of 120: "},
		{viz.NetSpot{Column: 6, Part: 7}, "It is a weighted sum of all 400 numbers before it."},
		{viz.NetSpot{Column: 8, Part: 3}, "Class 3: probability "},
	} {
		if got := s.say(c.at); !strings.Contains(got, c.want) {
			t.Errorf("%+v: %q lacks %q", c.at, got, c.want)
		}
	}
	s.Network(lang.Ko, nn.LeNet(), nil)
	s.lay(860, 330, 11, 18, false)
	if got, want := s.say(viz.NetSpot{Column: 5, Part: 30}), "POOL2를 펼친 값 400개 중 31번: "; !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
}

// The stage asks for the weights of the unit under the pointer or the keyboard, once, and draws
// them when they have come.
func TestStageWatchesTheUnitThatIsShown(t *testing.T) {
	s, f := stageOf(t, nn.LeNet().String())
	var asked [][2]int
	s.Watch = func(row, unit int) { asked = append(asked, [2]int{row, unit}) }
	var opened []Place
	s.Open = func(p Place, keyed bool) {
		if !keyed {
			t.Error("Enter is taken for a click")
		}
		opened = append(opened, p)
	}
	conv := viz.NetSpot{Column: 1, Part: 3, Row: 4, Col: 5}
	s.point(conv, true)
	s.point(viz.NetSpot{Column: 1, Part: 3, Row: 5, Col: 5}, true)
	s.point(viz.NetSpot{Column: 2, Part: 3}, true) // pooling has no weights
	s.point(viz.NetSpot{}, false)
	s.focus(true)
	s.key("ArrowLeft")
	s.key("ArrowLeft")
	if want := [][2]int{{1, 3}, {0, 0}, {1, 3}}; len(asked) != 3 || asked[0] != want[0] || asked[1] != want[1] || asked[2][0] != 1 {
		t.Errorf("asked for %v, want %v", asked, want)
	}
	if s.filter(180, 36) != nil {
		t.Error("a filter without weights")
	}
	at := s.place(s.spot)
	f.Unit = train.Unit{Row: 1, Index: at.Channel, Weights: make([]float32, 75)}
	f.Unit.Weights[26] = 1
	s.Show(f)
	pix := s.filter(180, 36)
	if pix == nil || pix.Rect.Dx() != 3*35+2*2 || pix.Rect.Dy() != 35 {
		t.Fatalf("the filter is %v", pix)
	}
	if got, want := pix.RGBAAt(37+7, 3), s.diverging.At(1); got != want {
		t.Errorf("the largest weight is %v, want %v", got, want)
	}
	s.key("Enter")
	if len(opened) != 1 || opened[0].Row != 1 || opened[0].Channel != at.Channel {
		t.Errorf("opened %+v", opened)
	}
	before := s.spot
	s.key("Shift+ArrowDown")
	if want := before.Row + 1; s.spot.Row != want || s.spot.Part != before.Part {
		t.Errorf("a cell down is %+v from %+v", s.spot, before)
	}
	for range 40 {
		s.key("Shift+ArrowRight")
	}
	if s.spot.Col != 27 || s.spot.Part != before.Part {
		t.Errorf("the right edge of the map is %+v", s.spot)
	}
	s.focus(false)
	if at, ok := s.shown(); !ok || s.place(at) != opened[0] {
		t.Error("what was opened is not shown any more")
	}
	if s.key("Escape"); s.around() != "" {
		t.Error("it is still shown after Escape")
	}
	if s.key("x") {
		t.Error("the stage takes a key that it has no use for")
	}
}

// A number of the unrolled vector is opened where it stands in the maps.
func TestAnUnrolledNumberHasItsPlaceInTheMaps(t *testing.T) {
	s, f := stageOf(t, nn.LeNet().String())
	at := viz.NetSpot{Column: 5, Part: 25*7 + 5*3 + 2}
	p := s.place(at)
	if want := (Place{Row: 4, Channel: 7, Y: 3, X: 2}); p != want {
		t.Fatalf("%+v, want %+v", p, want)
	}
	if v, _ := s.value(at); v != f.Maps[3].Data[7*25+3*5+2] {
		t.Error("another number is there")
	}
}

func TestOverlayHasAnElementForEachMap(t *testing.T) {
	s, _ := stageOf(t, nn.LeNet().String())
	svg := s.overlay()
	if got, want := strings.Count(svg, `data-test="stage-map"`), 1+8+8+16+16; got != want {
		t.Errorf("%d maps, want %d", got, want)
	}
	if !strings.Contains(svg, `data-layer="CONV2" data-channel="15"`) || strings.Count(svg, `data-test="stage-bar"`) != 10 {
		t.Error("a map or a bar is missing")
	}
	if s.around() != "" {
		t.Error("something is shown around no spot")
	}
	s.point(viz.NetSpot{Column: 3, Part: 9, Row: 2, Col: 4}, true)
	around := s.around()
	if got := strings.Count(around, `class="layers-line"`); got != 8 {
		t.Errorf("%d lines, want 8", got)
	}
	if !strings.Contains(around, `data-test="stage-cell" data-layer="CONV2" data-channel="9" data-row="2" data-col="4" data-value="`) {
		t.Errorf("no cell in %s", around)
	}
}

// A probability is never written as certain, and of many classes the ten likeliest are shown.
func TestAnswerShowsTheLikeliestClassesAndNoCertainty(t *testing.T) {
	s, f := stageOf(t, "8x8x1 dense47")
	f.Probs = make([]float32, 47)
	f.Probs[30], f.Probs[46] = 1, 1e-9
	for i := range 8 {
		f.Probs[3+4*i] = max(f.Probs[3+4*i], 1e-6)
	}
	s.Show(f)
	s.choose()
	var names []string
	for _, shape := range s.answer().Shapes {
		if text, ok := shape.(viz.Text); ok {
			if strings.Contains(text.S, "100") {
				t.Errorf("the answer shows %s", text.S)
			}
			if text.Anchor == viz.End && !strings.Contains(text.S, "%") {
				names = append(names, text.S)
			}
		}
	}
	if got, want := strings.Join(names, " "), "3 7 11 15 19 23 27 30 31 46"; got != want {
		t.Errorf("classes %s, want %s", got, want)
	}
	if got := s.say(viz.NetSpot{Column: len(s.layout.Columns) - 1, Part: 7}); !strings.Contains(got, "99.9%") {
		t.Errorf("it is said: %s", got)
	}
}
