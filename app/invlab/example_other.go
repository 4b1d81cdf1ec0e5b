//go:build !js

package invlab

import "stridelab/nn"

// example is what the server draws, which has no trained nets: a filter for vertical edges
// in their place, so that the maps are as real as any, and classes nobody looks at.
func (l *Lab) example() *seen {
	conv, dense := exampleNet("32x32x1 conv1f3p1+relu max2 gap dense10"), exampleNet("32x32x1 flatten dense10")
	copy(conv.model.ParamList()[0].Data, []float32{1, 0, -1, 1, 0, -1, 1, 0, -1})
	ink := make([]float32, edge*edge)
	class := l.digits.Draw(l.state.Digit, ink)
	s := newSeen(ink, class, conv, dense)
	s.shift(l.state.DX, l.state.DY)
	return s
}

// exampleNet is a net of zeros.
func exampleNet(description string) *Net {
	spec, err := nn.ParseSpec(description)
	if err != nil {
		panic(err)
	}
	model, err := nn.New(spec, 1)
	if err != nil {
		panic(err)
	}
	return &Net{model: model, rows: model.Table()}
}
