package main

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestRewriteGivesComponentsTheirMeaning(t *testing.T) {
	tests := []struct {
		name string
		ui   goapp.UI
		want string
	}{
		{"quotes in a value", goapp.Div().Title(`say "yes" & <no>`), `<div title="say &#34;yes&#34; &amp; &lt;no&gt;"></div>`},
		{"backslash", goapp.Div().Title(`C:\data`), `<div title="C:\data"></div>`},
		{"Korean and an unprintable space", goapp.Div().Title("합성곱\u00a0신경망"), "<div title=\"합성곱\u00a0신경망\"></div>"},
		{"aria true", goapp.Span().Aria("hidden", true), `<span aria-hidden="true"></span>`},
		{"aria false", goapp.Button().Aria("pressed", false), `<button aria-pressed="false"></button>`},
		{"data true", goapp.Div().DataSet("ready", true), `<div data-ready="true"></div>`},
		{"value true", goapp.Option().Value("true"), `<option value="true"></option>`},
		{"checked", goapp.Input().Type("checkbox").Checked(true), `<input checked type="checkbox">`},
		{"not checked", goapp.Input().Type("checkbox").Checked(false), `<input type="checkbox">`},
		{"not disabled", goapp.Button().Disabled(false), `<button></button>`},
		{"not open", goapp.Details().Open(false), `<details></details>`},
		{"textarea", goapp.Textarea().Text("1 < 2"), `<textarea>1 &lt; 2</textarea>`},
		{"address with parameters", goapp.A().Href("/train?seed=1&param=2&lt=3"), `<a href="/train?seed=1&amp;param=2&amp;lt=3"></a>`},
		{"select", goapp.Select().Body(goapp.Option().Value("a"), goapp.Option().Value("b").Selected(true)),
			"<select>\n  <option value=\"a\"></option>\n  <option selected value=\"b\"></option>\n</select>"},
		{"attributes in order", goapp.Input().Type("number").Min("0").Max("9").ID("n").Class("c"), `<input class="c" id="n" max="9" min="0" type="number">`},
		{"text stays escaped", goapp.P().Text(`a < b & "c"`), `<p>a &lt; b &amp; &#34;c&#34;</p>`},
		{"raw stays as it is", goapp.Raw(`<svg aria-label="a &lt; b" viewBox='0 0 1 1'><path d="M0 0"/></svg>`),
			`<svg aria-label="a &lt; b" viewBox="0 0 1 1"><path d="M0 0"/></svg>`},
	}
	for _, test := range tests {
		if got := string(rewrite([]byte(goapp.HTMLString(test.ui)), nil)); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestRewriteOfText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"select's value marks the option", `<select value="b"><option value="a"></option><option value="b"></option></select><option value="b">`,
			`<select><option value="a"></option><option selected value="b"></option></select><option value="b">`},
		{"comment and doctype", "<!doctype html><!-- <a href=\"\\\"\"> --><p>", "<!doctype html><!-- <a href=\"\\\"\"> --><p>"},
		{"raw value over two lines", "<path d=\"M0 0\nL1 1\">", "<path d=\"M0 0\nL1 1\">"},
		{"unquoted value", "<a href=/train class=x>", `<a class="x" href="/train">`},
		{"lone less-than", "1 < 2 and <", "1 < 2 and <"},
		{"cut off in a tag", "<a href", `<a href="true"`},
		{"empty", "", ""},
	}
	for _, test := range tests {
		if got := string(rewrite([]byte(test.in), nil)); got != test.want {
			t.Errorf("%s:\ngot  %q\nwant %q", test.name, got, test.want)
		}
	}
}

func TestRewriteIsTheSameEachTime(t *testing.T) {
	ui := func() goapp.UI {
		return goapp.Input().ID("i").Class("c").Type("number").Min("1").Max("2").Name("n").Title("t").Aria("label", "l").DataSet("test", "n")
	}
	want := string(rewrite([]byte(goapp.HTMLString(ui())), nil))
	for range 20 {
		if got := string(rewrite([]byte(goapp.HTMLString(ui())), nil)); got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	}
}

func FuzzRewriteTakesAnyText(f *testing.F) {
	for _, seed := range []string{"<a b=\"c\">", "<a b='", "<a b=\"\\", "<textarea value=\"x\">", "<!--", "</", "<a/b/>", "<select value=x><option value=x>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		once := string(rewrite([]byte(markup), nil))
		if !strings.Contains(markup, "<") && once != markup {
			t.Errorf("text without tags: got %q, want %q", once, markup)
		}
	})
}
