package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// programPath is where the page's program lies.
const programPath = "/web/app.wasm"

//go:embed start.js
var startScript string

// A page asks for its program in its head. go-app's app.js fetches it as well, and gets
// what is on its way already: the link has the mode and the credentials of that fetch
// (crossorigin). A browser without scripts runs no program and so loads none.
const preloadLink = `<link rel="preload" as="fetch" crossorigin media="(scripting: enabled)" href="%s">`

// The call by which app.js registers the service worker, and what stands in its place.
const (
	registersAtOnce = "\ngoappInitServiceWorker();\n"
	registersLater  = "\nwhenReady(goappInitServiceWorker);\n"
)

// What app.js says where the browser refuses a service worker, and what stands in its place: a
// browser that keeps no data does so, and the page has told the visitor.
const (
	refusedAsError = `console.error("goapp service worker registration failed: "`
	refusedAsInfo  = `console.info("goapp service worker registration failed: "`
)

// editStart makes go-app's app.js register the service worker when the page is ready and take
// a refusal for no error, and checks what the head counts on. go-app is pinned: a version whose app.js reads otherwise
// is refused, and wants another look at this file.
func editStart(script []byte, program string) ([]byte, error) {
	text := string(script)
	for _, known := range []string{registersAtOnce, refusedAsError, `fetchWithProgress("` + program + `"`, "await fetch(url);"} {
		if n := strings.Count(text, known); n != 1 {
			return nil, fmt.Errorf("go-app's app.js holds %q %d times and not once: see what changed there, and mend cmd/serve/start.go", known, n)
		}
	}
	edits := strings.NewReplacer(registersAtOnce, registersLater, refusedAsError, refusedAsInfo)
	return []byte(edits.Replace(text) + startScript), nil
}
