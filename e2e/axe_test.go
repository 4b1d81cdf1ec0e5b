//go:build e2e

package e2e

import (
	"os"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// looks are the ways a page can be coloured, each with the script that sets it.
func looks() map[string]string {
	set := func(theme, projector string) string {
		return `document.documentElement.dataset.theme = "` + theme + `"; ` + projector
	}
	return map[string]string{
		"light":     set("light", `delete document.documentElement.dataset.projector`),
		"dark":      set("dark", `delete document.documentElement.dataset.projector`),
		"projector": set("light", `document.documentElement.dataset.projector = ""`),
	}
}

// loadAxe makes axe known to the page.
func loadAxe(page tab) {
	page.t.Helper()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		page.t.Fatalf("axe-core is not installed: run make tools (%v)", err)
	}
	page.must(page.Do(string(axe)))
}

// auditLooks lets axe look at the page in each look.
func auditLooks(page tab) {
	loadAxe(page)
	for look, set := range looks() {
		page.t.Run(look, func(t *testing.T) {
			page := tab{page.Tab, t}
			page.must(page.Do(set))
			page.wait(settle, `document.getAnimations().every((a) => a.playState !== "running")`) // colours may fade over
			audit(page)
		})
	}
}

// A violation is a rule of axe's that a page breaks, and where.
type violation struct {
	ID, Help string
	Nodes    []struct {
		Target         []string
		FailureSummary string
	}
}

// An auditResult is what axe found on a page.
type auditResult struct {
	Passed     int // rules that had something to look at and found nothing wrong
	Violations []violation
}

func audit(page tab) {
	page.t.Helper()
	result := eval[auditResult](page, `axe.run(document).then((r) => ({
		Passed: r.passes.length,
		Violations: r.violations.map((v) => ({ ID: v.id, Help: v.help, Nodes: v.nodes.map((n) => ({ Target: n.target.map(String), FailureSummary: n.failureSummary })) })),
	}))`)
	if result.Passed < 20 {
		page.t.Errorf("only %d rules found something to look at", result.Passed)
	}
	for _, v := range result.Violations {
		for _, n := range v.Nodes {
			page.t.Errorf("%s: %s: %s\n%s", v.ID, v.Help, strings.Join(n.Target, " "), n.FailureSummary)
		}
	}
}

func TestEveryPageIsAccessible(t *testing.T) {
	onEach(t, browser.Options{ReducedMotion: true}, inLanguages(pages()...), func(page tab, _ string) { auditLooks(page) })
}

// A lab that has trained shows more than one that was just opened.
func TestLabIsAccessibleAfterARun(t *testing.T) {
	l := openLab(t, "/train")
	for n := 1; n <= 3; n++ {
		l.oneStep(n)
	}
	l.must(l.Do(`document.querySelectorAll("details").forEach((d) => { d.open = true })`))
	auditLooks(l.tab)
}
