package netlab

import (
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// open returns the lab as the server renders it.
func open(t *testing.T, l lang.Lang) string {
	t.Helper()
	lab := New(ui.Page{Lang: l, Path: "/network"}, weights.NewStore())
	engine := app.NewTestEngine()
	if err := engine.Load(lab); err != nil {
		t.Fatal(err)
	}
	engine.ConsumeAll()
	return app.HTMLString(lab)
}

func TestTextsAreThereInBothLanguages(t *testing.T) {
	var more []lang.Text
	for _, p := range presets() {
		more = append(more, p.Name, p.About)
	}
	labtest.Texts(t, text, more...)
	labtest.Texts(t, codeText)
	labtest.Texts(t, lessonText)
}

func TestPrerenderedPageHoldsTheTableAndTheLesson(t *testing.T) {
	for _, l := range lang.All() {
		html := open(t, l)
		for _, want := range []string{
			`data-layer="CONV1"`, `data-shape="(28,28,8)"`, `data-size="6272"`, `data-params="608"`, "62,958", "48,120",
			lessonText.PatternTitle.In(l), "CONV – POOL – CONV – POOL – FC – FC – FC", lessonText.HowManyLayers.In(l), lessonText.Compare.In(l),
			lessonText.CountTitle.In(l), "(120, 400)", "(5·5·3 + 1)·8", "120·400 + 120", "84·120 + 84", "10·84 + 10", "(5·5·8 + 1)·16", lessonText.RowSum.With(l, "CONV1", "(8, 3, 5, 5)", "(8)", "(5·5·3 + 1)·8", "608"),
			"nn.Conv2d(3, 8, kernel_size=5)", "layers.Dense(120",
			`data-test="total-params"`, `data-test="code-pytorch"`, `data-test="code-keras"`, `data-test="open-unit"`,
		} {
			html, want := strings.ReplaceAll(html, "\u00a0", " "), strings.ReplaceAll(want, "\u00a0", " ")
			if !strings.Contains(html, want) && !strings.Contains(html, strings.ReplaceAll(want, "'", "&#39;")) {
				t.Errorf("%s: the page lacks %q", l.Tag(), want)
			}
		}
		if n := strings.Count(html, `data-test="layer-row"`); n != 8 {
			t.Errorf("%s: %d rows", l.Tag(), n)
		}
	}
}

func TestBrokenStackIsNamedAndTheLastValidOneKept(t *testing.T) {
	for _, l := range lang.All() {
		lab := New(ui.Page{Lang: l, Path: "/network"}, weights.NewStore())
		lab.OnInit()
		lab.state = Default().selected(3)
		lab.SetNumber(app.Context{}, idF, 99)
		if !lab.state.broken() || !lab.state.Valid.Equal(nn.LeNet()) {
			t.Fatalf("after a window of 99: %+v", lab.state)
		}
		if got := lab.fault(); !strings.HasPrefix(got, "CONV2: ") || !strings.Contains(got, "99") {
			t.Errorf("%s: the fault is %q", l.Tag(), got)
		}
		html := app.HTMLString(lab.Render())
		if !strings.Contains(html, `data-state="broken"`) || !strings.Contains(html, "62,958") || !strings.Contains(html, lab.t(text.Kept, "62,958")) {
			t.Errorf("%s: the page does not say what is broken and what is kept", l.Tag())
		}
		lab.undo()
		if lab.state.broken() || lab.state.Row != 3 {
			t.Errorf("undo leads to %+v", lab.state)
		}
	}
}

func TestEditsThroughTheControls(t *testing.T) {
	lab := New(ui.Page{Path: "/network"}, weights.NewStore())
	lab.OnInit()
	lab.SetChoice(app.Context{}, idPreset, "gap")
	if !lab.state.Net.Equal(nn.GAPNet()) {
		t.Fatalf("got %v", lab.state.Net)
	}
	lab.SetChoice(app.Context{}, idPreset, "lenet")
	lab.selectRow(7, false)
	lab.adding = nn.Dropout
	lab.add() // goes before softmax
	if got := lab.state.Net.String(); got != "32x32x3 conv8f5+relu max2 conv16f5+relu max2 dense120+relu dense84+relu drop0.5 dense10" {
		t.Errorf("got %s", got)
	}
	lab.move(-1)
	lab.remove()
	lab.selectRow(2, false)
	lab.SetNumber(app.Context{}, idF, 4)
	lab.SetChoice(app.Context{}, idKind, "avg")
	lab.SetChoice(app.Context{}, idP, "1")
	lab.SetChoice(app.Context{}, idCount, "yes")
	if got := lab.state.Net.Layers[1].String(); got != "avg4p1c" {
		t.Errorf("got %s", got)
	}
	lab.selectRow(0, false)
	before := lab.past.Undoable()
	lab.SetNumber(app.Context{}, idH, 40)
	lab.SetNumber(app.Context{}, idH, 41)
	if lab.past.Undoable() != before+1 {
		t.Errorf("an arrow held down is %d edits to undo", lab.past.Undoable()-before)
	}
	for range 100 {
		lab.undo()
	}
	if !lab.state.Equal(Default()) {
		t.Errorf("undone to the beginning: %+v", lab.state)
	}
}

func TestNetOfOtherClassesSaysWhatTrainingGivesIt(t *testing.T) {
	for net, says := range map[string]string{"32x32x3 dense5": "5", "32x32x3 dense1": "1", "32x32x3 dense30": "30", "32x32x3 dense10": ""} {
		spec, err := nn.ParseSpec(net)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lang.All() {
			lab := New(ui.Page{Lang: l, Path: "/network"}, weights.NewStore())
			lab.OnInit()
			lab.state.Valid = spec
			html := app.HTMLString(lab.renderUse())
			if says != "" && !strings.Contains(html, text.OtherClasses.With(l, says)) {
				t.Errorf("%s of %s: the page lacks %q", l.Tag(), net, text.OtherClasses.With(l, says))
			}
			if part, _, _ := strings.Cut(text.OtherClasses.In(l), ":"); says == "" && strings.Contains(html, part) {
				t.Errorf("%s of %s: the page speaks of other classes", l.Tag(), net)
			}
		}
		if h := toTraining(spec, 1); h.Code != "" {
			t.Errorf("%s cannot be trained: %s", net, h.Code)
		}
	}
}
