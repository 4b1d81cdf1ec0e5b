package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestOutputsFollowTheData(t *testing.T) {
	custom := func(net string) State {
		s := Default().WithNet(NetCustom)
		s.Custom = mustCanonical(net)
		return s
	}
	for what, s := range map[string]State{
		"lenet":                       Default(),
		"lenet6":                      Default().WithNet(NetLeNet6),
		"lenet5":                      Default().WithNet(NetLeNet5),
		"gap":                         Default().WithNet(NetGAP),
		"of five outputs":             custom("32x32x1 conv4f5+relu dense8+relu dense5"),
		"of thirty":                   custom("32x32x3 dense30"),
		"dropout at the end":          custom("32x32x1 dense10 drop0.5"),
		"convolution, global average": custom("32x32x1 conv4f5+relu conv10f3 gap"),
	} {
		unchanged := s
		for _, classes := range []int{26, 21, 1, 2, 10, 100} {
			s.Dataset = Files
			info := data.Info{C: 1, H: 28, W: 28, Classes: classes}
			cfg := s.Config(info)
			if got := cfg.Net.Classes(); got != classes {
				t.Errorf("%s: %d outputs for %d classes", what, got, classes)
			}
			if err := cfg.Validate(); err != nil {
				t.Errorf("%s of %d classes: %v", what, classes, err)
			}
			if err := s.misfit(info); err != nil {
				t.Errorf("%s of %d classes: %v", what, classes, err)
			}
			if a, b := len(cfg.Net.Layers), len(unchanged.Spec(0).Layers); a != b {
				t.Errorf("%s: %d layers, want %d", what, a, b)
			}
			s.Dataset = DigitsGrey
			if got := s.Config(info).Net.Classes(); got != 10 {
				t.Errorf("%s: %d outputs for the built-in digits after %d classes", what, got, classes)
			}
		}
		s.Dataset = unchanged.Dataset
		if s != unchanged {
			t.Errorf("%s: the settings have changed to %+v", what, s)
		}
	}
	if got := Default().Config(data.Info{}).Net; !got.Equal(nn.LeNet()) {
		t.Errorf("the usual run is one of %s", got)
	}
}

func TestNetThatCannotFollowIsToldWhy(t *testing.T) {
	small := Default().WithNet(NetCustom)
	small.Custom = mustCanonical("28x28x1 dense10")
	flat := Default().WithNet(NetCustom)
	flat.Custom = mustCanonical("1x1x1 flatten")
	for _, c := range []struct {
		what string
		s    State
		info data.Info
		says string
	}{
		{"larger images", Default(), data.Info{C: 1, H: 64, W: 64, Classes: 10}, "64"},
		{"larger than the learner's input", small, data.Info{C: 1, H: 32, W: 32, Classes: 10}, "32"},
		{"other channels", Default(), data.Info{C: 4, H: 28, W: 28, Classes: 10}, "4"},
		{"no layer with weights", flat, data.Info{C: 1, H: 1, W: 1, Classes: 3}, "3"},
	} {
		lab := serving(t)
		tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 4})
		lab.state = c.s
		pending := lab.pending()
		lab.takeFilesForTest()
		tell(lab, train.Dataset{ID: lab.load.id, Kind: train.Files, Info: c.info})
		if got := lab.refusal.sentence(lang.En); !strings.Contains(got, c.says) {
			t.Errorf("%s: it is said %q", c.what, got)
		}
		if lab.state != c.s || lab.own.Classes != 0 || lab.pending() != pending || lab.newRunComing() || lab.has(Files) {
			t.Errorf("%s: settings %+v, pending %v, own files of %d classes", c.what, lab.state, lab.pending(), lab.own.Classes)
		}
	}
}

func TestLinkToDataThatTheNetCannotReadOpensTheDigits(t *testing.T) {
	lab := linked(t, Served("mnist"))
	tell(lab, train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 64, W: 64, Classes: 5}})
	if !lab.awaiting || lab.asked.Dataset != DigitsColour || lab.state.Dataset != DigitsColour {
		t.Errorf("awaiting %v a run on %s", lab.awaiting, lab.asked.Dataset)
	}
	for _, l := range lang.All() {
		if got := lab.refusal.sentence(l); !strings.Contains(got, "64") || !strings.HasSuffix(got, text.StandIn.In(l)) {
			t.Errorf("%s: it is said %q", l.Tag(), got)
		}
	}
}

func TestOneClassIsTrainedWithAWarning(t *testing.T) {
	lab := serving(t)
	dropped(lab, 1)
	if !lab.awaiting || lab.state.Config(lab.store.Files).Net.Classes() != 1 {
		t.Fatalf("awaiting %v, %d outputs", lab.awaiting, lab.state.Config(lab.store.Files).Net.Classes())
	}
	for _, l := range lang.All() {
		if got := lab.notice.sentence(l); !strings.Contains(got, dataText.OneClass.With(l, 0)) {
			t.Errorf("%s: it is said %q", l.Tag(), got)
		}
	}
	lab.start()
	if !strings.Contains(lab.datasetHint(), dataText.OneClass.With(lang.En, 0)) {
		t.Errorf("once the run is on: %q", lab.datasetHint())
	}
}

func TestReadingOfAnotherNumberOfClassesIsForgotten(t *testing.T) {
	lab := mounted(t)
	lab.store.Apply(train.Prediction{ID: 1, Probs: make([]float32, 10)})
	sample := train.Snapshot{Run: 2}
	sample.Sample.Probs = make([]float32, 3)
	lab.store.Apply(train.Dataset{Kind: train.Files, Info: data.Info{Classes: 3, ClassNames: []string{"a", "b", "c"}}})
	lab.store.Apply(sample)
	if n := len(lab.store.Pad.Probs); n != 0 {
		t.Errorf("the drawing is read as one of %d classes that are no more", n)
	}
}

func TestTableShowsTheOutputsThatFollow(t *testing.T) {
	lab := serving(t)
	dropped(lab, 21)
	if html := app.HTMLString(lab.renderNetwork()); !strings.Contains(html, `data-layer="Softmax"`) || !strings.Contains(html, `data-size="21"`) {
		t.Error("the table does not show 21 outputs")
	}
	lab.SetChoice(app.Context{}, idDataset, string(DigitsColour))
	if html := app.HTMLString(lab.renderNetwork()); !strings.Contains(html, `data-size="10"`) || strings.Contains(html, `data-size="21"`) {
		t.Error("the table does not show 10 outputs again")
	}
}
