// Package sentence fills words and numbers into sentences, as fmt does for %v and %q. The trainer's
// program uses it instead of fmt, which would make that program an eighth larger to download.
//
//	"%v holds %v images" + ("a.gz", 60000) ──Fill──▶ "a.gz holds 60000 images"
package sentence
