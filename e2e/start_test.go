//go:build e2e

package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"stridelab/e2e/browser"
)

// A requestLog records requests in their order, with the status of each response.
type requestLog struct {
	sync.Mutex
	entries []*logEntry
}

type logEntry struct {
	path   string
	status int // 0 before the response
}

// record returns a handler that records each request and passes it on to another handler.
func (r *requestLog) record(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		e := &logEntry{path: request.URL.Path}
		r.Lock()
		r.entries = append(r.entries, e)
		r.Unlock()
		h.ServeHTTP(&statusRecorder{w, r, e}, request)
	})
}

type statusRecorder struct {
	http.ResponseWriter
	log   *requestLog
	entry *logEntry
}

func (s *statusRecorder) WriteHeader(status int) {
	s.log.Lock()
	s.entry.status = status
	s.log.Unlock()
	s.ResponseWriter.WriteHeader(status)
}

// split returns the statuses of the requests for a file, before and after the first request for
// another file. found tells whether the other file was requested.
func (r *requestLog) split(file, other string) (before, after []int, found bool) {
	r.Lock()
	defer r.Unlock()
	for _, e := range r.entries {
		switch {
		case strings.HasSuffix(e.path, other):
			found = true
		case !strings.HasSuffix(e.path, file):
		case found:
			after = append(after, e.status)
		default:
			before = append(before, e.status)
		}
	}
	return before, after, found
}

// recordRegistration records whether the interface is ready when the service worker is registered.
const recordRegistration = `(() => {
	const register = ServiceWorkerContainer.prototype.register;
	ServiceWorkerContainer.prototype.register = function (...rest) {
		window.readyAtRegistration = document.documentElement.hasAttribute("data-ready");
		return register.apply(this, rest);
	};
})();`

// checkStart visits a page for the first time. It checks that the program is downloaded once,
// before the service worker, and that the service worker is registered only when the page is ready.
func checkStart(t *testing.T, site http.Handler, path string) {
	t.Helper()
	log := &requestLog{}
	host := httptest.NewServer(log.record(site))
	defer host.Close()
	page := open(t, launch(t), host.URL, browser.Options{Offline: true})
	page.must(page.Prepare(recordRegistration))
	page.visit(path)
	page.wait(settle, `window.readyAtRegistration !== undefined`)
	if !eval[bool](page, `window.readyAtRegistration`) {
		t.Errorf("%s: the service worker is registered before the page is ready", path)
	}
	page.wait(settle, `navigator.serviceWorker.controller !== null`) // its installation is complete
	before, after, found := log.split("/web/app.wasm", "/app-worker.js")
	if !found || len(before) != 1 || before[0] != http.StatusOK {
		t.Errorf("%s: up to the service worker's registration (%v) the program was asked for with the answers %v, want one 200", path, found, before)
	}
	for _, status := range after {
		if status != http.StatusNotModified {
			t.Errorf("%s: the service worker downloads the program anew (%d)", path, status)
		}
	}
	if started := eval[string](page, `performance.getEntriesByType("resource").find((e) => e.name.endsWith("/web/app.wasm")).initiatorType`); started != "link" {
		t.Errorf("%s: the program is asked for by %q, want the link in the head", path, started)
	}
}

func TestProgramIsFetchedOnceAndBeforeTheServiceWorker(t *testing.T) {
	t.Parallel()
	server, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	for prefix := range languages() {
		checkStart(t, httputil.NewSingleHostReverseProxy(server), inLanguage(prefix, "/network"))
	}
}

func TestProgramOfAStaticSiteIsFetchedOnceAndBeforeTheServiceWorker(t *testing.T) {
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
	files := http.FileServer(http.Dir(dir))
	host := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			// Hosts send compressed files. The uncompressed program would be too large for the
			// cache of a test's browser.
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Set("Content-Encoding", "gzip")
			http.ServeFile(w, r, filepath.Join(dir, filepath.FromSlash(r.URL.Path)+".gz"))
			return
		}
		files.ServeHTTP(w, r)
	})
	checkStart(t, http.StripPrefix("/repo", host), "/repo/train")
}

// Without scripts a page does not need the program.
func TestProgramIsNotFetchedWithoutScripts(t *testing.T) {
	t.Parallel()
	server, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	log := &requestLog{}
	host := httptest.NewServer(log.record(httputil.NewSingleHostReverseProxy(server)))
	defer host.Close()
	page := open(t, launch(t), host.URL, browser.Options{NoScripts: true})
	// A preload would have been requested before the page is loaded.
	page.visit("/train")
	if before, after, _ := log.split("/web/app.wasm", "/app-worker.js"); len(before)+len(after) > 0 {
		t.Error("the program is fetched by a page without scripts")
	}
}
