// Package app is Stridelab's interface: which page answers which address, the home page,
// and the pages that say what a lab to come will hold.
//
//	cmd/wasm ──┐                      ┌─> home      the path through the labs
//	           ├─> RegisterRoutes ────┼─> trainlab  /train
//	cmd/serve ─┘   (every page in     ├─> later     a lab that is being built
//	                both languages)   └─> missing   any other address
//
// Pages are built of app/ui, say what they say through app/lang, and draw through viz.
// The same components are prerendered by the server and run in the browser.
package app
