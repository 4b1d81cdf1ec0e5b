package app

import (
	"slices"

	"stridelab/app/convlab"
	"stridelab/app/invlab"
	"stridelab/app/lang"
	"stridelab/app/netlab"
	"stridelab/app/poollab"
	"stridelab/app/sharelab"
	"stridelab/app/trainlab"
	"stridelab/app/ui"
	"stridelab/app/weights"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// MissingPath is the English path of the page for an address where there is none; the
// server renders it for its 404.
const MissingPath = "/missing"

// Paths lists the English path of every page, home first; lang.Route gives its form in a language.
func Paths() []string {
	paths := []string{"/"}
	for _, l := range ui.Labs() {
		paths = append(paths, l.Path)
	}
	return paths
}

// RegisterRoutes tells go-app which page answers which path. Call it once, in the
// browser's program before it runs and in the server's before it renders. What one lab
// trains another finds in the store.
func RegisterRoutes(store *weights.Store) {
	held := trainlab.NewHeld(store)
	for _, l := range lang.All() {
		for _, path := range append(Paths(), MissingPath) {
			page := ui.Page{Lang: l, Path: path}
			app.Route(lang.Route(l, path), func() app.Composer { return newPage(page, store, held) })
		}
	}
	// Whatever else: routes of an exact path come first, then these in order, "^/" last. The page
	// knows patterns of a prefix only (cmd/trim).
	for _, l := range slices.Backward(lang.All()) {
		page := ui.Page{Lang: l, Path: MissingPath}
		app.RouteWithRegexp("^"+l.Prefix()+"/", func() app.Composer { return newPage(page, store, held) })
	}
}

// newPage makes the component of a page.
func newPage(p ui.Page, store *weights.Store, held *trainlab.Held) app.Composer {
	switch p.Path {
	case "/":
		return &home{Page: p}
	case "/conv":
		return convlab.New(p)
	case "/pool":
		return poollab.New(p)
	case "/network":
		return netlab.New(p, store)
	case "/sharing":
		return sharelab.New(p)
	case "/train":
		return trainlab.New(p, held)
	case "/invariance":
		return invlab.New(p, store)
	}
	return &missing{Page: p}
}
