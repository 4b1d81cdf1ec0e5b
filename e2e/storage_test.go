//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"stridelab/e2e/browser"
)

// A document is the page of a tab, or the page of a frame in it.
type document struct {
	tab
	framed    bool
	noWorkers bool // it cannot start workers, so it cannot train
}

// script returns an expression that the tab's page evaluates in the document.
func (d document) script(expression string) string {
	if !d.framed {
		return expression
	}
	quoted, _ := json.Marshal(expression) // strings never fail
	return "inFrame(" + string(quoted) + ")"
}

// waits waits until an expression is true in the document.
func (d document) waits(expression string) {
	d.t.Helper()
	d.wait(settle, "await "+d.script("Boolean("+expression+")"))
}

// check fails the test unless an expression is true in the document.
func (d document) check(what, expression string) {
	d.t.Helper()
	if !eval[bool](d.tab, d.script("Boolean("+expression+")")) {
		d.t.Errorf("%s: false is %s", what, expression)
	}
}

// press sends a keydown event to the document's body.
func (d document) press(key string) {
	d.t.Helper()
	eval[bool](d.tab, d.script(fmt.Sprintf(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: %q, bubbles: true, cancelable: true }))`, key)))
}

// clickIn waits until a button of the document is enabled, and clicks it.
func (d document) clickIn(hook string) {
	d.t.Helper()
	d.waits(`document.querySelector('` + browser.Hook(hook) + `:not([aria-disabled="true"])')`)
	eval[bool](d.tab, d.script(browser.First(browser.Hook(hook))+`.click() === undefined`))
}

// checkProblems fails the test for each problem of the tab that contains none of some strings.
func (d document) checkProblems(but ...string) {
	d.t.Helper()
	for _, p := range d.Problems() {
		expected := false
		for _, b := range but {
			expected = expected || strings.Contains(p, b)
		}
		if !expected {
			d.t.Error(p)
		}
	}
	d.Forget()
}

const refusedHook = "storage-refused"

// waitRefused waits for the notice, in a language, that the browser stores nothing.
func (d document) waitRefused(language string) {
	d.t.Helper()
	d.waits(browser.First(browser.Hook(refusedHook)))
	said := eval[string](d.tab, d.script(browser.First(browser.Hook(refusedHook))+`.textContent`))
	if korean := strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); korean != (language == "ko") {
		d.t.Errorf("got %q, want it in the language %q", said, language)
	}
	d.check("said once", `document.querySelectorAll('`+browser.Hook(refusedHook)+`').length === 1`)
}

// labStep returns how to take a step in the lab at a path: ready is an expression that tells when
// the lab is ready, position is an expression that the step changes, and act takes the step. For a
// page without a lab act is nil.
func labStep(path string) (ready, position string, act func(d document)) {
	key := func(key string) func(document) { return func(d document) { d.press(key) } }
	attribute := func(name string) string { return root() + ".dataset." + name }
	switch path {
	case "/conv", "/pool":
		return `document.querySelector("#stage-svg g.cell")`, `document.querySelector("#counter").textContent`, key("ArrowRight")
	case "/sharing":
		return root(), attribute("view"), key("PageDown")
	case "/network":
		return root(), attribute("stop"), key("PageDown")
	case "/train":
		return attribute("state") + ` === "idle"`, attribute("step"), func(d document) { d.clickIn("train-step") }
	case "/invariance":
		return attribute("state") + ` === "ready"`, attribute("dx"), key("ArrowRight")
	}
	return "true", "", nil
}

// works checks a page that has just loaded: it has its figure, and its lab takes a step.
func (d document) works(path string) {
	d.t.Helper()
	d.waits(`document.documentElement.hasAttribute("data-ready")`)
	d.waits(`[...document.querySelectorAll("main svg, main canvas")].some((e) => e.getBoundingClientRect().width > 80)`)
	d.check("nothing has stopped", `document.querySelector("#stopped").hidden`)
	ready, position, act := labStep(path)
	if act == nil {
		return
	}
	if path == "/train" && d.noWorkers {
		d.waits(`/frame|프레임/.test(` + browser.First(browser.Hook("error")) + `.textContent)`)
		return
	}
	d.waits(ready)
	before := eval[string](d.tab, d.script(position))
	act(d)
	d.waits(fmt.Sprintf(`%s !== %q`, position, before))
}

// checkEveryPage opens each page and checks that it works and says that the browser stores nothing.
// The languages alternate, beginning with first. Two tests that begin with different languages
// check every page in both.
func checkEveryPage(t *testing.T, first string, openIt func(t *testing.T, path string) document, but ...string) {
	for i, path := range pages() {
		prefix, language := "", "en"
		if (first == "ko") == (i%2 == 0) {
			prefix, language = "/ko", "ko"
		}
		t.Run(language+" "+path, func(t *testing.T) {
			d := openIt(t, inLanguage(prefix, path))
			d.works(path)
			d.waitRefused(language)
			d.checkProblems(but...)
		})
	}
}

func TestEveryPageWorksWhereTheBrowserStoresNothing(t *testing.T) {
	t.Parallel()
	refusing, err := browser.LaunchRefusing()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(refusing.Close)
	server := startServer(t)
	checkEveryPage(t, "en", func(t *testing.T, path string) document {
		d := document{tab: open(t, refusing, server.URL, browser.Options{Offline: true})}
		d.visit(path)
		d.ensureRefused(path)
		return d
	})
}

// ensureRefused makes sure that the page cannot store anything. The headless shell ignores the
// setting, so there a script refuses instead.
func (d document) ensureRefused(path string) {
	d.t.Helper()
	if eval[bool](d.tab, d.script(`(() => { try { return !localStorage } catch { return true } })()`)) {
		return
	}
	d.t.Log("this browser ignores the setting: a script refuses instead")
	d.must(d.RefuseStorage())
	d.visit(path)
}

func TestEveryPageWorksWhereReadingStorageThrows(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	checkEveryPage(t, "ko", func(t *testing.T, path string) document {
		d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
		d.must(d.RefuseStorage())
		d.visit(path)
		return d
	})
}

// Scores and settings that cannot be stored last until the visit ends. Only the first page mentions
// it.
func TestWhatIsNotStoredLastsForTheVisit(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
	d.must(d.RefuseStorage())
	d.visit("/conv")
	d.waitRefused("en")
	// The notice changes its language with the page, and stays closed in every language.
	d.click("language")
	d.wait(settle, `document.documentElement.lang === "ko"`)
	d.waitRefused("ko")
	d.click("storage-heard")
	d.wait(settle, `!`+browser.First(browser.Hook(refusedHook))+` && document.activeElement.id === "main"`)
	d.click("language")
	d.wait(settle, `document.documentElement.lang === "en"`)

	d.click("theme") // light
	d.click("theme") // dark
	d.click("projector")
	d.click("predict")
	d.click("predict-show")
	d.wait(settle, `/1/.test(`+browser.First(browser.Hook("score"))+`.textContent)`)
	score := d.text("score")
	gone := `!` + browser.First(browser.Hook(refusedHook))
	for _, path := range []string{"/sharing", "/"} {
		d.must(d.Tab.Click(`header nav a[href="` + path + `"]`))
		d.wait(settle, `location.pathname === "`+path+`" && document.querySelector('header nav a[aria-current="page"]')?.getAttribute("href") === "`+path+`"`)
		d.wait(settle, browser.First(browser.Hook("projector"))+`.getAttribute("aria-pressed") === "true"`)
		d.check(path+" keeps its colours", `document.documentElement.dataset.theme === "dark" && "projector" in document.documentElement.dataset`)
		d.check(path+" does not say again that nothing is stored", gone)
	}
	d.must(d.Tab.Click(`header nav a[href="/conv"]`))
	d.wait(settle, `location.pathname === "/conv"`)
	d.click("predict")
	d.wait(settle, fmt.Sprintf(`%s.textContent.trim() === %q`, browser.First(browser.Hook("score")), score))
	d.check("/conv does not say again that nothing is stored", gone)
}

// If storage works there is no notice, and a new page has the score and the settings.
// A page that is opened by its address is loaded anew, and it is the same visit.
func TestWhatIsNotStoredOutlivesAFullLoad(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
	d.must(d.RefuseStorage())
	d.visit("/conv")
	d.waitRefused("en")
	d.click("projector")
	d.wait(settle, `"projector" in document.documentElement.dataset`)
	d.visit("/pool")
	d.check("the projector is still on", `"projector" in document.documentElement.dataset`)
	d.check("nothing is said again", `!`+browser.First(browser.Hook(refusedHook)))
}

// A disk may be full: the browser has a storage, and refuses what is written.
func TestAWriteThatFailsIsSaidOnTheNextPage(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
	d.must(d.Prepare(`const set = Storage.prototype.setItem;
		Storage.prototype.setItem = function (key, value) {
			if (key !== "stridelab.probe") throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
			set.call(this, key, value);
		};`))
	d.visit("/conv")
	d.check("nothing is said before something is lost", `!`+browser.First(browser.Hook(refusedHook)))
	d.click("projector")
	d.wait(settle, `"projector" in document.documentElement.dataset`)
	d.must(d.Tab.Click(`header nav a[href="/pool"]`))
	d.waitRefused("en")
	d.check("the projector is still on", `"projector" in document.documentElement.dataset`)
}

func TestWhatIsStoredOutlivesThePage(t *testing.T) {
	t.Parallel()
	d := document{tab: openPage(t, "/sharing", browser.Options{Offline: true})}
	d.click("projector")
	d.click("predict")
	d.click("predict-show")
	d.wait(settle, `/1/.test(`+browser.First(browser.Hook("score"))+`.textContent)`)
	score := d.text("score")
	d.visit("/sharing")
	d.wait(settle, fmt.Sprintf(`%s.textContent.trim() === %q`, browser.First(browser.Hook("score")), score))
	d.check("the projector is still on", `"projector" in document.documentElement.dataset`)
	d.check("nothing is said", `!`+browser.First(browser.Hook(refusedHook)))
}

// framingServer serves the pages of a server and allows frames of them, which the server forbids.
// Its page /frame?of=/conv shows a page in a frame. With &sandbox the frame has no origin. Such a
// frame may fetch only files that any origin may fetch, so the response headers are those of GitHub
// Pages. A script in each page evaluates expressions for the page that frames it.
func framingServer(t *testing.T, server string) *httptest.Server {
	t.Helper()
	target, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	direct := proxy.Director
	proxy.Director = func(r *http.Request) {
		direct(r)
		if !strings.Contains(r.URL.Path, ".") {
			r.Header.Del("Accept-Encoding") // a page: the script is added to its text
		}
	}
	proxy.ModifyResponse = func(r *http.Response) error {
		h := r.Header
		policy := strings.Replace(h.Get("Content-Security-Policy"), "frame-ancestors 'none'", "frame-ancestors *", 1)
		h.Set("Content-Security-Policy", strings.Replace(policy, "script-src 'self'", "script-src 'self' 'unsafe-eval'", 1))
		for _, name := range []string{"Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"} {
			h.Del(name)
		}
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Cache-Control", "no-store") // a browser without a profile has a small cache
		if !strings.HasPrefix(h.Get("Content-Type"), "text/html") {
			return nil
		}
		page, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			return err
		}
		with := strings.Replace(string(page), "<head>", `<head><script src="/asked.js"></script>`, 1)
		r.Body = io.NopCloser(strings.NewReader(with))
		r.ContentLength = int64(len(with))
		h.Set("Content-Length", fmt.Sprint(len(with)))
		return nil
	}
	mux := http.NewServeMux()
	mux.Handle("/", proxy)
	mux.HandleFunc("/asked.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		io.WriteString(w, `const heard = new Set();
			addEventListener("message", async ({ data: { id, expression }, source }) => {
				if (heard.has(id)) return;
				heard.add(id);
				let value;
				try { value = await eval(expression) } catch (e) { value = String(e) }
				source.postMessage({ id, value }, "*");
			});`)
	})
	mux.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		sandbox := ""
		if r.URL.Query().Has("sandbox") {
			sandbox = `sandbox="allow-scripts"`
		}
		// The page asks repeatedly, because a frame that is still loading gets no messages.
		fmt.Fprintf(w, `<!doctype html><html data-ready><link rel="icon" href="data:,"><iframe width="1200" height="700" %s src="%s"></iframe>
			<script>
				const frame = document.querySelector("iframe"), waiting = new Map();
				let last = 0;
				addEventListener("message", ({ data }) => waiting.get(data.id)?.(data.value));
				window.inFrame = (expression) => new Promise((done) => {
					const id = ++last, ask = () => frame.contentWindow.postMessage({ id, expression }, "*");
					const again = setInterval(ask, 300), end = setTimeout(() => waiting.get(id)?.(), 20000);
					waiting.set(id, (value) => { clearInterval(again); clearTimeout(end); waiting.delete(id); done(value); });
					ask();
				});
			</script></html>`, sandbox, r.URL.Query().Get("of"))
	})
	host := httptest.NewServer(mux)
	t.Cleanup(host.Close)
	return host
}

// framePath returns the path of a page that shows another one in a frame.
func framePath(address, more string) string { return "/frame?of=" + url.QueryEscape(address) + more }

// A browser may refuse to store anything for a frame of another site.
func TestEveryPageWorksInAFrameOfAnotherSite(t *testing.T) {
	t.Parallel()
	refusing, err := browser.LaunchRefusing()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(refusing.Close)
	server := startServer(t)
	site, other := framingServer(t, server.URL), framingServer(t, server.URL)
	checkEveryPage(t, "en", func(t *testing.T, path string) document {
		d := document{tab: open(t, refusing, other.URL, browser.Options{Offline: true}), framed: true}
		d.visit(framePath(site.URL+path, ""))
		d.waits(`document.documentElement.hasAttribute("data-ready")`)
		d.ensureRefused(framePath(site.URL+path, ""))
		return d
	}, site.URL)
}

// A sandboxed frame has no origin: it can store nothing and start no worker.
func TestEveryPageWorksInASandboxedFrame(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	host := framingServer(t, server.URL)
	checkEveryPage(t, "ko", func(t *testing.T, path string) document {
		d := document{tab: open(t, chromium, host.URL, browser.Options{Offline: true}), framed: true, noWorkers: true}
		d.visit(framePath(path, "&sandbox"))
		return d
	})
}

// Settings and the closed notice last for the visit in a sandboxed frame, even if the browser
// forbids it to change its address and so loads every page anew.
func TestASandboxedFrameIsOneVisit(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	host := framingServer(t, server.URL)
	d := document{tab: open(t, chromium, host.URL, browser.Options{Offline: true}), framed: true}
	d.visit(framePath("/conv", "&sandbox"))
	d.waits(`document.documentElement.hasAttribute("data-ready")`)
	d.waitRefused("en")
	d.clickIn("projector")
	d.waits(`"projector" in document.documentElement.dataset`)
	goTo := func(path string) {
		t.Helper()
		eval[bool](d.tab, d.script(`document.querySelector('header nav a[href="`+path+`"]').click() === undefined`))
		d.waits(`location.pathname === "` + path + `" && document.documentElement.hasAttribute("data-ready") && document.querySelector('header nav a[aria-current="page"]')?.getAttribute("href") === "` + path + `"`)
		d.works(path)
		d.check(path+" still has the projector on", `"projector" in document.documentElement.dataset`)
		d.check(path+" does not say again that nothing is stored", `!`+browser.First(browser.Hook(refusedHook)))
	}
	goTo("/pool")
	eval[bool](d.tab, d.script(`!(History.prototype.pushState = () => { throw new DOMException("refused", "SecurityError") }, window.before = true)`))
	goTo("/sharing")
	d.check("the page was loaded", `!window.before`)
	d.checkProblems()
}

// If the program ends for any reason, the page stays readable and says that the program has ended.
func TestNoPageDiesInSilence(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	for _, c := range []struct{ what, script string }{
		{"a panic", `window.matchMedia = () => { throw new Error("on purpose") }`},
		{"an exception that Go cannot catch", `Object.defineProperty(window, "MutationObserver", { get() { throw new Error("on purpose") } })`},
	} {
		for prefix, language := range languages() {
			t.Run(c.what+" "+language, func(t *testing.T) {
				d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
				// The fault is for the program only, not for the scripts that run before it.
				d.must(d.Prepare(`addEventListener("DOMContentLoaded", () => {
					const run = Go.prototype.run;
					Go.prototype.run = function (instance) { ` + c.script + `; return run.call(this, instance) };
				})`))
				d.must(d.Load(inLanguage(prefix, "/conv")))
				d.waits(`document.documentElement.hasAttribute("data-stopped")`)
				d.check("the figure is there", `document.querySelector("#stage-svg").getBoundingClientRect().width > 80`)
				d.check("it says so", `document.querySelector("#stopped").getBoundingClientRect().height > 20`)
				said := d.text("stopped")
				if korean := strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); korean != (language == "ko") {
					t.Errorf("got %q, want it in the language %q", said, language)
				}
				d.must(d.Do(`(window.before = true, document.querySelector("#stopped button").click())`))
				d.waits(`!window.before && document.documentElement.hasAttribute("data-stopped")`)
				d.must(d.Load("/robots.txt")) // a page without the program causes no more problems
				d.Forget()
			})
		}
	}
}

func TestWhatIsSaidOfStorageAndOfKeysIsAccessible(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{ReducedMotion: true, Offline: true})}
	d.must(d.RefuseStorage())
	d.visit("/ko/conv")
	d.waitRefused("ko")
	auditLooks(d.tab)
	d.click("key-help")
	d.wait(settle, browser.First("#key-help")+".open")
	auditLooks(d.tab)
}
