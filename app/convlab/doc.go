// Package convlab is the page /conv: a filter slides over an input, and every product, sum
// and size can be read.
//
//	course (words, stops) + trace.Presets(trace.Conv) ──New──> window.Lab
package convlab
