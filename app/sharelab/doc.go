// Package sharelab is the page /sharing: why 456 parameters do the work of 14,450,688.
//
//	address ──ParseQuery──> State ──Query──> address
//	                          │
//	            Setting.Counts│(nn.Spec.Table of the two layers)
//	                          v
//	    Counts ──────────────────────> the table, the bar, the formulas
//	    source (denseWeights, unrolled) ──job──> tiles ──cache──> the canvas, every weight a pixel
//	    Setting.inputs, outputs ──connections──> viz.Scene: which numbers meet
//	    small ──layMatrix──> the convolution as a matrix, linked to its window
//
// Lab is the component. What follows the pointer is painted by painter_js.go without a
// render. All that is counted, drawn from a seed or laid out is plain Go and tested
// natively; syscall/js is in the *_js.go files.
package sharelab
