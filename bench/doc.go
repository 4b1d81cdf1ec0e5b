//go:build e2e

// Command bench measures how fast Stridelab is, by itself (make bench) and
// beside its peers (make bench-peers). README.md says how to read what it
// prints.
//
//	                    Server, on a free port
//	                       │ runner.html and runner.js, worker.js and worker.wasm, peers/*.js, samples
//	        ┌──────────────┼───────────────────┐
//	    Chromium        Firefox     Chromium with a software GPU
//	        └──────────────┼───────────────────┘
//	         post: jobs there, results back          lines of JSON
//	                       │                            │
//	     Trainer, scripted ┴─── Contestant ──── torch ──┘ python3
//	                                │
//	nets ──> compete: rounds, in turns ──> Score ──> report ──> RESULTS.md
//
// A browser is started with the address of a page that asks the bench for jobs
// and posts what came of them, so that Chromium and Firefox are driven alike and
// without a driver. Only the interface's frames (pages.go) and first visits (start.go)
// are measured through e2e/browser.
package main
