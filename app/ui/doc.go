// Package ui holds what every page of Stridelab shares: the frame around it, its
// controls, and the ways in which drawing gets onto the screen.
//
//	Page{Lang, Path}.Frame(...)   skip link, header, main, announcer, key help
//	Number, Select, Segmented     controls that keep a good value and say why a bad one is refused
//	Button, Stat, Notice          plain functions of their arguments
//	SetText, Announce             straight to the document, for what changes many times a second
//	Canvas + Surface + Frames     a canvas, its context, its requestAnimationFrame loop
//
// Structure goes through go-app's render; what changes on every frame does not, since a
// dispatch renders every ancestor again. Controls hand their values to an
// interface that the page implements rather than to a function: an interface holding the
// same pointer compares equal, so that an unchanged control is not rendered again, and no
// closure can go stale.
//
// All of syscall/js is in the *_js.go files; their *_other.go twins let pages compile
// natively, where they are prerendered and tested.
package ui
