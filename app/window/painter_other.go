//go:build !js

package window

// painter paints in the browser only. Natively Lab.painter is nil, except in tests.
type painter struct{ dirty, announce, still bool }

func newPainter(*Lab) *painter { return &painter{} }

func (p *painter) retheme() {}
func (p *painter) now()     {}
func (p *painter) resize()  {}

func bringStage(bool)                               {}
func bringRefusal()                                 {}
func finePointer() bool                             { return true }
func selectField(string)                            {}
func readPicture(int, func(rgb []float32, ok bool)) {}
