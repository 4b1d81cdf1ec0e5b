package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// crawl follows every address that a page, script or manifest under the server's /repo/ names,
// from its home page on, and returns what it found.
func crawl(t *testing.T, server *httptest.Server) map[string]bool {
	t.Helper()
	// What stands in an attribute that names an address, and in the scripts' and the manifest's
	// strings.
	named := regexp.MustCompile(`(?:href|src)="([^"]*)"|"((?:/repo)?/[^" ]*)"`)
	seen, queue := map[string]bool{"/repo/": true}, []string{"/repo/"}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		response, err := http.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != 200 {
			t.Errorf("%s: got %d", address, response.StatusCode)
			continue
		}
		if strings.HasSuffix(address, "wasm_exec.js") || strings.HasSuffix(address, "worker.js") && !strings.HasSuffix(address, "app-worker.js") {
			continue
		}
		if strings.HasSuffix(address, ".safetensors") {
			continue // numbers, in which anything may stand by chance
		}
		base, _ := url.Parse(address)
		for _, match := range named.FindAllStringSubmatch(string(body), -1) {
			link, err := base.Parse(match[1] + match[2])
			if err != nil || link.IsAbs() || link.Path == "" {
				continue
			}
			switch link.Path {
			case "/repo/web", "/repo/data/", "/":
				if strings.HasSuffix(address, ".js") {
					// Not fetched: where go-app looks for files; what the service
					// worker leaves alone.
					continue
				}
			}
			if !strings.HasPrefix(link.Path, "/repo/") {
				t.Errorf("%s names %s, which is not under the prefix", address, link.Path)
				continue
			}
			if !seen[link.Path] {
				seen[link.Path] = true
				queue = append(queue, link.Path)
			}
		}
	}
	return seen
}

func TestEveryLinkOfAnExportLeadsSomewhereUnderThePrefix(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	site := testSite(t, "/repo", policy)
	if err := Export(site, dir, 5); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix("/repo", http.FileServer(http.Dir(dir))))
	defer server.Close()
	found := crawl(t, server)
	if !found["/repo/slash.js"] {
		t.Error("/repo/slash.js is not reached")
	}
	for _, p := range site.Paths() {
		if p != "/robots.txt" && !found["/repo"+p] {
			t.Errorf("/repo%s is not reached", p)
		}
	}
}

func TestExportWritesWhatHostsLookFor(t *testing.T) {
	dir := t.TempDir()
	if err := Export(testSite(t, "", ""), dir, 5); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"index.html", "index.html.br", "index.html.gz", "train.html", "train/index.html", "ko.html", "ko/index.html", "ko/train.html", "ko/train/index.html",
		"slash.js", "404.html", "ko/404.html", ".nojekyll", "robots.txt", "app.js", "app.css", "app-worker.js", "wasm_exec.js", "manifest.webmanifest",
		"web/app.wasm", "web/worker.wasm", "web/worker.js", "web/style.css", "web/style.css.br", "web/style.css.gz",
	} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExportReplacesAnExportAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	site := testSite(t, "", "")
	if err := Export(site, dir, 5); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, "web", "old.wasm")
	if err := os.WriteFile(stale, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Export(site, dir, 5); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("got a file of the earlier export, want it gone")
	}

	other := t.TempDir()
	thesis := filepath.Join(other, "thesis.txt")
	if err := os.WriteFile(thesis, []byte("all of it"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Export(site, other, 5); err == nil || !strings.Contains(err.Error(), "holds something else") {
		t.Errorf("got %v, want a refusal", err)
	}
	if _, err := os.Stat(thesis); err != nil {
		t.Error(err)
	}
}
