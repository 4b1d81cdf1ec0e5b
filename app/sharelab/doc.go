// Package sharelab is the page /sharing: why 456 parameters do the work of 14,450,688.
//
//	address ──ParseQuery──> State ──Query──> address
//	                          │
//	            Setting.Counts│(nn.Spec.Table of the two layers)
//	                          v
//	    Counts ──────────────────────> the table, the bar, the formulas
//	    source (denseWeights, unrolled) ──job──> tiles ──cache──> the canvas, every weight a pixel
//	    Setting.inputs, outputs ──connections──> viz.Scene: which inputs and outputs are connected
//	    small ──layMatrix──> the convolution as a matrix, linked to its window
//
// Lab is the component. painter_js.go paints what follows the pointer, without a render. Counts,
// random weights and layouts are plain Go that is tested natively. Only files named *_js.go use
// syscall/js.
package sharelab
