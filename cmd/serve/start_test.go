package main

import (
	"strings"
	"testing"

	"stridelab/app"
	"stridelab/app/lang"
	"stridelab/app/ui"
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
		if script := string(site.assets["/app.js"].Raw); !strings.Contains(script, `fetchWithProgress("`+prefix+`/web/app.wasm"`) {
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
	known := "x;\ngoappInitServiceWorker();\n" + refusedAsError + ", err);" + startsProgram + failsAsError + "\nfetchWithProgress(\"/web/app.wasm\", p)\nawait fetch(url);"
	if _, err := editStart([]byte(known), programPath); err != nil {
		t.Errorf("got %v", err)
	}
	for _, part := range []string{"\ngoappInitServiceWorker();\n", startsProgram, failsAsError, "/web/app.wasm", "await fetch(url);"} {
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

// The visitor reads in the page's language that the program is loading. go-app has this in English
// only.
func TestEveryPageSaysInItsLanguageThatItsProgramLoads(t *testing.T) {
	site := testSite(t, "", "")
	for _, l := range lang.All() {
		pages := map[string]*Asset{"the page for what is not there, " + l.Tag(): site.missing[l]}
		for _, p := range app.Paths() {
			pages[lang.Route(l, p)] = site.assets[lang.Route(l, p)]
		}
		for path, page := range pages {
			if want := `data-starting="` + ui.Starting.In(l) + `"`; strings.Count(string(page.Raw), want) != 1 {
				t.Errorf("%s: the page does not hold %s", path, want)
			}
		}
	}
	if css := string(site.assets[styleSheet].Raw); !strings.Contains(css, "content: attr(data-starting)") {
		t.Errorf("%s does not show data-starting", styleSheet)
	}
}

func TestScriptsTellWhenTheProgramCannotBeLoaded(t *testing.T) {
	site := testSite(t, "", "")
	start, rescue := string(site.assets["/app.js"].Raw), string(site.assets[rescueScript].Raw)
	if strings.Contains(start, failsAsError) || strings.Contains(start, startsProgram) {
		t.Error("app.js shows its own error")
	}
	for _, script := range []string{start, rescue} {
		if !strings.Contains(script, `"stridelab-not-loaded"`) {
			t.Error("a script does not know the event stridelab-not-loaded")
		}
	}
}
