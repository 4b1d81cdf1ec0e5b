//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"
)

// After one visit every page works without a network. The test stops the server instead.
func TestPagesWorkOfflineAfterOneVisit(t *testing.T) {
	t.Parallel()
	server, err := browser.StartServer()
	if err != nil {
		t.Fatal(err)
	}
	page := open(t, launch(t), server.URL, browser.Options{Offline: true})
	page.visit("/")
	page.wait(settle, `navigator.serviceWorker.controller !== null`)
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	for prefix := range languages() {
		for _, path := range pages() {
			page.visit(inLanguage(prefix, path))
		}
	}
	page.visit("/network")
	netLab{page}.waitWeights("shipped")
	page.visit("/train?seed=7")
	l := lab{page}
	l.waitState("idle")
	l.oneStep(1)
	page.Forget() // Chromium logs each fetch that failed
}
