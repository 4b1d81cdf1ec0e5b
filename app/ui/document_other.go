//go:build !js

package ui

import "stridelab/viz"

// SetText sets the text of an element, without a render.
func SetText(id, text string) {}

// SetAttr sets an attribute of an element, without a render.
func SetAttr(id, name, value string) {}

// Announce has a screen reader say a sentence.
func Announce(sentence string) {}

// CurrentTheme is how the page is coloured now; outside a browser, Light.
func CurrentTheme() viz.Theme { return viz.Light }

// OnTheme calls f whenever the colours change, until release.
func OnTheme(f func(viz.Theme)) (release func()) { return func() {} }

// OnKey calls f with each key pressed, until release.
func OnKey(f func(key string) bool) (release func()) { return func() {} }
