//go:build js && wasm

// Command wasm is the page's program, which runs in the browser:
//
//	web/build/app.wasm ──RegisterRoutes──> the page of the address ──> the document
//
// The trainer is a program of its own, cmd/worker.
package main

import (
	"stridelab/app"
	"stridelab/app/weights"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

func main() {
	app.RegisterRoutes(weights.NewStore())
	goapp.RunWhenOnBrowser()
}
