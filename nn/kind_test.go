package nn

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryKindHasAWholeRow(t *testing.T) {
	if len(Kinds()) != int(kinds) {
		t.Fatalf("Kinds lists %v, the table has %d", Kinds(), kinds)
	}
	for _, k := range Kinds() {
		row := k.row()
		if row.word == "" || row.label == "" {
			t.Errorf("kind %d has the word %q and the label %q", k, row.word, row.label)
		}
		if row.view && row.weights != nil {
			t.Errorf("%v has weights, but no memory for what they give", k)
		}
		if k.windowed() && !(k.Has(FieldF) && k.Has(FieldS) && k.Has(FieldP)) {
			t.Errorf("%v has a window, but uses only %v", k, k.Fields())
		}
		for _, other := range Kinds() {
			if other != k && strings.HasPrefix(other.String(), k.String()) {
				t.Errorf("the word %v begins the word %v, which could then not be read", k, other)
			}
		}
	}
}

// A Layer with every field set keeps in its text exactly those that its kind uses.
func TestFieldsOfAKindAreThoseOfItsText(t *testing.T) {
	full := Layer{Out: 5, F: 3, S: 4, P: 1, D: 2, CountPad: true, Rate: 0.25}
	for k, want := range map[Kind]string{
		Conv: "conv5f3s4p1d2", MaxPool: "max3s4p1", AvgPool: "avg3s4p1c", GlobalAvgPool: "gap",
		Flatten: "flatten", Dense: "dense5", Dropout: "drop0.25",
	} {
		l := full
		l.Kind = k
		if got := l.String(); got != want {
			t.Errorf("%v: got %s, want %s", k, got, want)
		}
		if back, ok := parseLayer(want); !ok || back != l.normal() {
			t.Errorf("%s: read as %+v, %v, want %+v", want, back, ok, l.normal())
		}
	}
}

func TestWeightShapeIsTheModels(t *testing.T) {
	s, err := ParseSpec("9x7x2 conv3f3s2 max2s1 gap flatten dense4+relu drop0.5 dense2")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(s, 1)
	if err != nil {
		t.Fatal(err)
	}
	list := m.ParamList()
	for i, l := range s.Layers {
		shape := l.WeightShape(m.rows[i].Shape)
		if (shape != nil) != (m.rows[i+1].Params > 0) {
			t.Errorf("%v: weights of shape %v, but %d parameters", l, shape, m.rows[i+1].Params)
		}
		if shape == nil {
			continue
		}
		if len(list) < 2 || !slices.Equal(list[0].Shape, shape) || !slices.Equal(list[1].Shape, shape[:1]) {
			t.Fatalf("%v: got %v, the model has %+v", l, shape, list)
		}
		list = list[2:]
	}
	if len(list) != 0 {
		t.Errorf("the model has %d parameters more", len(list))
	}
}
