// Package lang holds what Stridelab says, in each of its languages side by side.
//
//	{En: "Start", Ko: "시작"} ───────In(Ko)──────────> "시작"
//	{En: "{0} of {1}", Ko: ...} ────With(En, 3, 8)──> "3 of 8"
//	nn.Code, data.Code, train.Code ─Fault(l, code)──> the sentence a person reads
//	"/train" ───────────────────────Path(Ko, "/train")──> "/ko/train" (behind the site's prefix)
//
// A Text is an array with an element for each row of the table of languages (lang.go). A literal
// that leaves one out fails this package's test. That none is empty is what the tests of the
// packages holding them see to (Text.Check). CONTRIBUTING.md says how to add a language.
package lang
