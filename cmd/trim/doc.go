// Command trim writes a copy of go-app without what no page runs, and a go.mod that puts it in go-app's place.
//
//	trim -from $(go list -m -f '{{.Dir}}' MODULE) -to .cache/goapp -mod .cache/page.mod
//
//	go-app in the module cache ── copied ──> pkg/app, pkg/errors ──┐
//	patches/1-server.patch      no HTTP server, no net/http        │
//	patches/2-routes.patch      routes are prefixes, no regexp     ├──> .cache/goapp
//	patches/3-encryption.patch  no AES                             │
//	patches/4-uuid.patch        random numbers instead of UUIDs  ──┘
//	go.mod ── and a line that replaces go-app by the copy ──> .cache/page.mod
//
// Together they take a quarter and a fifteenth off the page's program. The page is built with
// -modfile=.cache/page.mod; the server and all else use go-app as it comes.
//
// A patch is a unified diff after a few sentences that say what it is for. Its lines must be in the file exactly
// once; the line numbers do not count. The patches were read against one version of go-app, which main.go names;
// trim refuses any other. docs/architecture.md says how to take a new version of go-app.
package main
