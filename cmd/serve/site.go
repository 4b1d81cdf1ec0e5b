package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"sort"
	"strconv"
	"strings"
	"sync"

	"stridelab/app/lang"
	"stridelab/app/ui"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

//go:embed offline.js
var offlineScript string

// Brotli qualities, from 0 to 11.
const (
	serveQuality  = 5  // fast: the server compresses while it starts
	exportQuality = 11 // small: a static site is made once and fetched many times
)

const (
	styleSheet = "/web/style.css"

	// These scripts run in this order, before the page is painted.
	storageScript = "/web/storage.js"
	displayScript = "/web/display.js"
	rescueScript  = "/web/rescue.js"
)

// Options are the parts and settings of a Site.
type Options struct {
	Files   fs.FS    // holds the folders static, weights and build
	Pages   []string // the English paths; each has a form in every language
	Missing string   // the English path of the page for addresses that do not exist
	Prefix  string   // the site's path on its host, "" or like "/repo"
	Policy  string   // a Content-Security-Policy written into each page; "" for none
	Data    bool     // datasets are served too, so pages may ask for their list
	Export  bool     // the pages are written into files
	Quality int      // of brotli
	Warn    func(format string, args ...any)
}

// A Site is every answer of the server, except for datasets.
type Site struct {
	Prefix  string
	Version string
	assets  map[string]*Asset    // by path, without the prefix
	missing map[lang.Lang]*Asset // the page for addresses that do not exist
}

// NewSite renders every page in every language and reads every file. The routes must be
// registered with go-app before the call.
func NewSite(o Options) (*Site, error) {
	if err := checkPrefix(o.Prefix, o.Pages); err != nil {
		return nil, err
	}
	s := &Site{Prefix: o.Prefix, assets: map[string]*Asset{}, missing: map[lang.Lang]*Asset{}}
	if err := s.readFiles(o); err != nil {
		return nil, err
	}
	s.Version = s.contentHash(o.Data)
	h := s.handler(o)
	if err := s.addScripts(h); err != nil {
		return nil, err
	}
	if err := s.addPages(h, o); err != nil {
		return nil, err
	}
	s.assets["/robots.txt"] = newAsset(contentType("robots.txt"), []byte("User-agent: *\nAllow: /\n"))
	s.compress(o.Quality)
	return s, nil
}

// checkPrefix returns an error for a prefix that is malformed, and for one that is the beginning
// of a path of the site.
func checkPrefix(prefix string, pages []string) error {
	if prefix == "" {
		return nil
	}
	if !strings.HasPrefix(prefix, "/") || path.Clean(prefix) != prefix || prefix == "/" || strings.ContainsAny(prefix, "?#% \"'<>\\") {
		return fmt.Errorf("the prefix %q does not do: write it like /repo, with a slash before and none after", prefix)
	}
	taken := append([]string{"/web", "/data", "/app"}, pages...)
	for _, l := range lang.All() {
		taken = append(taken, lang.Route(l, "/"))
	}
	for _, own := range taken {
		if own != "/" && (prefix == own || strings.HasPrefix(prefix, own+"/")) {
			return fmt.Errorf("the prefix %q does not do: the site has pages or files at %s itself, so take another name", prefix, own)
		}
	}
	return nil
}

// readFiles adds the contents of static, weights and build under /web/.
func (s *Site) readFiles(o Options) error {
	for _, folder := range []string{"static", "weights", "build"} {
		err := fs.WalkDir(o.Files, folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
				return err
			}
			if ext := path.Ext(name); ext == ".br" || ext == ".gz" {
				return nil
			}
			raw, err := fs.ReadFile(o.Files, name)
			if err != nil {
				return err
			}
			asset := newAsset(contentType(name), raw)
			if err := asset.adopt(readIfThere(o.Files, name+".br"), readIfThere(o.Files, name+".gz")); err != nil && o.Warn != nil {
				o.Warn("web/%s: %v; it is compressed anew (make build)", name, err)
			}
			s.assets["/web/"+strings.TrimPrefix(name, folder+"/")] = asset
			return nil
		})
		if err != nil {
			return fmt.Errorf("reading the folder web/%s: %w", folder, err)
		}
	}
	for _, program := range []string{"app.wasm", "worker.wasm", "worker-portable.wasm"} {
		if s.assets["/web/"+program] == nil {
			return fmt.Errorf("web/build/%s is not built yet: run make build", program)
		}
	}
	return nil
}

func readIfThere(files fs.FS, name string) []byte {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return nil
	}
	return content
}

// contentHash returns the site's version. It changes with every byte of a file, a program, the
// service worker or the start script. It also depends on whether there are datasets, as pages do.
func (s *Site) contentHash(data bool) string {
	sum := sha256.New()
	for _, p := range s.Paths() {
		fmt.Fprintln(sum, p, s.assets[p].sum)
	}
	fmt.Fprint(sum, offlineScript, startScript, startsOrTells, failsAsNotice, preloadLink, ui.Starting, data)
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// handler returns go-app's handler, which is used only to fill the table.
func (s *Site) handler(o Options) *goapp.Handler {
	styles := []string{styleSheet} // those of the labs follow
	var cacheable []string
	for _, p := range s.Paths() {
		if !strings.HasPrefix(p, "/web/worker") || path.Ext(p) != ".wasm" {
			// The service worker itself adds the trainer that its browser can run.
			cacheable = append(cacheable, p)
		}
		if path.Ext(p) == ".css" && p != styleSheet {
			styles = append(styles, p)
		}
	}
	for _, p := range o.Pages {
		for _, l := range lang.All() {
			cacheable = append(cacheable, lang.Route(l, p))
		}
	}
	return &goapp.Handler{
		Name:            "Stridelab",
		ShortName:       "Stridelab",
		Title:           "Stridelab",
		Author:          "Stridelab authors",
		Lang:            "en",
		BackgroundColor: "#fbfaf7",
		ThemeColor:      "#fbfaf7",
		Icon: goapp.Icon{
			Default:  "/web/icon-192.png",
			Large:    "/web/icon-512.png",
			Maskable: "/web/icon-512.png",
			SVG:      "/web/icon.svg",
		},
		Styles:                styles,
		Scripts:               []string{storageScript, displayScript, rescueScript},
		CacheableResources:    cacheable,
		Version:               s.Version,
		WasmContentLength:     strconv.Itoa(len(s.assets[programPath].Raw)),
		Resources:             resolver{s.Prefix},
		ServiceWorkerTemplate: s.serviceWorker(),
	}
}

func (s *Site) serviceWorker() string {
	return strings.NewReplacer(
		"{{.Scope}}", s.Prefix+"/",
		"{{.Data}}", s.Prefix+"/data/",
	).Replace(offlineScript)
}

// addScripts adds the scripts, the style sheet and the manifest that go-app generates. They have
// fixed addresses at the root.
func (s *Site) addScripts(h http.Handler) error {
	for _, p := range []string{"/app.js", "/app-worker.js", "/wasm_exec.js", "/app.css"} {
		body, err := fetch(h, p)
		if err != nil {
			return err
		}
		if p == "/app.js" {
			if body, err = editStart(body, s.Prefix+programPath); err != nil {
				return err
			}
		}
		s.assets[p] = newAsset(contentType(p), body)
	}
	body, err := fetch(h, "/manifest.webmanifest")
	if err != nil {
		return err
	}
	if body, err = s.scopeManifest(body); err != nil {
		return err
	}
	s.assets["/manifest.webmanifest"] = newAsset(contentType(".webmanifest"), body)
	return nil
}

// scopeManifest sets the addresses of the manifest to the site's prefix. go-app writes "/".
func (s *Site) scopeManifest(body []byte) ([]byte, error) {
	var manifest map[string]any
	if err := json.Unmarshal(body, &manifest); err != nil {
		return nil, fmt.Errorf("go-app's manifest: %w", err)
	}
	home := s.Prefix + "/"
	manifest["id"], manifest["scope"], manifest["start_url"] = home, home, home
	return json.MarshalIndent(manifest, "", "  ")
}

// addPages renders the pages, and the page for addresses that do not exist, in every language.
func (s *Site) addPages(h http.Handler, o Options) error {
	render := func(path string, extra head) (*Asset, error) {
		markup, err := fetch(h, path)
		if err != nil {
			return nil, err
		}
		extra.prefix, extra.policy, extra.data, extra.files = s.Prefix, o.Policy, o.Data, o.Export
		return newAsset(contentType(".html"), finish(markup, extra)), nil
	}
	var errs []error
	for _, l := range lang.All() {
		for _, p := range o.Pages {
			page, err := render(lang.Route(l, p), head{page: p, lang: l})
			errs = append(errs, err)
			s.assets[lang.Route(l, p)] = page
		}
		page, err := render(lang.Route(l, o.Missing), head{lang: l})
		errs = append(errs, err)
		s.missing[l] = page
	}
	return errors.Join(errs...)
}

// compress compresses the assets that have no compressed form yet, two at a time.
func (s *Site) compress(quality int) {
	work := make(chan *Asset)
	var done sync.WaitGroup
	for range 2 {
		done.Go(func() {
			for a := range work {
				a.Compress(quality)
			}
		})
	}
	for _, p := range s.Paths() {
		work <- s.assets[p]
	}
	for _, a := range s.missing {
		work <- a
	}
	close(work)
	done.Wait()
}

// Paths returns the paths of the site's assets, sorted, without the prefix.
func (s *Site) Paths() []string {
	paths := make([]string, 0, len(s.assets))
	for p := range s.assets {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	return paths
}

// A resolver adds the site's prefix to addresses that lack it. go-app calls it for each href and
// src of a page. The app's own links have the prefix already; those that go-app writes do not.
type resolver struct{ prefix string }

func (r resolver) Resolve(location string) string {
	switch {
	case r.prefix == "", !strings.HasPrefix(location, "/"):
		return location // relative, #fragment, https:
	case location == r.prefix, strings.HasPrefix(location, r.prefix+"/"):
		return location
	}
	return r.prefix + location
}
