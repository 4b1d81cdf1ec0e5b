//go:build !js

package window

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// painter draws in the browser only; here there is none, and Lab.painter stays nil.
type painter struct{ dirty, announce, still bool }

func newPainter(*Lab) *painter { return &painter{} }

func (p *painter) retheme() {}
func (p *painter) now()     {}
func (p *painter) resize()  {}

func bringStage(bool)                                          {}
func bringRefusal()                                            {}
func fold(string)                                              {}
func finePointer() bool                                        { return true }
func selectField(string)                                       {}
func readPicture(app.Value, int, func(rgb []float32, ok bool)) {}
