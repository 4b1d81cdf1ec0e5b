//go:build e2e

package e2e

import (
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"testing"

	"stridelab/e2e/browser"
)

// A static host serves only files. Under a prefix every URL of the pages, the programs and the
// workers must contain the prefix.
func TestStaticSiteWorksUnderAPrefix(t *testing.T) {
	t.Parallel()
	root, err := browser.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "dist")
	export := exec.Command(filepath.Join(root, ".cache", "serve"), "-export", dir, "-prefix", "/repo", "-quality", "1")
	if out, err := export.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	host := httptest.NewServer(http.StripPrefix("/repo", http.FileServer(http.Dir(dir))))
	defer host.Close()

	page := open(t, launch(t), host.URL, browser.Options{})
	page.visit("/repo/")
	page.must(page.Click(`header nav a[href="/repo/train"]`))
	l := lab{page}
	l.waitState("idle")
	l.oneStep(1)
	page.must(page.Click(browser.Hook("language")))
	page.wait(settle, `location.pathname === "/repo/ko/train" && document.documentElement.lang === "ko"`)

	// This host redirects /repo/ko/pool to /repo/ko/pool/.
	page.visit("/repo/ko/pool?k=v")
	page.wait(settle, `location.pathname === "/repo/ko/pool" && location.search === "?k=v"`)
	page.wait(settle, `!document.querySelector('[data-test="missing"]') && document.querySelector('header nav a[aria-current="page"]').getAttribute("href") === "/repo/ko/pool"`)
}
