//go:build !js

package ui

import (
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Outside a browser, where pages are prerendered and tested, there is no document and these
// functions do nothing. A page has its first state.

// SetText sets the text of an element, without a render.
func SetText(id, text string) {}

// SetAttr sets an attribute of an element, without a render.
func SetAttr(id, name, value string) {}

// SetField sets the value of a field, without a render.
func SetField(id string, value any) {}

// Focus gives an element the focus.
func Focus(id string) {}

// Focused is false here.
func Focused(class string) bool { return false }

// Announce lets a screen reader say a sentence.
func Announce(sentence string) {}

// CurrentTheme is the theme of the page now. Outside a browser it is Light.
func CurrentTheme() viz.Theme { return viz.Light }

// OnTheme calls f whenever the theme may have changed, until release.
func OnTheme(f func(viz.Theme)) (release func()) { return func() {} }

// OnKey calls f with the name of each key pressed, until release.
func OnKey(f func(key string) bool) (release func()) { return func() {} }

// OnUndo calls undo and redo when their keys are pressed, until release.
func OnUndo(undo, redo func()) (release func()) { return func() {} }

func (display) save()                        {}
func (display) apply()                       {}
func markReady()                             {}
func arrive(page string)                     {}
func showLab()                               {}
func focusElement(id string)                 {}
func bring(id string)                        {}
func keepQuery(link app.Value)               {}
func toggleDialog(id string)                 {}
func toggleFullScreen()                      {}
func setValue(field app.Value, value string) {}
func setChecked(field app.Value, on bool)    {}

// Recall returns the string that is stored under a key. Outside a browser it is "".
func Recall(key string) string { return "" }

// Remember stores a string under a key.
func Remember(key, value string) {}

func storageRefused() bool { return false }

// TypeScale is the page's font size divided by 16 px. Outside a browser it is 1.
func TypeScale() float64 { return 1 }
