// Package invlab is the page /invariance: how a convolutional and a fully connected net read a
// digit that moves.
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
// After a move each net reads the digit once, and the painter shows it without a render
// (painter_js.go). In the time that is left of each frame, a search finds how far each net keeps
// the digit's class. All measuring is plain Go and tested natively; syscall/js is in the *_js.go
// files.
package invlab
