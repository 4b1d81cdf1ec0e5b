package lang

import (
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
	for path, want := range map[string]string{"/ko/": "/", "/korea": "/korea", "": "/"} {
		if _, page := FromPath(path); page != want {
			t.Errorf("FromPath(%q) gives page %q, want %q", path, page, want)
		}
	}
}

func TestLanguagesNameThemselves(t *testing.T) {
	for _, l := range All() {
		if l.Other() == l || l.Other().Other() != l {
			t.Errorf("%v switches to %v", l, l.Other())
		}
		if l.Tag() == "" || l.Name() == "" {
			t.Errorf("%v has tag %q and name %q", l, l.Tag(), l.Name())
		}
	}
}

func TestArgumentsStandWhereTheLanguageWantsThem(t *testing.T) {
	text := T("{0} of {1}", "{1} 중 {0}")
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
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		text Text
		bad  bool
	}{
		{T("a", "가"), false}, {T("", "가"), true}, {T("a", " "), true}, {T("{0}", "가"), true}, {T("{0}{1}", "{1}{0}"), false},
	} {
		if got := c.text.Check(); (got != "") != c.bad {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}
