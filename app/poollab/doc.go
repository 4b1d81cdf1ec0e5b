// Package poollab is the page /pool: max and average pooling of one input, side by side, with
// the same window in both.
//
//	course (words, stops) + trace.Presets(trace.Pool) ──New──> window.Lab
package poollab
