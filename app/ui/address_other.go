//go:build !js

package ui

// OnBack, PutQuery, Href and CopyText do nothing outside a browser, where pages are prerendered and
// tested: there is no address bar and no clipboard.
func OnBack(func(query string)) (release func()) { return func() {} }
func PutQuery(query string, whole bool)          {}
func Href() string                               { return "" }
func CopyText(_ string, done func(ok bool))      { done(false) }
