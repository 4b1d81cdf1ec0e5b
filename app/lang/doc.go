// Package lang holds the languages of Stridelab, and its texts in all of them side by side.
//
//	{En: "Start", Ko: "시작"} ───────In(Ko)──────────> "시작"
//	{En: "{0} of {1}", Ko: ...} ────With(En, 3, 8)──> "3 of 8"
//	{En: "{0} is", Ko: "{0}{0:은는}"} With(Ko, 3) ──> "3은", by Particle
//	nn.Code, data.Code, train.Code ─Fault(l, code)──> the sentence a person reads
//	"/train" ───────────────────────Path(Ko, "/train")──> "/ko/train" (after the site's prefix)
//
// A Text is an array with an element for each row of the table of languages (lang.go). A test of
// this package fails where a literal leaves one out. The tests of the packages with texts check
// that no element is empty (Text.Check). The rules for Korean texts are in rules_test.go.
// CONTRIBUTING.md says how to add a language.
package lang
