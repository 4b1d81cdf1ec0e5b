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
		net := nn.Spec{In: nn.Volume(8, 8, 1), Layers: []nn.Layer{newLayer(k), {Kind: nn.Dense, Out: 2}}}.Normal()
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
		lab := New(ui.Page{Lang: lang.En, Path: "/network"}, weights.NewStore())
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
		if got := converted(c.from, c.to).String(); got != c.want {
			t.Errorf("%v made into %v: got %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// Each number that a kind uses has a control, and the control sets only that number.
func TestControlsSetTheFieldsOfALayer(t *testing.T) {
	for _, k := range nn.Kinds() {
		net := nn.Spec{In: nn.Volume(32, 32, 1), Layers: []nn.Layer{newLayer(k), {Kind: nn.Dense, Out: 2}}}
		for _, f := range k.Fields() {
			lab := New(ui.Page{Lang: lang.En, Path: "/network"}, weights.NewStore())
			lab.OnInit()
			lab.state = Open(net)
			want := lab.state.Net.Layers[0]
			id := numberControl(k, f).ID
			switch f {
			case nn.FieldRate:
				id, want.Rate = idRate, 7
			case nn.FieldP:
				id, want.P = idP, 7
			case nn.FieldCountPad:
				id, want.CountPad = idCount, true
				lab.SetChoice(app.Context{}, idP, "1") // CountPad needs padding
				want.P = 1
			case nn.FieldF:
				if isPool(k) {
					want.S = 7
				}
				want.F = 7
			default:
				*f.Number(&want) = 7
			}
			if html := app.HTMLString(lab.Render()); !strings.Contains(html, `id="`+id+`"`) {
				t.Errorf("%v has no control %s", k, id)
			}
			switch f {
			case nn.FieldP:
				lab.SetChoice(app.Context{}, id, "7")
			case nn.FieldCountPad:
				lab.SetChoice(app.Context{}, id, "yes")
			default:
				lab.SetNumber(app.Context{}, id, 7)
			}
			if got := lab.state.Net.Layers[0]; got != want {
				t.Errorf("%s of %v: got %+v, want %+v", id, k, got, want)
			}
		}
	}
}
