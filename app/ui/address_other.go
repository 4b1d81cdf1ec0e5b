//go:build !js

package ui

// OnBack, Href and CopyText need a browser: where pages are prerendered and tested there
// is no address bar and no clipboard.
func OnBack(func(query string)) (release func()) { return func() {} }
func Href() string                               { return "" }
func CopyText(_ string, done func(ok bool))      { done(false) }
