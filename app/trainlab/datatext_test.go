package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/data"
	"stridelab/train"
)

func TestDataTextsAreWhole(t *testing.T) { labtest.Texts(t, dataText) }

func TestClassesThatOccurAreCountedAndNamed(t *testing.T) {
	for _, c := range []struct {
		labels  []int
		outputs int
		en, ko  string
	}{
		{nil, 10, "10 classes", "클래스 10개"},
		{[]int{0, 1, 2}, 3, "3 classes", "클래스 3개"},
		{[]int{3}, 4, "1 class (3)", "클래스 1개(3)"},
		{[]int{0, 7}, 8, "2 classes (0, 7)", "클래스 2개(0, 7)"},
		{[]int{1, 2, 3, 9, 11, 12}, 13, "6 classes (1–3, 9, 11–12)", "클래스 6개(1–3, 9, 11–12)"},
	} {
		info := data.Info{Classes: c.outputs, Labels: c.labels}
		if got := classesOf(lang.En, info); got != c.en {
			t.Errorf("%v: %q, want %q", c.labels, got, c.en)
		}
		if got := classesOf(lang.Ko, info); got != c.ko {
			t.Errorf("%v: %q, want %q", c.labels, got, c.ko)
		}
	}
}

func TestWhatWasLeftOutIsSaid(t *testing.T) {
	lab := mounted(t)
	lab.send(load{dataset: Files, dropped: true})
	info := data.Info{C: 1, H: 28, W: 28, Classes: 4, Labels: []int{3}, Train: 50, Test: 10, LeftOut: []string{"README", ".DS_Store"}, Look: data.Look{Wide: true}}
	lab.react(lab.store.Apply(train.Dataset{ID: lab.load.id, Kind: train.Files, Info: info}))
	lab.fileNames = []string{"README", "images", "labels", ".DS_Store"}
	for _, l := range lang.All() {
		lab.Page.Lang = l
		left := dataText.LeftOut.With(l, "README, .DS_Store")
		for _, want := range []string{left, dataText.OneClass.With(l, 3), dataText.Wide.In(l)} {
			if got := lab.notice.sentence(l); !strings.Contains(got, want) {
				t.Errorf("%s: the notice is %q, want it to say %q", l.Tag(), got, want)
			}
		}
		if got := lab.filesShown(); !strings.HasPrefix(got, "images, labels: ") || !strings.HasSuffix(got, left) {
			t.Errorf("%s: the files are %q", l.Tag(), got)
		}
		lab.state.Dataset = Files
		if got := lab.datasetHint(); !strings.Contains(got, classesOf(l, info)) || !strings.Contains(got, dataText.Wide.In(l)) {
			t.Errorf("%s: the hint is %q", l.Tag(), got)
		}
	}
}
