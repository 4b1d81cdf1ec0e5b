package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestRoutesLeadBackToTheirPage(t *testing.T) {
	for _, c := range []struct {
		l           Lang
		page, route string
	}{
		{En, "/", "/"}, {Ko, "/", "/ko"}, {En, "/train", "/train"}, {Ko, "/train", "/ko/train"},
	} {
		if got := Route(c.l, c.page); got != c.route {
			t.Errorf("Route(%v, %q) = %q, want %q", c.l, c.page, got, c.route)
		}
		if l, page := FromPath(c.route); l != c.l || page != c.page {
			t.Errorf("FromPath(%q) = %v, %q, want %v, %q", c.route, l, page, c.l, c.page)
		}
		if got := Path(c.l, c.page); got != c.route {
			t.Errorf("Path(%v, %q) = %q: on the server the prefix is go-app's to add", c.l, c.page, got)
		}
	}
	for _, l := range All() {
		for _, page := range []string{"/", "/train"} {
			if back, at := FromPath(Route(l, page)); back != l || at != page || l != 0 && !strings.HasPrefix(Route(l, page), l.Prefix()) {
				t.Errorf("%v: %q has the route %q, which leads to %v and %q", l, page, Route(l, page), back, at)
			}
		}
	}
	for path, want := range map[string]string{"/ko/": "/", "/korea": "/korea", "": "/"} {
		if _, page := FromPath(path); page != want {
			t.Errorf("FromPath(%q) gives page %q, want %q", path, page, want)
		}
	}
}

func TestLanguagesNameThemselves(t *testing.T) {
	for _, l := range All() {
		if l.Tag() == "" || l.Name() == "" {
			t.Errorf("%v has tag %q and name %q", l, l.Tag(), l.Name())
		}
		others := l.Others()
		if slices.Contains(others, l) || len(others) != len(All())-1 {
			t.Errorf("%v: the others are %v", l, others)
		}
	}
}

func TestArgumentsStandWhereTheLanguageWantsThem(t *testing.T) {
	text := Text{En: "{0} of {1}", Ko: "{1} 중 {0}"}
	for _, c := range []struct {
		l    Lang
		args []any
		want string
	}{
		{En, []any{3, 8}, "3 of 8"}, {Ko, []any{3, 8}, "8 중 3"},
		{En, nil, "{0} of {1}"}, {En, []any{"{1}", "x"}, "{1} of x"}, {En, []any{1.5}, "1.5 of {1}"},
	} {
		if got := text.With(c.l, c.args...); got != c.want {
			t.Errorf("%v %v: %q, want %q", c.l, c.args, got, c.want)
		}
		if got := text.Fill(c.args...).In(c.l); got != c.want {
			t.Errorf("%v %v: filled in it is %q, want %q", c.l, c.args, got, c.want)
		}
	}
}

func TestAWordHasTheFormOfItsNumber(t *testing.T) {
	text := Text{En: "{0} {0|row|rows} and {1} {1|unit|units}", Ko: "{0}행과 유닛 {1}개"}
	for _, c := range []struct {
		l    Lang
		args []any
		want string
	}{
		{En, []any{1, 2}, "1 row and 2 units"}, {En, []any{2, "1"}, "2 rows and 1 unit"}, {En, []any{int64(1), "1,001"}, "1 row and 1,001 units"},
		{En, []any{0, 11}, "0 rows and 11 units"}, {Ko, []any{1, 2}, "1행과 유닛 2개"},
	} {
		if got := text.With(c.l, c.args...); got != c.want {
			t.Errorf("%v %v: %q, want %q", c.l, c.args, got, c.want)
		}
	}
	for _, s := range []string{"{0, 7}", "{", "}{", "{12}", "{x", "{}"} {
		if got := (Text{En: s + "{0}"}).With(En, 5); got != s+"5" {
			t.Errorf("%q before an argument gives %q", s, got)
		}
	}
	if wrong := text.Check(); wrong != "" {
		t.Errorf("a language without plurals: %s", wrong)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	each := func(s string) Text { return Make(func(Lang) string { return s }) }
	if wrong := each("{0}{1}").Check(); wrong != "" {
		t.Error(wrong)
	}
	for _, l := range All() {
		for _, s := range []string{"", " ", "{1}", "{0}{1}{2}"} {
			text := each("{0}{1}")
			if text[l] = s; text.Check() == "" {
				t.Errorf("nothing is wrong with %q", text)
			}
		}
	}
}
