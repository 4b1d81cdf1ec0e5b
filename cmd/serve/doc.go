// Command serve serves Stridelab, or writes it out as a static site.
//
//	serve -addr 127.0.0.1:8000 -data DIR
//	serve -export dist -prefix /repo
//
// When the server starts it makes a table of all its answers, except for the datasets of -data:
//
//	web.Files ────────────────> Asset (raw, brotli, gzip) ──┐
//	go-app's Handler ─> render ─> rewrite ─> head ─> Asset ─┼─> Site ─┬─> Server ─> browser
//	offline.js (service worker) ────────────> Asset ────────┘         └─> Export ─> folder
//	-data DIR ─> Datasets ───────────────────────────────────────────────> Server
//
// The static site and the server use the same table, so they cannot differ.
package main
