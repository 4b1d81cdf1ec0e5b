// Package window is what the labs /conv and /pool share: a window that slides over an input,n step
// by step, with every product and sum shown. Packages convlab and poollab give it a kind
// (trace.Kind) and a course of texts.
//
//	address ──ParseQuery──> State ──Query──> address
//	                          │
//	                 trace.New│(numbers from nn)
//	                          v
//	        trace.Walk ──viz.StageSpec──> viz.LayoutStage ──> cells, frames, tiles, texts
//	             │                                │
//	             │ Say, Arithmetic                ├── native: svg text in the prerendered page
//	             │                                └── browser: painter_js.go changes what differs:
//	             │                                    few cells as SVG, many on canvases with
//	             │                                    SVG outlines for hooks and focus
//	             v
//	        announcer, arithmetic line
//
// Lab is the component. The painter writes what changes with every step (stage, arithmetic,
// counter, scrub bar) straight into the document, so that a step needs no render. go-app renders
// what changes with a setting. State, the address, editing, predicting and the formula are plain Go
// and tested natively; syscall/js is in the *_js.go files.
package window
