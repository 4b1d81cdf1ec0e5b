package trainlab

import (
	"regexp"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestLabSaysWhatIsDoneToImagesOfAnotherShape(t *testing.T) {
	lab := mounted(t)
	pad, repeat, grey := text.FitPad.With(lang.En, 32, 32), text.FitRepeat.In(lang.En), text.FitGrey.In(lang.En)
	for _, c := range []struct {
		net     Net
		c, h, w int
		want    string
	}{
		{NetLeNet, 3, 32, 32, ""},
		{NetLeNet, 1, 32, 32, repeat},
		{NetLeNet, 1, 28, 28, pad + " " + repeat},
		{NetLeNet5, 1, 28, 28, pad},
		{NetLeNet5, 3, 32, 32, grey},
	} {
		if got := lab.fitted(Default().WithNet(c.net), c.c, c.h, c.w); got != c.want {
			t.Errorf("%d×%d×%d into %s: %q; want %q", c.h, c.w, c.c, c.net, got, c.want)
		}
	}
	if strings.Contains(lab.filtersNote(), text.FiltersSame.In(lang.En)) {
		t.Error("the filters of colour images are said to have left-over colours")
	}
	lab.store.Dataset.Info.C = 1
	html := app.HTMLString(lab.Render())
	for _, want := range []string{text.FiltersSame.In(lang.En), pad + " " + repeat} {
		if !strings.Contains(strings.ReplaceAll(html, "&#39;", "'"), want) {
			t.Errorf("grey images under a colour network: the page lacks %q", want)
		}
	}
}

func TestFilesThatWereReadStayNamed(t *testing.T) {
	lab := mounted(t)
	if lab.filesShown() != "" {
		t.Errorf("before any files: %q", lab.filesShown())
	}
	lab.send(load{dataset: Files, dropped: true})
	lab.react(lab.store.Apply(train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 28, W: 28, Classes: 10, Train: 60000, Test: 10000}}))
	lab.fileNames = []string{"images.gz", "labels.gz"}
	if got, want := lab.filesShown(), "images.gz, labels.gz: 60,000 training and 10,000 test images, 10 classes."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLeavingAsksOnlyWhereARunOnOwnFilesIsLost(t *testing.T) {
	lab := mounted(t)
	for _, c := range []struct {
		data Dataset
		step int
		want bool
	}{{DigitsColour, 9, false}, {Files, 0, false}, {Files, 9, true}} {
		lab.run.Dataset = c.data
		lab.store.Apply(train.Snapshot{Run: 1, Step: c.step})
		if got := lab.wouldLose(); got != c.want {
			t.Errorf("%s at step %d: %v, want %v", c.data, c.step, got, c.want)
		}
	}
}

func TestPageWithoutScriptsSaysOnceThatControlsWait(t *testing.T) {
	for _, l := range lang.All() {
		_, html := open(t, l)
		// The page does not show the reasons that a screen reader reads with the buttons.
		seen := regexp.MustCompile(`<span [^>]*visually-hidden[^>]*>[^<]*</span>`).ReplaceAllString(html, "")
		if n := strings.Count(seen, ">"+text.NotReady.In(l)+"<"); n != 1 {
			t.Errorf("%s: the page says %d times that the controls wait; want once", l.Tag(), n)
		}
		if strings.Contains(html, `hidden="false"`) {
			t.Errorf("%s: hidden=\"false\" hides", l.Tag())
		}
		if n := strings.Count(html, "<noscript"); n != 1 {
			t.Errorf("%s: %d noscript elements; want the frame's alone", l.Tag(), n)
		}
	}
}

func TestInputRowOfTheTableIsInTheLanguageOfThePage(t *testing.T) {
	_, html := open(t, lang.Ko)
	if !strings.Contains(html, ">입력<") || strings.Contains(html, ">Input<") {
		t.Error("the Korean table calls its first row Input")
	}
}
