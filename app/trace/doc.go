// Package trace explains, window by window, what a convolution and the two
// poolings do, forwards and backwards. It is plain Go: no browser, no clock.
//
//	Setting (n c f s p d filters) ──Check──> Geometry   or   *Problem: why not, and the nearest that can
//	                                            │
//	Values (x, w, b, g) ──────────New───────────┤
//	                                            v
//	          nn: ConvForward, MaxPoolForward, ... ──> Walk (outputs and gradients, from the engine that trains)
//	                                                     │
//	            Step, PoolStep: one window's terms,  <───┤
//	            partial sums, bias, winner, shares       │
//	            Backward: dW, dX, db so far          <───┤
//	            Nudge: finite differences            <───┘
//	                     │
//	            Say, Arithmetic: one sentence, one line (English, Korean)
//
// nn computes and the trace explains: every result that is shown is the engine's own number.
// Tests hold, over every preset and thousands of random settings, that the explanation ends
// in it: bit for bit where the terms are added as the engine adds them (in float32, one
// after the other), and otherwise within what float32 rounding allows that many terms.
package trace
