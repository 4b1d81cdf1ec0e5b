// Package lang holds what Stridelab says, in English and Korean side by side.
//
//	{En: "Start", Ko: "시작"}  ──In(Ko)──────────────> "시작"
//	lang.T("{0} of {1}", ...) ──With(En, 3, 8)────> "3 of 8"
//	nn.Code, data.Code, train.Code ──Fault(l, code)──> the sentence a person reads
//	"/train" ──Path(Ko, "/train")────────────────────> "/ko/train" (behind the site's prefix)
//
// A Text names both languages: T does not compile with one, and a literal fails this
// package's test. That neither is empty is what the tests of the packages holding them see
// to (Text.Check).
package lang
