// Package sentence puts words and numbers into sentences, as fmt does with %v
// and %q, without what fmt brings along: an eighth of the program that visitors
// download to train with.
//
//	"%v holds %v images" + ("a.gz", 60000) ──Fill──▶ "a.gz holds 60000 images"
package sentence
