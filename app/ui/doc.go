// Package ui holds the parts that all pages of Stridelab share: the frame of a page, its
// controls, and drawing on a canvas.
//
//	Page{Lang, Path}.Frame(...)   skip link, header, main, announcer, key help
//	Number, Select, Segmented     controls that keep a good value and say why a bad one is refused
//	Button, Stat, Notice          plain functions of their arguments
//	SetText, Announce             change the document without a render
//	Canvas + Surface + Frames     a canvas, its context, its requestAnimationFrame loop
//
// go-app renders the structure of a page. A dispatch renders every ancestor of a component, so
// values that change on every frame are set without a render. A control passes its values to an
// interface that the page implements, not to a function. Two interfaces with the same pointer are
// equal, so go-app does not render an unchanged control again, and no control calls an old closure.
//
// syscall/js is used only in the files *_js.go. Their twins *_other.go let pages compile natively,
// to be prerendered and tested.
package ui
