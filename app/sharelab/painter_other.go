//go:build !js

package sharelab

// painter draws only in a browser. Natively Lab.painter is nil.
type painter struct{ dirty bool }

func newPainter(*Lab) *painter { return &painter{} }

func (p *painter) retheme()           {}
func (p *painter) moved()             {}
func (p *painter) moveBy(string) bool { return false }
