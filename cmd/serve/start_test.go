package main

import (
	"os"
	"strings"
	"testing"

	"stridelab/app"
	"stridelab/app/lang"
)

// Every page asks for its program before anything else, under the address and in the way
// in which app.js fetches it.
func TestEveryPageAsksForItsProgramFirst(t *testing.T) {
	for _, prefix := range []string{"", "/repo"} {
		site := testSite(t, prefix, policy)
		link := `<link rel="preload" as="fetch" crossorigin media="(scripting: enabled)" href="` + prefix + `/web/app.wasm">`
		pages := map[string]*Asset{}
		for _, l := range lang.All() {
			pages["the page for what is not there, "+l.Tag()] = site.missing[l]
			for _, p := range app.Paths() {
				pages[lang.Route(l, p)] = site.assets[lang.Route(l, p)]
			}
		}
		for path, page := range pages {
			html := string(page.Raw)
			at := strings.Index(html, link)
			if n := strings.Count(html, `rel="preload"`); n != 1 || at < 0 {
				t.Errorf("%s%s: %d preloads, want %s once", prefix, path, n, link)
				continue
			}
			if charset := strings.Index(html, "charset"); charset < 0 || charset > 1024 {
				t.Errorf("%s%s: the charset stands at byte %d, too late for browsers that look at 1024", prefix, path, charset)
			}
			for _, later := range []string{"<script", `rel="stylesheet"`} {
				if first := strings.Index(html, later); first < at {
					t.Errorf("%s%s: %s stands before the program's link", prefix, path, later)
				}
			}
			if meta := strings.Index(html, "Content-Security-Policy"); meta < 0 || meta > at {
				t.Errorf("%s%s: the policy does not stand before the program's link", prefix, path)
			}
		}
		if script := string(site.assets["/app.js"].Raw); !strings.Contains(script, `fetch("`+prefix+`/web/app.wasm")`) {
			t.Errorf("prefix %q: app.js fetches another program", prefix)
		}
	}
}

func TestServiceWorkerIsRegisteredWhenThePageIsReady(t *testing.T) {
	script := string(testSite(t, "", "").assets["/app.js"].Raw)
	if strings.Contains(script, registersAtOnce) || strings.Count(script, registersLater) != 1 || strings.Count(script, "function whenReady(") != 1 {
		t.Errorf("app.js does not wait with the service worker:\n%s", script)
	}
}

// A go-app whose app.js reads otherwise is refused.
func TestStartScriptThatIsNotKnownIsRefused(t *testing.T) {
	known := "x;\ngoappInitServiceWorker();\n" + refusedAsError + ", err);" + startsProgram + "\nfetchWithProgress(\"/web/app.wasm\", p)\nawait fetch(url);"
	if _, err := editStart([]byte(known), programPath); err != nil {
		t.Errorf("got %v", err)
	}
	for _, part := range []string{"\ngoappInitServiceWorker();\n", startsProgram, "/web/app.wasm", "await fetch(url);"} {
		for _, other := range []string{strings.Replace(known, part, "", 1), known + part} {
			if part == "/web/app.wasm" && other == known+part {
				continue
			}
			if _, err := editStart([]byte(other), programPath); err == nil || !strings.Contains(err.Error(), "cmd/serve/start.go") {
				t.Errorf("%q: got %v, want an error that says where to look", other, err)
			}
		}
	}
}

// A page has one style sheet and one script of its own, which hold all of web/static's.
func TestAPageHasOneStyleSheetAndOneScript(t *testing.T) {
	site := testSite(t, "", "")
	for _, p := range app.Paths() {
		html := string(site.assets[p].Raw)
		if strings.Count(html, `rel="stylesheet"`) != 1 || strings.Count(html, `"/web/page.js"`) != 1 {
			t.Errorf("%s has other style sheets and scripts:\n%.2000s", p, html)
		}
	}
	for name, parts := range map[string][]string{styleSheet: {"style.css", "window.css", "train.css"}, pageScript: {"storage.js", "display.js", "rescue.js", "early.js"}} {
		for _, part := range parts {
			raw, err := os.ReadFile("../../web/static/" + part)
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(site.assets[name].Raw), string(raw)); n != 1 {
				t.Errorf("%s holds %s %d times", name, part, n)
			}
			if "/web/"+part != name && site.assets["/web/"+part] != nil {
				t.Errorf("%s is served as well", part)
			}
		}
	}
}

func TestScriptsTellWhenTheProgramCannotBeLoaded(t *testing.T) {
	site := testSite(t, "", "")
	start, rescue := string(site.assets["/app.js"].Raw), string(site.assets[pageScript].Raw)
	if strings.Contains(start, startsProgram) {
		t.Error("app.js starts the program itself, and would show its own error")
	}
	for _, script := range []string{start, rescue} {
		if !strings.Contains(script, `"stridelab-not-loaded"`) {
			t.Error("a script does not know the event stridelab-not-loaded")
		}
	}
}
