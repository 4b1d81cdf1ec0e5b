package window

import (
	"strings"
	"testing"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// labOf returns a lab without a page around it, in the state of a query.
func labOf(t testing.TB, k trace.Kind, query string) *Lab {
	t.Helper()
	l := New(ui.Page{Lang: lang.En, Path: "/lab"}, k, Course{Name: "lab"})
	l.OnInit()
	s, err := ParseQuery(k, query)
	if err != nil {
		t.Fatal(err)
	}
	l.set(s)
	l.anchor = s
	return l
}

func TestEveryNumberOnTheStageIsTheEngines(t *testing.T) {
	for _, k := range kinds() {
		for _, p := range trace.Presets(k) {
			l := labOf(t, k, "v=1&preset="+p.ID)
			for _, done := range []int{0, 1, l.walk.Steps() / 2, l.walk.Steps()} {
				l.state.Done = done
				for _, width := range []float64{330, 760} {
					for _, c := range l.cellViews(l.view(width).Stage) {
						if c.Role != viz.OutputCell && c.Role != viz.AverageCell {
							continue
						}
						i := l.walk.Index(c.Channel, c.Row, c.Col)
						want := ""
						switch {
						case i >= done:
						case k == trace.Conv:
							want = trace.Plain(l.walk.Out[i])
						case c.Role == viz.AverageCell:
							want = trace.Plain(l.walk.Avg[i])
						default:
							want = trace.Plain(l.walk.Max[i])
						}
						if c.Value != want {
							t.Fatalf("%s after %d windows at %v px: cell %d has value %q, want %q", p.ID, done, width, i, c.Value, want)
						}
					}
				}
			}
		}
	}
}

func TestAQuestionCountsOnceAndHelpsAfterAMiss(t *testing.T) {
	l := labOf(t, trace.Conv, "v=1&step=1&predict=1")
	for _, c := range []struct {
		typed string
		score lab.Score
		said  string // the beginning of the sentence shown
		done  int
	}{
		{"29", lab.Score{Right: 0, Asked: 1}, "Not yet. Multiply each of the 9 cells", 1},
		{"12", lab.Score{Right: 0, Asked: 1}, "Not yet. The positive products add up to 30", 1},
		{"30.1", lab.Score{Right: 0, Asked: 1}, "Right: 30.", 2}, // within a hundredth of 30
	} {
		if err := l.answer(c.typed); err != nil {
			t.Fatal(err)
		}
		if said := l.t(l.quiz.Said); l.score != c.score || !strings.HasPrefix(said, c.said) || l.state.Done != c.done {
			t.Errorf("%s: score %v, %q, %d windows; want %v, %q, %d", c.typed, l.score, said, l.state.Done, c.score, c.said, c.done)
		}
	}
	if err := l.answer("5"); err != nil || l.score.Asked != 1 {
		t.Errorf("an answer without a question counts: %v, %v", l.score, err)
	}
	l.step(1)
	if !l.asking() || l.state.Done != 2 {
		t.Errorf("after a step the next window is not asked for: %d", l.state.Done)
	}
	if err := l.answer("many"); err == nil || l.score.Asked != 1 {
		t.Errorf("what is no number counts as an answer: %v, %v", l.score, err)
	}
	l.step(1)
	if l.state.Done != 2 {
		t.Error("a step gives an open question's answer away")
	}
}

func TestAnyOfTheTiesMayBePointedAt(t *testing.T) {
	for _, c := range []struct {
		at      place
		handled bool
		right   int
	}{
		{place{Role: viz.InputCell, Row: 0, Col: 0}, true, 1}, {place{Role: viz.InputCell, Row: 1, Col: 1}, true, 1},
		{place{Role: viz.ProductCell, Row: 1, Col: 0}, true, 1}, {place{Role: viz.InputCell, Row: 3, Col: 3}, false, 0},
	} {
		l := labOf(t, trace.Pool, "v=1&preset=ties&predict=1")
		if got := l.point(c.at); got != c.handled || l.score.Right != c.right {
			t.Errorf("%+v: handled %v, score %v", c.at, got, l.score)
		}
	}
}

func TestEditsCanBeUndoneAndRedone(t *testing.T) {
	l := labOf(t, trace.Conv, "")
	at := place{Role: viz.KernelCell, Row: 1, Col: 1}
	if err := l.edit(at, "4"); err != nil {
		t.Fatal(err)
	}
	if err := l.edit(at, "four"); err == nil {
		t.Error("“four” was taken")
	}
	value := func() float32 { v, _ := l.state.valueAt(at); return v }
	if value() != 4 || l.walk.Out[0] != 40 {
		t.Errorf("after the edit: %v, output %v", value(), l.walk.Out[0])
	}
	l.undo()
	if value() != 0 || l.walk.Out[0] != 0 {
		t.Errorf("after undo: %v, output %v", value(), l.walk.Out[0])
	}
	l.redo()
	if value() != 4 {
		t.Errorf("after redo: %v", value())
	}
}

func TestAnEditedCellHasTheResultAnnounced(t *testing.T) {
	for _, c := range []struct {
		query, typed string
		at           place
		want         bool
	}{
		{"v=1&step=1", "4", place{Role: viz.KernelCell, Row: 1, Col: 1}, true}, {"v=1&step=1", "4", place{Role: viz.InputCell}, true},
		{"v=1&step=3", "4", place{Role: viz.BiasCell}, true}, {"v=1&step=3&tab=backward", "4", place{Role: viz.OutputCell}, true},
		{"v=1", "4", place{Role: viz.InputCell}, false},         // nothing is computed yet
		{"v=1&step=1", "10", place{Role: viz.InputCell}, false}, // the value it has
		{"v=1&step=1", "ten", place{Role: viz.InputCell}, false},
	} {
		l := labOf(t, trace.Conv, c.query)
		l.painter = newPainter(l)
		if err := l.edit(c.at, c.typed); (err != nil) != (c.typed == "ten") {
			t.Errorf("%s, %s: %v", c.query, c.typed, err)
		}
		if l.painter.announce != c.want {
			t.Errorf("%s, %+v given %s: announced %v, want %v", c.query, c.at, c.typed, l.painter.announce, c.want)
		}
	}
}

func TestUndoGoesOnAfterTheBackButton(t *testing.T) {
	l := labOf(t, trace.Conv, "")
	l.opened = true
	if err := l.edit(place{Role: viz.KernelCell, Row: 1, Col: 1}, "4"); err != nil {
		t.Fatal(err)
	}
	edited := l.state
	p, _ := trace.PresetOf(trace.Conv, "volume")
	l.open(p, Forward)
	l.Restore(edited.Query()) // the back button
	if !l.state.Equal(edited) {
		t.Fatalf("back gives %+v", l.state)
	}
	l.redo()
	if l.state.Preset != "volume" {
		t.Errorf("redo after back gives preset %s, want the one left", l.state.Preset)
	}
	l.Restore(edited.Query())
	l.undo()
	if v, _ := l.state.valueAt(place{Role: viz.KernelCell, Row: 1, Col: 1}); v != 0 {
		t.Errorf("undo after back leaves the edit: %v", v)
	}
	l.Restore("v=1&preset=volume") // the forward button
	if l.past.Undoable() != 2 || l.past.Redoable() != 0 {
		t.Errorf("forward: %d changes to undo and %d to redo, want 2 and 0", l.past.Undoable(), l.past.Redoable())
	}
	l.Restore("v=1&preset=same") // a link
	l.undo()
	if l.state.Preset != "volume" {
		t.Errorf("undo after a link gives preset %s, want the one left", l.state.Preset)
	}
}

func TestAnImpossibleSettingInALinkOffersTheNearest(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"v=1&preset=strided&n=4&f=7", "strided"}, {"v=1&n=99", "vertical-edge"},
	} {
		l := labOf(t, trace.Conv, "")
		l.Restore(c.query)
		problem, ok := l.refused.err.(*trace.Problem)
		if !ok || l.Broken || l.state.Preset != c.want {
			t.Errorf("%s: refused %v, broken %v, preset %s", c.query, l.refused.err, l.Broken, l.state.Preset)
			continue
		}
		l.onNearest(app.Context{}, app.Event{})
		if l.refused.err != nil || l.state.Setting != problem.Nearest {
			t.Errorf("%s: after taking the nearest %v, %+v", c.query, l.refused.err, l.state.Setting)
		}
	}
}

func TestASmallerInputAndBackIsTheSamePicture(t *testing.T) {
	l := labOf(t, trace.Conv, "v=1&x=35:7")
	for _, n := range []int{4, 6} {
		l.resize(l.state.Setting.With(trace.FieldN, n), trace.FieldN)
	}
	if l.refused.err != nil || l.state.X[35] != 7 {
		t.Errorf("refused %v, the last cell is %v, want 7", l.refused.err, l.state.X[35])
	}
	l.resize(l.state.Setting.With(trace.FieldS, 2), trace.FieldS)
	if l.state.X[35] != 7 || l.walk.Edge != 2 {
		t.Errorf("another stride changed the picture: %v, %d", l.state.X[35], l.walk.Edge)
	}
	before := l.state
	l.resize(l.state.Setting.With(trace.FieldD, 3), trace.FieldD)
	if l.refused.err == nil || !l.state.Equal(before) {
		t.Errorf("an impossible setting was taken: %+v", l.state.Setting)
	}
}

func TestThePageIsReadableBeforeTheProgramRuns(t *testing.T) {
	l := labOf(t, trace.Conv, "v=1&step=6")
	v := l.view(760)
	svg := l.svg(v.Stage, "stage", false)
	for _, want := range []string{`data-test="input-cell"`, `data-test="kernel-cell"`, `data-test="output-cell"`, `data-value="30"`, "Input", "Kernel", "Output"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the drawing lacks %s", want)
		}
	}
	if !strings.Contains(v.Sentence, "Window row 2, column 2") {
		t.Errorf("sentence: %s", v.Sentence)
	}
}

// BenchmarkLargestWindowStep measures a step of the largest window, without the browser's part. In
// WebAssembly it takes several times as long, which e2e measures.
func BenchmarkLargestWindowStep(b *testing.B) {
	l := labOf(b, trace.Conv, "v=1&preset=conv1&step=400")
	for i := range b.N {
		l.state.Done = 400 + i%5000
		v := l.view(760)
		for _, c := range l.cellViews(v.Stage) {
			_ = l.attrs(c)
		}
	}
}

// A number that is too long for its cell is shortened there, and its accessible name has it in
// full.
func TestATinyNumbersNameHasItInFull(t *testing.T) {
	l := labOf(t, trace.Conv, "v=1&w=4:-0.00022&n=10")
	for _, c := range l.cellViews(l.view(330).Stage) {
		if c.Role == viz.KernelCell && c.Row == 1 && c.Col == 1 {
			if got, want := l.label(c), "Filter 1, channel 1, row 2, column 2: −2e−4 ≈ −0.00022"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			return
		}
	}
	t.Error("the weight is not drawn")
}

// Presets that the keyboard passes in a row make one change. A click makes a change of its own, and
// so does the next preset after another change.
func TestGoingThroughThePresetsByKeysIsOneChange(t *testing.T) {
	l := labOf(t, trace.Conv, "v=1&step=2")
	choose := func(keyed bool, id string, changes int) {
		t.Helper()
		l.list.keyed = keyed
		l.SetChoice(app.Context{}, "preset", id)
		if l.state.Preset != id || l.past.Undoable() != changes {
			t.Errorf("%s: the preset is %s after %d changes, want %d", id, l.state.Preset, l.past.Undoable(), changes)
		}
	}
	choose(true, "sobel", 1)
	choose(true, "scharr", 1)
	choose(true, "blur", 1)
	l.undo()
	if l.state.Preset != "vertical-edge" || l.state.Done != 2 {
		t.Errorf("undo gives %s after %d windows, want what was there before the list was touched", l.state.Preset, l.state.Done)
	}
	choose(false, "sobel", 1)
	choose(false, "scharr", 2)
	choose(true, "blur", 3)
	l.resize(l.state.Setting.With(trace.FieldN, 7), trace.FieldN)
	choose(true, "sobel", 5)
}
