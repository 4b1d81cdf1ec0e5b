// Package convlab is the page /conv: a filter slides over an input, and the page shows every
// product, sum and size.
//
//	course (words, stops) + trace.Presets(trace.Conv) ──New──> window.Lab
package convlab
