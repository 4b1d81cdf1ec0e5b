package netlab

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/nn/weightfile"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestWeightsComeFromTheBestSourceUnlessAnotherIsChosen(t *testing.T) {
	store := weights.NewStore()
	for _, c := range []struct {
		net   nn.Spec
		visit bool // the network was trained in this visit
		from  Source
		want  Source
	}{
		{nn.LeNet(), false, Best, Shipped}, {nn.LeNet(), false, Visit, Shipped}, {nn.LeNet(), false, Drawn, Drawn},
		{nn.LeNet6(), false, Best, Drawn}, {nn.LeNet6(), false, Shipped, Drawn},
		{nn.LeNet(), true, Best, Visit}, {nn.LeNet(), true, Shipped, Shipped}, {nn.LeNet(), true, Drawn, Drawn},
		{nn.LeNet6(), true, Shipped, Visit},
	} {
		if c.visit && store.Visit(c.net) == nil {
			store.Keep(c.net, make([]float32, 62958), weightfile.About{Steps: 3})
		}
		lab := New(ui.Page{Path: "/network"}, store)
		lab.OnInit()
		lab.state = Open(c.net)
		lab.state.From = c.from
		if got, _ := lab.source(); got != c.want {
			t.Errorf("%v, trained here %v, asked for %s: got %s, want %s", c.net, c.visit, c.from.word(), got.word(), c.want.word())
		}
	}
}

func TestPageSaysWhereItsWeightsComeFrom(t *testing.T) {
	for _, l := range lang.All() {
		store := weights.NewStore()
		lab := New(ui.Page{Lang: l, Path: "/network"}, store)
		lab.OnInit()
		html := app.HTMLString(lab.Render())
		if !strings.Contains(html, `data-weights="seed"`) || !strings.Contains(html, text.Weights.With(l, 4, 1, "He")) {
			t.Errorf("%s: before anything is fetched the page does not say that its weights are drawn", l.Tag())
		}
		lab.OnPage = true
		lab.fetching.on = true
		if html = app.HTMLString(lab.Render()); !strings.Contains(html, text.Fetching.In(l)) || !strings.Contains(html, text.DrawnUntil.With(l, 1)) {
			t.Errorf("%s: the page does not say what it waits for", l.Tag())
		}
		trained := shippedLeNet(t)
		about := weightfile.About{Steps: 1234, Seen: 78976, Tested: 1000, Accuracy: 0.987, MNIST: -1}
		store.Keep(trained.Net, trained.Params, about)
		html = app.HTMLString(lab.Render())
		if !strings.Contains(html, `data-weights="visit"`) || !strings.Contains(html, "1,234") || !strings.Contains(html, "98.7") {
			t.Errorf("%s: the page does not show the weights of this visit", l.Tag())
		}
		lab.SetChoice(app.Context{}, idSource, "seed")
		if lab.state.From != Drawn || !strings.Contains(app.HTMLString(lab.Render()), `data-weights="seed"`) {
			t.Errorf("%s: another source cannot be chosen", l.Tag())
		}
	}
}

// A score is written with the number of digits that it was measured on.
func TestScoresSayOnHowManyDigits(t *testing.T) {
	b, err := os.ReadFile("../../web/weights/lenet.safetensors")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lang.All() {
		store := weights.NewStore()
		if err := store.Add(weights.LeNet, b); err != nil {
			t.Fatal(err)
		}
		lab := New(ui.Page{Lang: l, Path: "/network"}, store)
		lab.OnInit()
		lab.prepare()
		about := store.Shipped(weights.LeNet).About
		for _, want := range []string{
			text.ShippedScore.With(l, "98.9", "1,000"),
			text.MNISTScore.With(l, strconv.FormatFloat(100*about.MNIST, 'f', 1, 64), ui.Count(int64(about.MNISTTested))),
		} {
			if got := lab.weightsNote(); !strings.Contains(got, want) {
				t.Errorf("%s: %q lacks %q", l.Tag(), got, want)
			}
		}
	}
}
