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

// A document is a page in a tab, or in a frame of the tab's page.
type document struct {
	tab
	framed bool
	alone  bool // it may start no workers, so that nothing can be trained
}

// of is an expression about the document, as one of the tab's page.
func (d document) of(expression string) string {
	if !d.framed {
		return expression
	}
	quoted, _ := json.Marshal(expression) // a string always can be
	return "inFrame(" + string(quoted) + ")"
}

func (d document) waits(expression string) {
	d.t.Helper()
	d.wait(settle, "await "+d.of("Boolean("+expression+")"))
}

// asks is an expression that the document is to answer with yes.
func (d document) asks(what, expression string) {
	d.t.Helper()
	if !eval[bool](d.tab, d.of("Boolean("+expression+")")) {
		d.t.Errorf("%s: false is %s", what, expression)
	}
}

// press presses a key anywhere on the document.
func (d document) press(key string) {
	d.t.Helper()
	eval[bool](d.tab, d.of(fmt.Sprintf(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: %q, bubbles: true, cancelable: true }))`, key)))
}

// use clicks a button, once it can be clicked.
func (d document) use(hook string) {
	d.t.Helper()
	d.waits(`document.querySelector('` + browser.Hook(hook) + `:not([aria-disabled="true"])')`)
	eval[bool](d.tab, d.of(browser.First(browser.Hook(hook))+`.click() === undefined`))
}

// complains reports what the tab complained of, but for what holds one of the words.
func (d document) complains(but ...string) {
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

// heard waits for the notice that nothing is stored, in a language.
func (d document) heard(language string) {
	d.t.Helper()
	d.waits(browser.First(browser.Hook(refusedHook)))
	said := eval[string](d.tab, d.of(browser.First(browser.Hook(refusedHook))+`.textContent`))
	if korean := strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); korean != (language == "ko") {
		d.t.Errorf("got %q, want it in the language %q", said, language)
	}
	d.asks("said once", `document.querySelectorAll('`+browser.Hook(refusedHook)+`').length === 1`)
}

// stepIn is how one waits for a lab, what then tells where it is, and how it goes a step further.
func stepIn(path string) (ready, shows string, act func(d document)) {
	key := func(key string) func(document) { return func(d document) { d.press(key) } }
	attribute := func(name string) string { return root() + ".dataset." + name }
	switch path {
	case "/conv", "/pool":
		return `document.querySelector("#stage-svg g.cell")`, `document.querySelector("#counter").textContent`, key("ArrowRight")
	case "/sharing":
		return root(), attribute("view"), key("PageDown")
	case "/network":
		return root(), browser.First(browser.Hook("preset")) + ".value", key("PageDown")
	case "/train":
		return attribute("state") + ` === "idle"`, attribute("step"), func(d document) { d.use("train-step") }
	case "/invariance":
		return attribute("state") + ` === "ready"`, attribute("dx"), key("ArrowRight")
	}
	return "true", "", nil
}

// works looks at a page that has just come: it has its figure, and its lab takes a step.
func (d document) works(path string) {
	d.t.Helper()
	d.waits(`document.documentElement.hasAttribute("data-ready")`)
	d.waits(`[...document.querySelectorAll("main svg, main canvas")].some((e) => e.getBoundingClientRect().width > 80)`)
	d.asks("nothing has stopped", `document.querySelector("#stopped").hidden`)
	ready, shows, act := stepIn(path)
	if act == nil {
		return
	}
	if path == "/train" && d.alone {
		d.waits(`/frame|프레임/.test(` + browser.First(browser.Hook("error")) + `.textContent)`)
		return
	}
	d.waits(ready)
	before := eval[string](d.tab, d.of(shows))
	act(d)
	d.waits(fmt.Sprintf(`%s !== %q`, shows, before))
}

// everyPage opens each page, the first in a language and the next in the other, and looks
// whether it works and says that nothing is stored. Two ways of refusal, one begun in each
// language, look at every page in both.
func everyPage(t *testing.T, first string, openIt func(t *testing.T, path string) document, but ...string) {
	for i, path := range pages() {
		prefix, language := "", "en"
		if (first == "ko") == (i%2 == 0) {
			prefix, language = "/ko", "ko"
		}
		t.Run(language+" "+path, func(t *testing.T) {
			d := openIt(t, inLanguage(prefix, path))
			d.works(path)
			d.heard(language)
			d.complains(but...)
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
	everyPage(t, "en", func(t *testing.T, path string) document {
		d := document{tab: open(t, refusing, server.URL, browser.Options{Offline: true})}
		d.visit(path)
		d.holdsRefused(path)
		return d
	})
}

// holdsRefused sees to it that the page may store nothing. The headless shell has no such setting: a script refuses in its
// place, and it is logged.
func (d document) holdsRefused(path string) {
	d.t.Helper()
	if eval[bool](d.tab, d.of(`(() => { try { return !localStorage } catch { return true } })()`)) {
		return
	}
	d.t.Log("this browser does not heed the setting: a script refuses in its place")
	d.must(d.RefuseStorage())
	d.visit(path)
}

func TestEveryPageWorksWhereReadingStorageThrows(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	everyPage(t, "ko", func(t *testing.T, path string) document {
		d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
		d.must(d.RefuseStorage())
		d.visit(path)
		return d
	})
}

// What is not stored still lasts while the visitor goes from page to page, and is mentioned on
// the first of them alone.
func TestWhatIsNotStoredLastsForTheVisit(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
	d.must(d.RefuseStorage())
	d.visit("/conv")
	d.heard("en")
	// In the other language the notice is the same one, and once closed it stays so.
	d.click("language")
	d.wait(settle, `document.documentElement.lang === "ko"`)
	d.heard("ko")
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
		d.asks(path+" keeps its colours", `document.documentElement.dataset.theme === "dark" && "projector" in document.documentElement.dataset`)
		d.asks(path+" does not say again that nothing is stored", gone)
	}
	d.must(d.Tab.Click(`header nav a[href="/conv"]`))
	d.wait(settle, `location.pathname === "/conv"`)
	d.click("predict")
	d.wait(settle, fmt.Sprintf(`%s.textContent.trim() === %q`, browser.First(browser.Hook("score")), score))
	d.asks("/conv does not say again that nothing is stored", gone)
}

// Where storage works nothing is said, and a score and the colours outlive the page.
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
	d.asks("the projector is still on", `"projector" in document.documentElement.dataset`)
	d.asks("nothing is said", `!`+browser.First(browser.Hook(refusedHook)))
}

// framing is a host that lets its pages be framed, with a page that does so: /frame?of=/conv
// and, for a frame without an origin, &sandbox. Pages are those of the server, on which nobody may frame
// them. Without an origin a frame may fetch only what anybody may, so files are answered as
// GitHub Pages does. A script is added through which the framing page asks the framed one.
func framing(t *testing.T, server string) *httptest.Server {
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
			r.Header.Del("Accept-Encoding") // a page, to which a script is added
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
		h.Set("Cache-Control", "no-store") // the cache of a browser without a profile is small
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
		// It asks until it is answered: a frame that is still loading hears nothing.
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

// frame is the path of a page that frames another.
func frame(address, more string) string { return "/frame?of=" + url.QueryEscape(address) + more }

// In a frame of another site a browser that lets no other sites store anything refuses.
func TestEveryPageWorksInAFrameOfAnotherSite(t *testing.T) {
	t.Parallel()
	refusing, err := browser.LaunchRefusing()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(refusing.Close)
	server := startServer(t)
	site, other := framing(t, server.URL), framing(t, server.URL)
	everyPage(t, "en", func(t *testing.T, path string) document {
		d := document{tab: open(t, refusing, other.URL, browser.Options{Offline: true}), framed: true}
		d.visit(frame(site.URL+path, ""))
		d.waits(`document.documentElement.hasAttribute("data-ready")`)
		d.holdsRefused(frame(site.URL+path, ""))
		return d
	}, site.URL)
}

// A sandboxed frame has no origin: nothing is stored, and no worker starts.
func TestEveryPageWorksInASandboxedFrame(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	host := framing(t, server.URL)
	everyPage(t, "ko", func(t *testing.T, path string) document {
		d := document{tab: open(t, chromium, host.URL, browser.Options{Offline: true}), framed: true, alone: true}
		d.visit(frame(path, "&sandbox"))
		return d
	})
}

// A visit to a sandboxed frame stays one, also where the browser does not let it change its address, so that every page is
// loaded anew.
func TestASandboxedFrameIsOneVisit(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	host := framing(t, server.URL)
	d := document{tab: open(t, chromium, host.URL, browser.Options{Offline: true}), framed: true}
	d.visit(frame("/conv", "&sandbox"))
	d.waits(`document.documentElement.hasAttribute("data-ready")`)
	d.heard("en")
	d.use("projector")
	d.waits(`"projector" in document.documentElement.dataset`)
	goTo := func(path string) {
		t.Helper()
		eval[bool](d.tab, d.of(`document.querySelector('header nav a[href="`+path+`"]').click() === undefined`))
		d.waits(`location.pathname === "` + path + `" && document.documentElement.hasAttribute("data-ready") && document.querySelector('header nav a[aria-current="page"]')?.getAttribute("href") === "` + path + `"`)
		d.works(path)
		d.asks(path+" still has the projector on", `"projector" in document.documentElement.dataset`)
		d.asks(path+" does not say again that nothing is stored", `!`+browser.First(browser.Hook(refusedHook)))
	}
	goTo("/pool")
	eval[bool](d.tab, d.of(`!(History.prototype.pushState = () => { throw new DOMException("refused", "SecurityError") }, window.before = true)`))
	goTo("/sharing")
	d.asks("the page was loaded", `!window.before`)
	d.complains()
}

// A program that ends, for whatever reason, leaves a page that can be read and says so.
func TestNoPageDiesInSilence(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	for _, c := range []struct{ what, script string }{
		{"a panic", `window.matchMedia = () => { throw new Error("on purpose") }`},
		{"an exception that Go cannot catch", `Object.defineProperty(window, "MutationObserver", { get() { throw new Error("on purpose") } })`},
	} {
		for prefix, language := range languages() {
			t.Run(c.what+" "+language, func(t *testing.T) {
				d := document{tab: open(t, chromium, server.URL, browser.Options{Offline: true})}
				// Only the program is to find it, not what runs on the page before it.
				d.must(d.Prepare(`addEventListener("DOMContentLoaded", () => {
					const run = Go.prototype.run;
					Go.prototype.run = function (instance) { ` + c.script + `; return run.call(this, instance) };
				})`))
				d.must(d.Load(inLanguage(prefix, "/conv")))
				d.waits(`document.documentElement.hasAttribute("data-stopped")`)
				d.asks("the figure is there", `document.querySelector("#stage-svg").getBoundingClientRect().width > 80`)
				d.asks("it says so", `document.querySelector("#stopped").getBoundingClientRect().height > 20`)
				said := d.text("stopped")
				if korean := strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); korean != (language == "ko") {
					t.Errorf("got %q, want it in the language %q", said, language)
				}
				d.must(d.Do(`(window.before = true, document.querySelector("#stopped button").click())`))
				d.waits(`!window.before && document.documentElement.hasAttribute("data-stopped")`)
				d.must(d.Load("/robots.txt")) // what the program complains of has an end there
				d.Forget()
			})
		}
	}
}

func TestWhatIsSaidOfStorageAndOfKeysIsAccessible(t *testing.T) {
	t.Parallel()
	server, chromium := enter(t)
	d := document{tab: open(t, chromium, server.URL, browser.Options{ReducedMotion: true, Offline: true})}
	d.must(d.RefuseStorage())
	d.visit("/ko/conv")
	d.heard("ko")
	auditLooks(d.tab)
	d.click("key-help")
	d.wait(settle, browser.First("#key-help")+".open")
	auditLooks(d.tab)
}
