// Package netstage is the drawing of a network between its input and its answer, with the numbers
// that the network computes for one input. Labs share it, as /conv and /pool share the window.
//
//	nn.Spec ──viz.LayoutNetStage──> places ─┐
//	train.Volume ──Show──> pixels, one a number (picture.go) ─┴──> canvas (painter_js.go)
//	pointer, arrow keys ──> Spot ──> frames and lines (SVG), a sentence, the filter
//	                          └──Watch, Open──> the lab that shows it
//
// A Stage belongs to a lab, which renders it once, mounts it and calls Frame on each animation
// frame. What changes many times a second goes to canvases: all numbers in one image, drawn tile by
// tile, at most 15 times a second and without a render. The browser's half is in painter_js.go;
// the rest is plain Go, tested natively.
package netstage
