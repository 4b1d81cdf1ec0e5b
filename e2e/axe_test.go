//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// A look is a choice of colours and sizes for a page.
type look struct {
	name, theme string
	projector   bool
	rules       string // the rules of axe to check; "" means all
}

// looks lists the looks. The first one is checked by all rules, the others only by rules whose
// outcome depends on the look: names, roles and order are the same in each.
func looks() []look {
	return []look{
		{"light", "light", false, ""},
		{"dark", "dark", false, `"color-contrast", "link-in-text-block"`},
		{"projector", "light", true, `"color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "css-orientation-lock", "avoid-inline-spacing", "meta-viewport"`},
	}
}

// loadAxe loads axe into the page.
func loadAxe(page tab) {
	page.t.Helper()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		page.t.Fatalf("axe-core is not installed: run make tools (%v)", err)
	}
	page.must(page.Do(string(axe)))
}

// auditLooks checks the page with axe in each look.
func auditLooks(page tab) {
	loadAxe(page)
	for _, look := range looks() {
		page.t.Run(look.name, func(t *testing.T) {
			page := tab{page.Tab, t}
			page.must(page.Do(fmt.Sprintf(`document.documentElement.dataset.theme = %q; document.documentElement.toggleAttribute("data-projector", %v)`, look.theme, look.projector)))
			// Colours may fade.
			page.wait(settle, `document.getAnimations().every((a) => a.playState !== "running")`)
			audit(page, look.rules)
		})
	}
}

// A violation is a rule of axe that a page breaks, with the elements that break it.
type violation struct {
	ID, Help string
	Nodes    []struct {
		Target         []string
		FailureSummary string
	}
}

// An auditResult is the result of axe for a page.
type auditResult struct {
	Looked     int // number of rules that applied, and passed or could not decide
	Violations []violation
}

// audit checks the page with some rules of axe, or with all.
func audit(page tab, rules string) {
	page.t.Helper()
	options, least := `{ resultTypes: ["violations"] }`, 20
	if rules != "" {
		options, least = `{ resultTypes: ["violations"], runOnly: [`+rules+`] }`, 1
	}
	result := eval[auditResult](page, `axe.run(document, `+options+`).then((r) => ({
		Looked: r.passes.length + r.incomplete.length,
		Violations: r.violations.map((v) => ({ ID: v.id, Help: v.help, Nodes: v.nodes.map((n) => ({ Target: n.target.map(String), FailureSummary: n.failureSummary })) })),
	}))`)
	if result.Looked < least {
		page.t.Errorf("only %d rules found something to look at", result.Looked)
	}
	for _, v := range result.Violations {
		for _, n := range v.Nodes {
			page.t.Errorf("%s: %s: %s\n%s", v.ID, v.Help, strings.Join(n.Target, " "), n.FailureSummary)
		}
	}
}

func TestEveryPageIsAccessible(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{ReducedMotion: true}, inLanguages(pages()...), func(page tab, _ string) { auditLooks(page) })
}

// After training the lab shows more than when it opens.
func TestLabIsAccessibleAfterARun(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	for n := 1; n <= 3; n++ {
		l.oneStep(n)
	}
	l.must(l.Do(`document.querySelectorAll("details").forEach((d) => { d.open = true })`))
	auditLooks(l.tab)
}
