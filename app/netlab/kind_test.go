package netlab

import (
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
)

// A new layer of each kind fits, runs, and has all its words and calls.
func TestEveryKindOfLayerHasAWholeRow(t *testing.T) {
	if got, want := len(layerKinds), len(nn.Kinds()); got != want {
		t.Errorf("%d rows for %d kinds", got, want)
	}
	for _, k := range nn.Kinds() {
		row := kindRow(k)
		words := []lang.Text{*row.Name}
		if row.Short != nil {
			words = append(words, *row.Short)
		}
		if row.How == nil || row.Open == nil {
			words = append(words, *row.Why)
		}
		net := nn.Spec{In: nn.Volume(8, 8, 1), Layers: []nn.Layer{fresh(k), {Kind: nn.Dense, Out: 2}}}.Normal()
		r := start(net, nil, 1, 4)
		if r == nil {
			t.Errorf("a new layer of kind %v does not fit: %v", k, net.Check())
			continue
		}
		if row.How != nil {
			words = append(words, *row.How)
		}
		if o := r.open(1, Unit{}); o.Path == "" {
			words = append(words, o.Why)
		}
		labtest.Texts(t, struct{}{}, words...)
		for name, code := range map[string]string{"PyTorch": PyTorch(lang.En, net), "Keras": Keras(lang.En, net)} {
			if strings.Contains(code, "    ,") || !strings.Contains(code, "# "+r.rows[1].Name+" ") {
				t.Errorf("%s has no call for kind %v:\n%s", name, k, code)
			}
		}
		lab := New(ui.Page{Lang: lang.En, Path: "/network"}, weights.NewShelf())
		lab.state = Open(net)
		lab.prepare()
		if lab.how(0) == "" {
			t.Errorf("nothing says how a unit of kind %v came about", k)
		}
	}
}

func TestTurnedLayerKeepsWhatBothKindsHave(t *testing.T) {
	conv := nn.Layer{Kind: nn.Conv, Out: 7, F: 5, S: 2, P: 1, D: 2, Act: nn.Tanh}
	avg := nn.Layer{Kind: nn.AvgPool, F: 3, S: 1, P: 1, CountPad: true, Act: nn.Sigmoid}
	for _, c := range []struct {
		from nn.Layer
		to   nn.Kind
		want string
	}{
		{conv, nn.Dense, "dense7+tanh"},
		{conv, nn.MaxPool, "max2"},
		{avg, nn.MaxPool, "max3s1p1+sigmoid"},
		{avg, nn.GlobalAvgPool, "gap+sigmoid"},
		{avg, nn.Conv, "conv16f3psame+relu"},
		{avg, nn.Flatten, "flatten"},
	} {
		if got := turned(c.from, c.to).String(); got != c.want {
			t.Errorf("%v made into %v: got %s, want %s", c.from, c.to, got, c.want)
		}
	}
}
