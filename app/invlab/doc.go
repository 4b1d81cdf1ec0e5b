// Package invlab is the page /invariance: what a convolutional and a fully connected net
// make of a digit that moves.
//
//	address ──ParseQuery──> State ──Query──> address
//	                          │ digit, shift
//	                          v
//	 nets (weights.Store) ──> seen: both nets read the shifted digit, on the page
//	                          │        compare: what each layer's maps did
//	                          v
//	      fieldScene, mapsView, viz.ClassBars, viz.Reach ──painter──> canvases
//
//	 chart, retraining ──train.Message──> two workers (app/trainer), a net each
//	        └── accuracy against shift, new weights <──┘
//
// A move reads the digit once and is painted without a render (painter_js.go). How far a
// net keeps its class is searched for in what the frames leave over. All that is measured
// is plain Go and tested natively; syscall/js is in the *_js.go files.
package invlab
