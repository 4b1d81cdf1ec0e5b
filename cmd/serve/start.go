package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// programPath is the path of the page's program.
const programPath = "/web/app.wasm"

//go:embed start.js
var startScript string

// A page asks for its program in its head. start.js fetches it later. Since the link has
// the same mode and credentials as that fetch (crossorigin), the browser loads it only once. A
// browser without scripts does not load it.
const preloadLink = `<link rel="preload" as="fetch" crossorigin media="(scripting: enabled)" href="%s">`

// The call by which app.js registers the service worker, and the call that replaces it.
const (
	registersAtOnce = "\ngoappInitServiceWorker();\n"
	registersLater  = "\nwhenReady(goappInitServiceWorker);\n"
)

// The message of app.js where the browser refuses a service worker, and its replacement. It is
// not an error: a browser that stores no data refuses it too, and the page has said so.
const (
	refusedAsError = `console.error("goapp service worker registration failed: "`
	refusedAsInfo  = `console.info("goapp service worker registration failed: "`
)

// The call by which app.js fetches and runs the program, and the call of start.js that replaces it.
const (
	startsProgram = "\ngoappInitWebAssembly();\n"
	startsOrTells = "\nstartProgram().catch(notLoaded);\n"
)

// editStart edits go-app's app.js: it starts the program by start.js, which tells rescue.js when
// the program cannot be loaded. It registers the service worker only when the page is ready, and
// logs a refusal as a message and not as an error. It returns an error where app.js lacks a line
// that the edits, or preloadLink, need. Then a new version of go-app has changed app.js, and this
// file must be adapted.
func editStart(script []byte, program string) ([]byte, error) {
	text := string(script)
	fetches := `fetchWithProgress("` + program + `"`
	for _, known := range []string{registersAtOnce, refusedAsError, startsProgram, fetches, "await fetch(url);"} {
		if n := strings.Count(text, known); n != 1 {
			return nil, fmt.Errorf("go-app's app.js holds %q %d times and not once: see what changed there, and mend cmd/serve/start.go", known, n)
		}
	}
	edits := strings.NewReplacer(registersAtOnce, registersLater, refusedAsError, refusedAsInfo, startsProgram, startsOrTells)
	return []byte(edits.Replace(text) + strings.ReplaceAll(startScript, "{{.Program}}", program)), nil
}
