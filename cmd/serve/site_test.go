package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"stridelab/app"
	"stridelab/app/lang"
	"stridelab/web"
)

func TestMain(m *testing.M) {
	store, err := readWeights(web.Files)
	if err != nil {
		panic(err)
	}
	app.RegisterRoutes(store)
	os.Exit(m.Run())
}

// testFiles is web.Files with programs of a few bytes in place of built ones, and
// with files that the server should leave alone.
func testFiles() fstest.MapFS {
	file := func(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }
	files := fstest.MapFS{
		"static/.DS_Store":           file("not ours"),
		"build/app.wasm":             file("\x00asm\x01\x00\x00\x00"),
		"build/app.wasm.br":          file("of another build"),
		"build/worker.wasm":          file("\x00asm\x01\x00\x00\x00\x00"),
		"build/worker-portable.wasm": file("\x00asm\x01\x00\x00\x00\x00\x00"),
		"build/.gitkeep":             file(""),
		"build/deeper/thing.txt":     file("kept"),
	}
	for _, folder := range []string{"static", "weights"} {
		entries, err := fs.ReadDir(web.Files, folder)
		if err != nil {
			panic(err)
		}
		for _, entry := range entries {
			name := folder + "/" + entry.Name()
			content, err := fs.ReadFile(web.Files, name)
			if err != nil {
				panic(err)
			}
			files[name] = file(string(content))
		}
	}
	return files
}

func testSite(t *testing.T, prefix, policy string) *Site {
	t.Helper()
	site, err := NewSite(Options{Files: testFiles(), Pages: app.Paths(), Missing: app.MissingPath, Prefix: prefix, Policy: policy, Quality: 5})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestSiteHoldsEveryPageInEveryLanguage(t *testing.T) {
	site := testSite(t, "", "")
	for _, page := range app.Paths() {
		for _, l := range lang.All() {
			path := lang.Route(l, page)
			asset := site.assets[path]
			if asset == nil {
				t.Errorf("%s: got nothing", path)
				continue
			}
			html := string(asset.Raw)
			wants := []string{
				`<html lang="` + l.Tag() + `"`,
				`<link rel="canonical" href="` + path + `">`,
				`<link rel="alternate" hreflang="x-default" href="` + page + `">`,
			}
			for _, other := range lang.All() {
				wants = append(wants, `<link rel="alternate" hreflang="`+other.Tag()+`" href="`+lang.Route(other, page)+`">`)
			}
			for _, want := range wants {
				if strings.Count(html, want) != 1 {
					t.Errorf("%s: got %d times %s, want once", path, strings.Count(html, want), want)
				}
			}
			if strings.Count(html, `rel="canonical"`) != 1 || strings.Contains(html, "https:///") || strings.Contains(html, `"https://"`) || strings.Contains(html, " style=") {
				t.Errorf("%s: got an address without a host, two canonical links or an inline style:\n%s", path, html)
			}
			if asset.Brotli == nil || asset.Gzip == nil {
				t.Errorf("%s: got no compressed forms", path)
			}
		}
	}
}

func TestSiteIsTheSameEachTime(t *testing.T) {
	first, second := testSite(t, "", ""), testSite(t, "", "")
	if first.Version != second.Version {
		t.Errorf("got versions %s and %s", first.Version, second.Version)
	}
	for _, p := range first.Paths() {
		if string(first.assets[p].Raw) != string(second.assets[p].Raw) {
			t.Errorf("%s: got two different answers", p)
		}
	}
}

func TestVersionFollowsTheFiles(t *testing.T) {
	before := testSite(t, "", "").Version
	files := testFiles()
	files["static/style.css"].Data = append(files["static/style.css"].Data, ' ')
	site, err := NewSite(Options{Files: files, Pages: app.Paths(), Missing: app.MissingPath})
	if err != nil {
		t.Fatal(err)
	}
	if site.Version == before {
		t.Errorf("got version %s for two style sheets", before)
	}
}

func TestCompressedFormOfAnotherBuildIsSaidAndMadeAnew(t *testing.T) {
	var said []string
	site, err := NewSite(Options{Files: testFiles(), Pages: app.Paths(), Missing: app.MissingPath, Warn: func(format string, args ...any) {
		said = append(said, format)
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(said) != 1 || string(site.assets["/web/app.wasm"].Brotli) == "of another build" {
		t.Errorf("got %q and brotli %q, want one warning and a form of this build", said, site.assets["/web/app.wasm"].Brotli)
	}
}

func TestSiteWithoutProgramsSaysWhatToDo(t *testing.T) {
	files := testFiles()
	delete(files, "build/worker.wasm")
	_, err := NewSite(Options{Files: files, Pages: app.Paths(), Missing: app.MissingPath})
	if err == nil || !strings.Contains(err.Error(), "web/build/worker.wasm is not built yet: run make build") {
		t.Errorf("got %v, want a sentence that names make build", err)
	}
}

func TestPrefixThatCannotBeIsRefused(t *testing.T) {
	for _, prefix := range []string{"repo", "/repo/", "/", "//", "/a/../b", "/web", "/ko/x", "/data", "/train", `/a"b`, "/a b", "/a?b"} {
		if _, err := NewSite(Options{Files: testFiles(), Pages: app.Paths(), Missing: app.MissingPath, Prefix: prefix}); err == nil {
			t.Errorf("%q: got no error", prefix)
		}
	}
}

// A page learns from its head whether there are datasets to ask for, whichever page it is: the
// interface goes from one to the other without loading another head.
func TestPagesTellWhetherThereAreDatasets(t *testing.T) {
	const meta = `<meta name="stridelab-data" content="/data/index">`
	without := testSite(t, "", "")
	with, err := NewSite(Options{Files: testFiles(), Pages: app.Paths(), Missing: app.MissingPath, Data: true})
	if err != nil {
		t.Fatal(err)
	}
	if with.Version == without.Version {
		t.Error("a browser that kept the pages of a server without datasets keeps them: the versions are the same")
	}
	for _, p := range []string{"/", "/train", "/ko/train"} {
		if !strings.Contains(string(with.assets[p].Raw), meta) || strings.Contains(string(without.assets[p].Raw), meta) {
			t.Errorf("%s: want %s with datasets and only then", p, meta)
		}
	}
	if !strings.Contains(string(with.missing[lang.En].Raw), meta) {
		t.Error("the page for what is not there does not tell of datasets")
	}
}

func TestPolicyIsWrittenIntoThePageBeforeAnythingLoads(t *testing.T) {
	site := testSite(t, "/repo", "default-src 'none'; img-src 'self'")
	html := string(site.assets["/"].Raw)
	meta, loads := strings.Index(html, `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src &#39;self&#39;">`), strings.Index(html, "<link")
	if meta < 0 || meta > loads {
		t.Errorf("got the policy at %d and the first link at %d", meta, loads)
	}
}

// Each address that the service worker fetches at installation must be answered, since one that is
// not keeps all of them from being kept.
func TestServiceWorkerListsWhatIsThere(t *testing.T) {
	for _, prefix := range []string{"", "/repo"} {
		site := testSite(t, prefix, "")
		script := string(site.assets["/app-worker.js"].Raw)
		if strings.Contains(script, "{{") {
			t.Errorf("prefix %q: got a field that is not filled in:\n%s", prefix, script)
		}
		list := regexp.MustCompile(`(?m)^const resources = \[(.*)\];$`).FindStringSubmatch(script)
		if list == nil {
			t.Fatalf("prefix %q: got no list in\n%s", prefix, script)
		}
		listed := map[string]bool{}
		for _, quoted := range strings.Split(list[1], ",") {
			address := strings.Trim(quoted, `"`)
			path, ok := strings.CutPrefix(address, prefix+"/")
			if path = "/" + path; !ok || site.assets[path] == nil {
				t.Errorf("prefix %q: %s is listed and not there", prefix, address)
			}
			listed[path] = true
		}
		for _, p := range site.Paths() {
			if p == "/web/worker.wasm" || p == "/web/worker-portable.wasm" {
				if listed[p] || !strings.Contains(script, `"`+strings.TrimPrefix(p, "/web/")+`"`) {
					t.Errorf("prefix %q: want %s left to the service worker's own choice", prefix, p)
				}
				continue
			}
			if !listed[p] && p != "/app-worker.js" && p != "/robots.txt" {
				t.Errorf("prefix %q: %s is there and not listed", prefix, p)
			}
		}
	}
}

// The service worker keeps the trainer that worker.js will load.
func TestServiceWorkerChoosesTheTrainerAsTheWorkerDoes(t *testing.T) {
	module := regexp.MustCompile(`new Uint8Array\(\[\s*([0-9, ]+?),?\s*\]\)`)
	worker, err := fs.ReadFile(web.Files, "static/worker.js")
	if err != nil {
		t.Fatal(err)
	}
	want, got := module.FindSubmatch(worker), module.FindStringSubmatch(offlineScript)
	if want == nil || got == nil || got[1] != string(want[1]) {
		t.Errorf("got the module %q, want worker.js's %q", got, want)
	}
}

func TestManifestLiesUnderThePrefix(t *testing.T) {
	manifest := string(testSite(t, "/repo", "").assets["/manifest.webmanifest"].Raw)
	for _, want := range []string{`"scope": "/repo/"`, `"start_url": "/repo/"`, `"src": "/repo/web/icon-512.png"`} {
		if !strings.Contains(manifest, want) {
			t.Errorf("got %s, want %s in it", manifest, want)
		}
	}
}

// go-app ships a copy of the script that Go's own programs are started with. It
// must be the one of the Go release that built them.
func TestStartScriptIsThatOfThisGo(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	if got := testSite(t, "", "").assets["/wasm_exec.js"].Raw; string(got) != string(want) {
		t.Errorf("go-app's wasm_exec.js (%d bytes) is not that of %s (%d bytes)", len(got), runtime.Version(), len(want))
	}
}

func TestServerAnswersFromTheTable(t *testing.T) {
	server := NewServer(testSite(t, "", ""), nil)
	tests := []struct {
		path   string
		status int
		header string
		want   string
	}{
		{"/", 200, "Content-Type", "text/html; charset=utf-8"},
		{"/ko", 200, "Content-Type", "text/html; charset=utf-8"},
		{"/train?seed=2", 200, "Content-Type", "text/html; charset=utf-8"},
		{"/train/?seed=2", 308, "Location", "/train?seed=2"},
		{"/ko/", 308, "Location", "/ko"},
		{"//evil.example/", 404, "Location", ""},
		{"/web/app.wasm", 200, "Content-Type", "application/wasm"},
		{"/web/deeper/thing.txt", 200, "Content-Type", "text/plain; charset=utf-8"},
		{"/wasm_exec.js", 200, "Content-Type", "text/javascript; charset=utf-8"},
		{"/manifest.webmanifest", 200, "Content-Type", "application/manifest+json"},
		{"/robots.txt", 200, "Content-Type", "text/plain; charset=utf-8"},
		{"/web/none.css", 404, "Content-Type", "text/plain; charset=utf-8"},
		{"/web/.DS_Store", 404, "", ""},
		{"/web/app.wasm.br", 404, "", ""},
		{"/web/../../etc/passwd", 404, "", ""},
		{"/data/index", 404, "", ""},
		{"/nowhere", 404, "Content-Type", "text/html; charset=utf-8"},
		{"/web/", 404, "Content-Type", "text/html; charset=utf-8"},
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		server.Handler.ServeHTTP(w, httptest.NewRequest("GET", test.path, nil))
		if got := w.Header().Get(test.header); w.Code != test.status || got != test.want {
			t.Errorf("%s: got %d %s %q, want %d %q", test.path, w.Code, test.header, got, test.status, test.want)
		}
	}
}

func TestWhatIsNotThereIsAPageInTheRightLanguage(t *testing.T) {
	server := NewServer(testSite(t, "", ""), nil)
	for path, tag := range map[string]string{"/nowhere": "en", "/ko/nowhere": "ko", "/korea": "en"} {
		w := httptest.NewRecorder()
		server.Handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		html := w.Body.String()
		if w.Code != 404 || !strings.Contains(html, `<html lang="`+tag+`"`) || !strings.Contains(html, `content="noindex"`) || !strings.Contains(html, "<main") {
			t.Errorf("%s: got %d\n%s\nwant 404 and a page in %s", path, w.Code, html, tag)
		}
	}
}

func TestServerRefusesWhatNoPageAsksFor(t *testing.T) {
	server := NewServer(testSite(t, "", ""), nil)
	tests := []struct {
		method, path, body string
		want               int
	}{
		{"GET", "/", "", 200},
		{"HEAD", "/", "", 200},
		{"POST", "/", "", 405},
		{"PUT", "/web/app.wasm", "x", 405},
		{"DELETE", "/", "", 405},
		{"OPTIONS", "/", "", 405},
		{"GET", "/", "a body", 413},
		{"GET", "/" + strings.Repeat("a", 3000), "", 414},
	}
	for _, test := range tests {
		var r *http.Request
		if test.body == "" {
			r = httptest.NewRequest(test.method, test.path, nil)
		} else {
			r = httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
		}
		w := httptest.NewRecorder()
		server.Handler.ServeHTTP(w, r)
		if w.Code != test.want {
			t.Errorf("%s %.20s: got %d, want %d", test.method, test.path, w.Code, test.want)
		}
		if test.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("HEAD: got a body of %d bytes", w.Body.Len())
		}
		for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"} {
			if w.Header().Get(name) == "" {
				t.Errorf("%s %.20s: got no %s", test.method, test.path, name)
			}
		}
	}
}

func TestServerHasALimitOnEverything(t *testing.T) {
	s := NewServer(&Site{}, nil)
	if s.ReadHeaderTimeout == 0 || s.ReadTimeout == 0 || s.WriteTimeout == 0 || s.IdleTimeout == 0 || s.MaxHeaderBytes == 0 {
		t.Errorf("got %+v, want no limit at zero", s)
	}
}
