// Package web holds everything that the browser fetches except pages: style sheets, icons and
// scripts in static; trained weights, which cmd/weights makes; and the programs, which the
// Makefile writes to build together with their compressed forms.
//
//	web/static/*   ──┐
//	web/weights/*  ──┼─ Files ─> cmd/serve ─> /web/NAME
//	web/build/*    ──┘
package web

import "embed"

// Files holds the folders "static", "weights" and "build". Until `make build` has run, the build
// folder has only .gitkeep, so that the server and its tests compile in a clean clone. cmd/serve
// reports a missing program.
//
//go:embed all:static all:weights all:build
var Files embed.FS
