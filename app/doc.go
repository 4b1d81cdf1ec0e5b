// Package app is Stridelab's interface: which page answers which address, and the home
// page.
//
//	cmd/wasm ──┐                      ┌─> home      the path through the labs
//	           ├─> RegisterRoutes ────┼─> convlab, poollab, ...   a page for each row of ui.Labs
//	cmd/serve ─┘   (every page in     │
//	                every language)   └─> missing   any other address
//
// Pages are built of app/ui, say what they say through app/lang, and draw through viz.
// The same components are prerendered by the server and run in the browser.
package app
