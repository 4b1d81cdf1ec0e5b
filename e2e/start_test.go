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

// A requestLog notes in which order files are asked for, and what the answers are.
type requestLog struct {
	sync.Mutex
	asked []*asked
}

type asked struct {
	path   string
	status int // 0 while there is no answer
}

// note serves as another handler does and notes each request.
func (r *requestLog) note(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		a := &asked{path: request.URL.Path}
		r.Lock()
		r.asked = append(r.asked, a)
		r.Unlock()
		h.ServeHTTP(&noter{w, r, a}, request)
	})
}

type noter struct {
	http.ResponseWriter
	log *requestLog
	a   *asked
}

func (n *noter) WriteHeader(status int) {
	n.log.Lock()
	n.a.status = status
	n.log.Unlock()
	n.ResponseWriter.WriteHeader(status)
}

// split gives the answers to the requests of a file, those before the first request of another file and those after it.
func (r *requestLog) split(file, other string) (before, after []int, found bool) {
	r.Lock()
	defer r.Unlock()
	for _, a := range r.asked {
		switch {
		case strings.HasSuffix(a.path, other):
			found = true
		case !strings.HasSuffix(a.path, file):
		case found:
			after = append(after, a.status)
		default:
			before = append(before, a.status)
		}
	}
	return before, after, found
}

// noteRegistration notes whether the interface answers when the service worker is registered.
const noteRegistration = `(() => {
	const register = ServiceWorkerContainer.prototype.register;
	ServiceWorkerContainer.prototype.register = function (...rest) {
		window.readyAtRegistration = document.documentElement.hasAttribute("data-ready");
		return register.apply(this, rest);
	};
})();`

// checkStart visits a page for the first time, and holds that its program is fetched once, before the service worker, which
// waits until the page is ready.
func checkStart(t *testing.T, site http.Handler, path string) {
	t.Helper()
	log := &requestLog{}
	host := httptest.NewServer(log.note(site))
	defer host.Close()
	page := open(t, launch(t), host.URL, browser.Options{Offline: true})
	page.must(page.Prepare(noteRegistration))
	page.visit(path)
	page.wait(settle, `window.readyAtRegistration !== undefined`)
	if !eval[bool](page, `window.readyAtRegistration`) {
		t.Errorf("%s: the service worker is registered before the page is ready", path)
	}
	page.wait(settle, `navigator.serviceWorker.controller !== null`) // it has fetched all that it keeps
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
			// As hosts do that send what is compressed. The browser of a test, which keeps little, does not keep the whole.
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Set("Content-Encoding", "gzip")
			http.ServeFile(w, r, filepath.Join(dir, filepath.FromSlash(r.URL.Path)+".gz"))
			return
		}
		files.ServeHTTP(w, r)
	})
	checkStart(t, http.StripPrefix("/repo", host), "/repo/train")
}

// Where scripts are off nobody needs the program.
func TestProgramIsNotFetchedWithoutScripts(t *testing.T) {
	t.Parallel()
	server, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	log := &requestLog{}
	host := httptest.NewServer(log.note(httputil.NewSingleHostReverseProxy(server)))
	defer host.Close()
	page := open(t, launch(t), host.URL, browser.Options{NoScripts: true})
	page.visit("/train") // until it is loaded, and a preload would have been asked for
	if before, after, _ := log.split("/web/app.wasm", "/app-worker.js"); len(before)+len(after) > 0 {
		t.Error("the program is fetched by a page without scripts")
	}
}
