//go:build !js

package sharelab

// painter draws in the browser only; natively Lab.painter stays nil.
type painter struct{ dirty bool }

func newPainter(*Lab) *painter { return &painter{} }

func (p *painter) retheme()           {}
func (p *painter) moved()             {}
func (p *painter) moveBy(string) bool { return false }
