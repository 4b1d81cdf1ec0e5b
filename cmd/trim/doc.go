// Command trim writes a copy of go-app as the page needs it, and a go.mod that puts the copy in go-app's place.
//
//	trim -from $(go list -m -f '{{.Dir}}' MODULE) -to .cache/goapp -mod .cache/page.mod
//
//	go-app in the module cache ── copied ──> pkg/app, pkg/errors ──┐
//	patches/1-server.patch      no HTTP server, no net/http        │
//	patches/2-routes.patch      routes are prefixes, no regexp     │
//	patches/3-encryption.patch  no AES                             ├──> .cache/goapp
//	patches/4-uuid.patch        random numbers instead of UUIDs    │
//	patches/5-storage.patch     what it stores is in memory        │
//	patches/6-history.patch     loads a page it may not show       │
//	                            in place                         ──┘
//	go.mod ── and a line that replaces go-app by the copy ──> .cache/page.mod
//
// The first four leave out what no page runs: a quarter and a fifteenth of the page's program. The last two keep
// a page going where the browser refuses something. The page is built with -modfile=.cache/page.mod; the server
// and all else use go-app as it comes.
//
// A patch is a unified diff after a few sentences that say what it is for. Its lines must be in the file exactly
// once; the line numbers do not count. The patches were read against one version of go-app, which main.go names;
// trim refuses any other. docs/architecture.md says how to take a new version of go-app.
package main
