//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/app/lang"
	"stridelab/e2e/browser"
)

// A link to another language leads to the same page in its present state. The state may have
// changed since the link was drawn.
func TestLanguageLinksTakeTheStateAlong(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/conv", browser.Options{})
	page.click("step-last")
	page.wait(settle, `location.search !== ""`)
	query := eval[string](page, `location.search`)
	for _, to := range append(lang.All()[1:], lang.All()[0]) {
		if got, want := eval[int](page, `document.querySelectorAll('header [data-test="language"]').length`), len(to.Others()); got != want {
			t.Errorf("%d links to other languages, want %d", got, want)
		}
		page.must(page.Click(fmt.Sprintf(`header a[data-test="language"][hreflang="%s"]`, to.Tag())))
		page.wait(settle, fmt.Sprintf(`document.documentElement.lang === "%s" && location.pathname === "%s"`, to.Tag(), lang.Route(to, "/conv")))
		if got := eval[string](page, `location.search`); got != query {
			t.Errorf("%s: got the query %q, want %q", to.Tag(), got, query)
		}
	}
}
