//go:build !js

package netlab

// Outside a browser there is no address bar, no focus and no clipboard: where the page is
// prerendered and tested these do nothing.

func putQuery(string, bool)              {}
func onBack(func(string)) func()         { return func() {} }
func href() string                       { return "" }
func focus(string)                       {}
func copyText(_ string, done func(bool)) { done(false) }
