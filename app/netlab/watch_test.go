package netlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
)

func TestLessonTellsTheNumbersOfTheNetworkInTheTable(t *testing.T) {
	dense, err := nn.ParseSpec("32x32x3 dense20+relu dense10")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		net  nn.Spec
		want []string // parts of the sentences, of the question and of the answer
		not  string
	}{
		{"lenet", nn.LeNet(), []string{"93%", "94%", "62,958", "FC3", "48,120", "76%", "608", "CONV1: 470,400", "48,000", "600", "28 × 28"}, "FC3: 48,000"},
		{"lenet6", nn.LeNet6(), []string{"CONV1 has 456", "450 weights"}, "608"},
		{"gap", nn.GAPNet(), []string{"CONV1", "Softmax"}, "48,120"},
		{"vgg16", nn.VGG16(), []string{"CONV1 has 1,792", "FC14: 102,760,448", "86,704,128", "224 × 224"}, "608"},
		{"no convolution", dense, []string{"Most parameters: FC1, 61,460"}, "dense layers"},
	} {
		rows, err := c.net.Table()
		if err != nil {
			t.Fatal(err)
		}
		w := watch(rows)
		got := join(w.Compare, join(w.Question, w.Answer)).In(lang.En)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q lacks %q", c.name, got, want)
			}
		}
		if strings.Contains(got, c.not) {
			t.Errorf("%s: %q has %q", c.name, got, c.not)
		}
	}
}

func TestSharesNeverRoundToAllOrNothing(t *testing.T) {
	for _, c := range []struct {
		of, all int64
		want    string
	}{{0, 0, "0"}, {0, 5, "0"}, {1, 1000, "0.1"}, {1, 9000, "0.1"}, {999, 1000, "99.9"}, {8999, 9000, "99.9"}, {1000, 1000, "100"}, {48120, 62958, "76"}} {
		if got := part(c.of, c.all); got != c.want {
			t.Errorf("part(%d, %d) = %s, want %s", c.of, c.all, got, c.want)
		}
	}
}
