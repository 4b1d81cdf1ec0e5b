package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
)

func TestChangeOfTheFiltersIsNowLessAtFirst(t *testing.T) {
	born := train.Filters{Out: 1, In: 1, H: 1, W: 3, Data: []float32{1, -2, 0.5}}
	now := train.Filters{Out: 1, In: 1, H: 1, W: 3, Data: []float32{1.5, -2, 0.25}}
	got, ok := changeOf(nil, born, now)
	if want := []float32{0.5, 0, -0.25}; !ok || got.Data[0] != want[0] || got.Data[1] != want[1] || got.Data[2] != want[2] {
		t.Errorf("got %v, %v; want %v", got.Data, ok, want)
	}
	if said := moves(lang.En, got, now); !strings.Contains(said, formatWeight(0.5)) || !strings.Contains(said, formatWeight(2)) {
		t.Errorf("it says %q", said)
	}
	if same, _ := changeOf(nil, born, born); moves(lang.En, same, born) != text.MovedNot.In(lang.En) {
		t.Errorf("of no change it says %q", moves(lang.En, same, born))
	}
	other := train.Filters{Out: 1, In: 1, H: 3, W: 1, Data: born.Data}
	if _, ok := changeOf(nil, other, now); ok {
		t.Error("filters of another shape were compared")
	}
	if _, ok := changeOf(nil, train.Filters{}, train.Filters{}); ok {
		t.Error("a net without filters has changes")
	}
}

func TestStoreKeepsTheFiltersOfStepZeroOfItsRun(t *testing.T) {
	filters := func(v float32) train.Filters { return train.Filters{Out: 1, In: 1, H: 1, W: 1, Data: []float32{v}} }
	s := &Store{}
	s.Apply(train.Snapshot{Run: 1, Filters: filters(1)})
	s.Apply(train.Snapshot{Run: 1, Step: 9, Filters: filters(2)})
	if len(s.Born.Data) != 1 || s.Born.Data[0] != 1 {
		t.Errorf("at step 9 the first filters are %v, want 1", s.Born.Data)
	}
	s.Apply(train.Snapshot{Run: 2, Step: 1, Filters: filters(3)})
	if len(s.Born.Data) != 0 {
		t.Errorf("another run, seen from its step 1 on, has the first filters %v", s.Born.Data)
	}
	s.Apply(train.Snapshot{Run: 2, Step: 0, Filters: filters(4)})
	if len(s.Born.Data) != 1 || s.Born.Data[0] != 4 {
		t.Errorf("back at step 0 the first filters are %v, want 4", s.Born.Data)
	}
}

func TestDarkMapsAreNamedWhereAReLULeftThem(t *testing.T) {
	net, err := nn.ParseSpec("4x4x1 conv3f3+relu max2 conv2f1+tanh dense2")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := net.Table()
	if err != nil {
		t.Fatal(err)
	}
	volume := func(name string, c, edge int, lit ...int) train.Volume {
		v := train.Volume{Name: name, C: c, H: edge, W: edge, Data: make([]float32, c*edge*edge)}
		for _, i := range lit {
			v.Data[i*edge*edge+edge*edge-1] = 0.25
		}
		return v
	}
	got := darkMaps(lang.En, rows, []train.Volume{volume("CONV1", 3, 2, 1), volume("POOL1", 3, 1, 1), volume("CONV2", 2, 1)})
	if !strings.Contains(got, "CONV1 map 1, 3") || strings.Contains(got, "POOL1") || strings.Contains(got, "CONV2") {
		t.Errorf("it says %q, want CONV1's maps 1 and 3 alone: tanh has no dead half", got)
	}
	if got := darkMaps(lang.En, rows, []train.Volume{volume("CONV1", 3, 2, 0, 1, 2)}); got != "" {
		t.Errorf("of lit maps it says %q", got)
	}
	weak := volume("CONV1", 3, 2, 0, 1, 2)
	weak.Data[11] = 0.001
	if got := darkMaps(lang.En, rows, []train.Volume{weak}); got != text.Faint.With(lang.En, "CONV1 map 3") {
		t.Errorf("of a weak map it says %q", got)
	}
	wide, _ := nn.ParseSpec("4x4x1 conv20f3+relu dense2")
	rows, _ = wide.Table()
	if got := darkMaps(lang.En, rows, []train.Volume{volume("CONV1", 20, 2, 3)}); !strings.Contains(got, "19 of 20") {
		t.Errorf("of many it says %q, want their number", got)
	}
}
