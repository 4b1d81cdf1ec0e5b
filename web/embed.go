// Package web holds everything the browser fetches that is not a page: style
// sheet, icons and scripts, kept in static, trained weights, which cmd/weights
// makes, and the two programs, which the Makefile puts into build together with
// their compressed forms.
//
//	web/static/*   ──┐
//	web/weights/*  ──┼─ Files ─> cmd/serve ─> /web/NAME
//	web/build/*    ──┘
package web

import "embed"

// Files holds the folders "static", "weights" and "build". The build folder is empty but
// for .gitkeep until `make build` has run, so that the server and its tests
// compile in a clean clone; cmd/serve says so when a program is missing.
//
//go:embed all:static all:weights all:build
var Files embed.FS
