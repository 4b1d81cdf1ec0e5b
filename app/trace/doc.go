// Package trace explains, window by window, what a convolution and the two poolings do, forward and
// backward. It is plain Go: no browser, no clock.
//
//	Setting (n c f s p d filters) ──Check──> Geometry, or *Problem: reason, nearest valid setting
//	                                            │
//	Values (x, w, b, g) ──────────New───────────┤
//	                                            v
//	          nn: ConvForward, MaxPoolForward, ... ──> Walk (outputs and gradients of nn)
//	                                                     │
//	            Step, PoolStep: one window's terms,  <───┤
//	            partial sums, bias, winner, shares       │
//	            Backward: dW, dX, db so far          <───┤
//	            Nudge: finite differences            <───┘
//	                     │
//	            Say, Arithmetic: one sentence, one line (English, Korean)
//
// nn computes and trace explains: every result that is shown is a number of nn. Tests check for
// every preset, and for thousands of random settings, that the explanation leads to that number.
// Where nn adds the terms in the same order, in float32, it must be the same bits. Otherwise it
// must be within the rounding of float32 for so many terms.
package trace
