//go:build e2e

// Command bench measures how fast Stridelab is, by itself (make bench) and beside its peers
// (make bench-peers). A peer is another library that trains the same nets. README.md says
// how to read the output.
//
//	                    Server, on a free port
//	                       │ runner.html, runner.js, worker.js, worker.wasm, peers/*.js, samples
//	        ┌──────────────┼───────────────────┐
//	    Chromium        Firefox     Chromium with a software GPU
//	        └──────────────┼───────────────────┘
//	         jobQueue: jobs there, results back      lines of JSON
//	                       │                            │
//	   Trainer, scripted ───┴─── Contestant ──── torch ──┘ python3
//	                                │
//	nets ──> compete: rounds, in turns ──> Score ──> report ──> RESULTS.md
//
// A browser is started with the address of a page. The page asks the bench for jobs, does
// them and sends back the results. So Chromium and Firefox are driven in the same way, and
// neither needs a driver. Only the interface's frames (pages.go) are measured through
// e2e/browser, and visits on a slow computer (start.go) through a visitor.
package main
