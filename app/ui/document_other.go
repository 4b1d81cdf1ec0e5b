//go:build !js

package ui

import (
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Outside a browser there is no document: where pages are prerendered and tested these do
// nothing, and a page looks as it does before anyone has touched it.

// SetText sets the text of an element, without a render.
func SetText(id, text string) {}

// SetAttr sets an attribute of an element, without a render.
func SetAttr(id, name, value string) {}

// SetField sets what a field holds, without a render.
func SetField(id string, value any) {}

// Focus gives an element the focus.
func Focus(id string) {}

// Focused is false here.
func Focused(class string) bool { return false }

// Announce has a screen reader say a sentence.
func Announce(sentence string) {}

// CurrentTheme is how the page is coloured now; outside a browser, Light.
func CurrentTheme() viz.Theme { return viz.Light }

// OnTheme calls f whenever the page's colours may have changed, until release.
func OnTheme(f func(viz.Theme)) (release func()) { return func() {} }

// OnKey calls f with each key pressed, until release.
func OnKey(f func(key string) bool) (release func()) { return func() {} }

// OnUndo calls undo and redo when their keys are pressed, until release.
func OnUndo(undo, redo func()) (release func()) { return func() {} }

func (display) save()                        {}
func (display) apply()                       {}
func markReady()                             {}
func arrive(page string)                     {}
func focusElement(id string)                 {}
func bring(id string)                        {}
func keepQuery(link app.Value)               {}
func toggleDialog(id string)                 {}
func toggleFullScreen()                      {}
func setValue(field app.Value, value string) {}
func setChecked(field app.Value, on bool)    {}

// Recall is what is remembered under a key; outside a browser, nothing.
func Recall(key string) string { return "" }

// Remember remembers a value under a key.
func Remember(key, value string) {}

func storageRefused() bool { return false }

// TypeScale is 1 where there is no page to ask.
func TypeScale() float64 { return 1 }
