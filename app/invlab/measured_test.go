package invlab

import (
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
)

// After `make weights` the failure of this test says what measuredRight has to hold.
func TestChartThatComesWithThePageIsTrue(t *testing.T) {
	conv, dense, _ := shippedNets(t)
	shifts, _ := Horizontal.shifts()
	want := [netKinds][2*chartMost + 1]int{}
	for net, n := range [netKinds]*Net{convNet: conv, denseNet: dense} {
		for i, r := range sweepOf(n, 1, sampleCounts()[0], shifts) {
			want[net][i] = r.Correct
		}
	}
	if got := measuredRight(); got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	c := measured()
	if c.half(convNet) != chartMost || c.half(denseNet) < 1 || c.share() != 1 {
		t.Errorf("it says half at %d and %d", c.half(convNet), c.half(denseNet))
	}
}

// The lesson's sentences about the chart and the nets are true of the numbers.
func TestLessonSaysWhatTheChartAndTheNetworkHold(t *testing.T) {
	dense := measuredRight()[denseNet]
	for shift := -2; shift <= 2; shift++ {
		if n := dense[chartMost+shift]; n < 190 {
			t.Errorf("moved by %d, the fully connected network reads %d of 200: the lesson says that it hardly changes within 2 pixels", shift, n)
		}
	}
	for _, shift := range []int{-3, 3} {
		if n := dense[chartMost+shift]; n >= 190 {
			t.Errorf("moved by %d, the fully connected network still reads %d of 200: the lesson says that it falls from 3 on", shift, n)
		}
	}
	border := stops()[4].Text
	var windows []string
	_, _, files := shippedNets(t)
	for _, layer := range files[convNet].Net.Layers {
		if layer.Kind == nn.Conv {
			windows = append(windows, strconv.Itoa(layer.F))
		}
	}
	if got, want := border.In(lang.En), strings.Join(windows[:2], ", ")+" and "+windows[2]; len(windows) != 3 || !strings.Contains(got, want) {
		t.Errorf("the windows are %v, the lesson says %q", windows, got)
	}
	if got, want := border.In(lang.Ko), strings.Join(windows, ", "); !strings.Contains(got, want) {
		t.Errorf("the windows are %v, the lesson says %q", windows, got)
	}
}

// The sentence about half of the digits fits what was counted.
func TestChartSaysHowFarHalfOfTheDigitsAreRead(t *testing.T) {
	lab := New(ui.Page{Lang: lang.En, Path: "/invariance"}, filledStore(t))
	lab.OnInit()
	lab.chart = measured()
	if got, want := lab.chartSays(), "convolutional network 12 pixels or more, fully connected network"; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
	for i := range lab.chart.counts[denseNet] {
		lab.chart.counts[denseNet][i].right = 0
	}
	if got, want := lab.chartSays(), "fully connected network none, not even unmoved."; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
}
