package app

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/trainlab"
	"stridelab/app/ui"
	"stridelab/app/weights"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func render(t *testing.T, p ui.Page) string {
	t.Helper()
	store := weights.NewStore()
	c := newPage(p, store, trainlab.NewHeld(store))
	e := app.NewTestEngine()
	if err := e.Load(c); err != nil {
		t.Fatal(err)
	}
	return app.HTMLString(c)
}

func TestNothingThePagesSayIsEmpty(t *testing.T) {
	labtest.Texts(t, text)
}

func TestHomeTellsOfEveryLabInOrder(t *testing.T) {
	for _, l := range lang.All() {
		_, list, _ := strings.Cut(render(t, ui.Page{Lang: l, Path: "/"}), `class="path-list"`)
		for _, lab := range ui.Labs() {
			link := regexp.MustCompile(`<a[^>]* href="` + lang.Route(l, lab.Path) + `"`).FindStringIndex(list)
			if link == nil {
				t.Fatalf("%v: %s is not in its place on the path", l, lab.Path)
			}
			list = list[link[1]:]
			for _, want := range []string{lab.Title.In(l), lab.Question.In(l)} {
				if !strings.Contains(list, html.EscapeString(want)) {
					t.Errorf("%v: after the link to %s the page does not say %q", l, lab.Path, want)
				}
			}
		}
	}
}

func TestLabsHaveTheTitleThatHomeGivesThem(t *testing.T) {
	heading := regexp.MustCompile(`<h1[^>]*>\s*([^<]*?)\s*</h1>`)
	for _, l := range lang.All() {
		for _, lab := range ui.Labs() {
			got := heading.FindStringSubmatch(render(t, ui.Page{Lang: l, Path: lab.Path}))
			if want := html.EscapeString(lab.Title.In(l)); got == nil || got[1] != want {
				t.Errorf("%v %s: the heading is %q, home says %q", l, lab.Path, got, want)
			}
		}
	}
}

func TestEveryPageHasOneHeadingAndASensibleText(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, l := range lang.All() {
		for _, path := range append(Paths(), MissingPath) {
			html := render(t, ui.Page{Lang: l, Path: path})
			if n := strings.Count(html, "<h1"); n != 1 {
				t.Errorf("%v %s: %d h1, want one", l, path, n)
			}
			main := html[strings.Index(html, "<main"):strings.Index(html, "</main>")]
			if words := len(strings.Join(strings.Fields(tags.ReplaceAllString(main, " ")), " ")); words < 150 {
				t.Errorf("%v %s: %d letters in main", l, path, words)
			}
			if strings.Contains(html, " style=") {
				t.Errorf("%v %s: an inline style, which the Content-Security-Policy refuses", l, path)
			}
			if i := strings.Index(html, "{0}"); i >= 0 {
				t.Errorf("%v %s: an argument was not put in: %s", l, path, html[max(0, i-60):i+20])
			}
			for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(html, -1) {
				if strings.Count(html, id[0]) > 1 {
					t.Errorf("%v %s: the id %q twice", l, path, id[1])
				}
			}
		}
	}
}

func TestPageForNoAddressLeadsOn(t *testing.T) {
	for _, l := range lang.All() {
		html := render(t, ui.Page{Lang: l, Path: MissingPath})
		main := html[strings.Index(html, "<main"):strings.Index(html, "</main>")]
		for _, want := range []string{`href="` + lang.Route(l, "/") + `"`, `href="` + lang.Route(l, "/train") + `"`} {
			if !strings.Contains(main, want) {
				t.Errorf("%v lacks %q", l, want)
			}
		}
	}
}

func TestEveryLabHasAPage(t *testing.T) {
	store := weights.NewStore()
	held := trainlab.NewHeld(store)
	for _, path := range Paths() {
		if _, none := newPage(ui.Page{Path: path}, store, held).(*missing); none {
			t.Errorf("%s: no page", path)
		}
	}
}

func TestEdgeFigureIsTheConvolution(t *testing.T) {
	f := newEdgeFigure()
	for _, at := range [][2]int{{0, 0}, {12, 9}, {29, 29}, {f.Row, f.Col}} {
		var want float32 // the naive twin
		for y := range 3 {
			row := f.Digit[(at[0]+y)*edgeSide+at[1]:]
			want += row[0] - row[2]
		}
		if got := f.Output[at[0]*edgeOut+at[1]]; got-want > 1e-5 || want-got > 1e-5 {
			t.Errorf("output %v is %v, want %v", at, got, want)
		}
	}
	if f.Result < 1.5 {
		t.Errorf("the window shown gives %v only: choose a digit with an upright stroke", f.Result)
	}
	if svg := f.Scene("x").SVG(); svg != newEdgeFigure().Scene("x").SVG() || len(svg) > 24000 {
		t.Errorf("the figure is not the same twice, or large: %d bytes", len(svg))
	}
}

func TestSignedNumbersAreSetWithAMinus(t *testing.T) {
	for v, want := range map[float32]string{-1: "−1", 0: "0", 2.345: "2.35", 3: "3"} {
		if got := formatSigned(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}
