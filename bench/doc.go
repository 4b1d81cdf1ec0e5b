//go:build e2e

// Command bench measures how many samples a second are trained on, in the same
// Chromium and in the same minutes, by Stridelab's page and by ConvNetJS, and
// natively:
//
//	Tab /train ──────────────> steps of 5 s ──┐
//	Tab with convnetjs.js ───> samples of 5 s ┼─> medians of the rounds ─> table, ratio
//	train.Session, in Go ────> steps of 5 s ──┘
//
// The network is the default of the training lab (32×32×3, 62,958 parameters),
// minibatches of 64, gradient descent with momentum, one worker. The page makes its
// digits, draws its pictures and tests the network while it trains, as it does for a
// learner; ConvNetJS is given ready images and does nothing else.
package main
