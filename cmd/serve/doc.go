// Command serve serves Stridelab, or writes it out as a static site.
//
//	serve -addr 127.0.0.1:8000 -data DIR
//	serve -export dist -prefix /repo
//
// All that is ever answered, but for the datasets of -data, is known when the
// server starts, so it is made once and kept in a table:
//
//	web.Files ────────────────> Asset (raw, brotli, gzip) ──┐
//	go-app's Handler ─> render ─> rewrite ─> head ─> Asset ─┼─> Site ─┬─> Server ─> browser
//	offline.js (service worker) ────────────> Asset ────────┘         └─> Export ─> folder
//	-data DIR ─> Datasets ───────────────────────────────────────────────> Server
//
// The static site and the server therefore cannot differ: both read the table.
package main
