// Command trim writes a copy of go-app for the page, and a go.mod that replaces go-app by the copy.
//
//	trim -from $(go list -m -f '{{.Dir}}' MODULE) -to .cache/goapp -mod .cache/page.mod
//
//	go-app in the module cache ── copied ──> pkg/app, pkg/errors ──┐
//	patches/1-server.patch      no HTTP server, no net/http        │
//	patches/2-routes.patch      routes are prefixes, no regexp     │
//	patches/3-encryption.patch  no AES                             ├──> .cache/goapp
//	patches/4-uuid.patch        random numbers instead of UUIDs    │
//	patches/5-storage.patch     it stores in memory                │
//	patches/6-history.patch     loads a page whose address cannot  │
//	                            be changed in place                │
//	patches/7-start.patch       the start is cut into tasks        │
//	patches/8-build.patch       a tree is made in one call       ──┘
//	go.mod ── and a line that replaces go-app by the copy ──> .cache/page.mod
//
// The first four patches leave out code that no page runs. The first makes the page's program a
// quarter smaller, the other three together a fifteenth. The next two keep a page working where the
// browser refuses something, and the last two shorten the start. Only the page is built with
// -modfile=.cache/page.mod; the server and everything else use go-app unchanged.
//
// A patch is a unified diff. The sentences before it say what it is for. The lines of each hunk
// must be in the file exactly once; the line numbers do not count. The patches were checked against
// one version of go-app, which main.go names, and trim refuses any other. docs/architecture.md says
// how to take a new version of go-app.
package main
