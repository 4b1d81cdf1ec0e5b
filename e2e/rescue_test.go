//go:build e2e

package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/e2e/browser"
)

// told is an expression for the sentence of the notice that the program does not run, "" where the
// notice is not shown.
const told = `(document.querySelector("#stopped")?.checkVisibility() ? document.querySelector("#stopped").innerText : "")`

// waitTold waits until a page shows one sentence about its program, in its language, with a button
// to try again. It checks that nothing says that the page is still loading.
func waitTold(page tab, cause string) {
	page.t.Helper()
	page.wait(settle, told+` && document.querySelector('#stopped [data-cause="`+cause+`"]').checkVisibility()`)
	if n := eval[int](page, `[...document.querySelectorAll("#stopped [data-cause]")].filter((e) => e.checkVisibility()).length`); n != 1 {
		page.t.Errorf("%d sentences, want one", n)
	}
	said := eval[string](page, told)
	if korean := eval[string](page, `document.documentElement.lang`) == lang.Ko.Tag(); korean != strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		page.t.Errorf("got %q, want it in the page's language", said)
	}
	if loading := eval[bool](page, `document.querySelector("#starting")?.checkVisibility() ?? false`); loading != (cause == "slow") {
		page.t.Errorf("%s: the loader is shown: %v", cause, loading)
	}
	page.wait(settle, `document.querySelector("main h1").checkVisibility() && document.querySelector("#stopped button").getBoundingClientRect().height >= 24`)
}

// A faultyServer answers as Stridelab's server does, but for one file.
type faultyServer struct {
	sync.Mutex
	file   string
	answer http.HandlerFunc // to a request for the file
	pass   http.Handler     // answers as the server does
	*httptest.Server
}

// set sets the file and its answer.
func (f *faultyServer) set(file string, answer http.HandlerFunc) {
	f.Lock()
	defer f.Unlock()
	f.file, f.answer = file, answer
}

// hold lets requests for a file wait until release is called.
func (f *faultyServer) hold(file string) (release func()) {
	come := make(chan struct{})
	f.set(file, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-come:
			f.pass.ServeHTTP(w, r)
		case <-r.Context().Done():
		}
	})
	return func() { close(come) }
}

func startFaulty(t *testing.T) *faultyServer {
	t.Helper()
	target, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	f := &faultyServer{pass: httputil.NewSingleHostReverseProxy(target)}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.Lock()
		file, answer := f.file, f.answer
		f.Unlock()
		if r.URL.Path == file {
			answer(w, r)
			return
		}
		f.pass.ServeHTTP(w, r)
	}))
	t.Cleanup(f.Close)
	return f
}

// cut begins an answer and ends the connection.
func cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/wasm")
	w.Header().Set("Content-Length", "1000000")
	w.Write([]byte("\x00asm\x01\x00\x00\x00"))
	w.(http.Flusher).Flush()
	panic(http.ErrAbortHandler)
}

// short is a whole answer with only the beginning of the file.
func short(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/wasm")
	w.Write([]byte("\x00asm\x01\x00\x00\x00\x01"))
}

func TestAPageSaysThatItsProgramCouldNotBeLoaded(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	for _, c := range []struct {
		what, page, file string
		answer           http.HandlerFunc
	}{
		{"not there", "/ko/conv", "/web/app.wasm", http.NotFound},
		{"cut", "/ko/train", "/web/app.wasm", cut},
		{"short", "/", "/web/app.wasm", short},
		{"no start script", "/ko/nowhere", "/app.js", http.NotFound},
		{"no script of Go", "/sharing", "/wasm_exec.js", http.NotFound},
	} {
		t.Run(c.what, func(t *testing.T) {
			server.set(c.file, c.answer)
			page := open(t, chromium, server.URL, browser.Options{Alone: true})
			page.must(page.Load(c.page))
			waitTold(page, "not-loaded")
			// The button loads the page again.
			server.set("", nil)
			page.must(page.Do(`document.querySelector("#stopped button").click()`))
			page.wait(settle, `document.documentElement.hasAttribute("data-ready") && !`+told)
			page.Forget() // the browser has logged the fault
		})
	}
}

func TestAPageSaysThatItNeedsWebAssembly(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			page := open(t, chromium, server.URL, browser.Options{})
			page.must(page.Prepare(`delete window.WebAssembly`))
			page.must(page.Load(inLanguage(prefix, "/network")))
			waitTold(page, "no-webassembly")
			if said := eval[string](page, told); !strings.Contains(said, "WebAssembly") {
				t.Errorf("got %q, want that WebAssembly is missing", said)
			}
			if language == lang.Ko.Tag() {
				auditLooks(page)
			}
			page.Forget() // the error is logged
			// Links work: a browser without WebAssembly reads the other pages.
			page.must(page.Do(`document.querySelector('header nav a[href="` + inLanguage(prefix, "/pool") + `"]').click()`))
			page.wait(settle, `location.pathname === "`+inLanguage(prefix, "/pool")+`"`)
			waitTold(page, "no-webassembly")
			page.must(page.Load("/robots.txt")) // where no page causes problems
			page.Forget()
		})
	}
}

// A connection may hang. The page's seconds are a hundred times as fast here.
func TestAPageSaysThatItsProgramLoadsSlowly(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	hurry := server.hold("/web/app.wasm")
	page := open(t, chromium, server.URL, browser.Options{Alone: true})
	page.must(page.Prepare(`((every) => { window.setInterval = (f, ms, ...rest) => every(f, ms / 100, ...rest) })(setInterval)`))
	page.must(page.Load("/ko/pool"))
	waitTold(page, "slow")
	hurry()
	page.wait(settle, `document.documentElement.hasAttribute("data-ready") && !`+told)
}

// A person opens a file of the static site. The page says in its language how to serve the site.
func TestAPageFromAFileSaysHowToServeIt(t *testing.T) {
	t.Parallel()
	chromium := launch(t)
	for _, c := range []struct {
		prefix, page string
		want         string
	}{
		{"", "/index.html", ui.FromFile.In(lang.En)},
		{"/repo", "/ko/train/index.html", ui.FromFileUnder.With(lang.Ko, "/repo")},
	} {
		dir := exportSite(t, c.prefix)
		page := open(t, chromium, "file://"+filepath.ToSlash(dir), browser.Options{NoScripts: true})
		page.visit(c.page)
		page.wait(settle, `document.querySelector(".from-file").innerText === `+strconv.Quote(c.want))
		if top := eval[float64](page, `document.querySelector(".from-file").getBoundingClientRect().top`); top > 50 {
			t.Errorf("%s: the sentence stands %v px down the page", c.page, top)
		}
		page.must(page.Load("/robots.txt"))
		page.Forget() // nothing that the page names was found

		if c.prefix == "" {
			host := httptest.NewServer(http.FileServer(http.Dir(dir)))
			defer host.Close()
			served := open(t, chromium, host.URL, browser.Options{NoScripts: true})
			served.visit(c.page)
			if eval[bool](served, `document.querySelector(".from-file").checkVisibility()`) {
				t.Error("a page that is served says how to serve it")
			}
		}
	}
}

// exportSite writes the static site into a new folder.
func exportSite(t *testing.T, prefix string) string {
	t.Helper()
	root, err := browser.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "dist")
	export := exec.Command(filepath.Join(root, ".cache", "serve"), "-export", dir, "-prefix", prefix, "-quality", "1")
	if out, err := export.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}
