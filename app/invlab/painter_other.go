//go:build !js

package invlab

// painter draws in the browser only. Natively Lab.painter is nil.
type painter struct{}

func newPainter(*Lab) *painter { return &painter{} }

func (p *painter) retheme()      {}
func (p *painter) all()          {}
func (p *painter) moved()        {}
func (p *painter) shifted() bool { return false }
