//go:build e2e

package main

import (
	"encoding/binary"

	"stridelab/data"
	"stridelab/nn"
)

// All contestants get the same.
const (
	batch   = 64
	rate    = 0.01 // of plain gradient descent
	samples = 2048
	edge    = 32 // of a sample, in pixels
)

// A Net is one of the networks that are trained.
type Net struct {
	Name string // the heading of its column
	Spec nn.Spec
}

// sameStack has 3×3 convolutions with same padding, two before each pooling, as in VGG
// (Simonyan, Zisserman 2014).
const sameStack = "32x32x3 conv8f3psame+relu conv8f3psame+relu max2 conv16f3psame+relu conv16f3psame+relu max2 dense10"

// demoStack is the net of ConvNetJS' MNIST demo. Its digits are 24×24 pixels.
const demoStack = "24x24x1 conv8f5psame+relu max2 conv16f5psame+relu max3 dense10"

// defaultNet is the net that /train begins with. The figures asked for are about it.
func defaultNet() Net { return Net{"default LeNet", nn.LeNet()} }

// nets are the networks of the table.
func nets() ([]Net, error) {
	same, err := nn.ParseSpec(sameStack)
	if err != nil {
		return nil, err
	}
	demo, err := demoNet()
	if err != nil {
		return nil, err
	}
	return []Net{
		defaultNet(),
		{"6 filters", nn.LeNet6()},
		{"LeNet-5 of 1998", nn.LeNet5()},
		{"global average pooling", nn.GAPNet()},
		{"3×3 same", same},
		demo,
	}, nil
}

// demoNet is the net of ConvNetJS' MNIST demo.
func demoNet() (Net, error) {
	spec, err := nn.ParseSpec(demoStack)
	return Net{"ConvNetJS' MNIST demo", spec}, err
}

// isDemo reports whether the net is that of ConvNetJS' MNIST demo.
func (n Net) isDemo() bool { return n.Spec.String() == demoStack }

// plan is a Net as the peers read it.
type plan struct {
	Height   int         `json:"height"`
	Width    int         `json:"width"`
	Channels int         `json:"channels"`
	Classes  int         `json:"classes"`
	Batch    int         `json:"batch"`
	Rate     float64     `json:"rate"`
	Layers   []planLayer `json:"layers"`
}

type planLayer struct {
	Kind       string `json:"kind"`
	Out        int    `json:"out"`
	F          int    `json:"f"`
	S          int    `json:"s"`
	P          int    `json:"p"`
	Activation string `json:"activation"`
}

// plan spells the net out and leaves nothing to the defaults of a peer. A global average
// pooling gets the edge of its input.
func (n Net) plan() (plan, error) {
	rows, err := n.Spec.Table()
	if err != nil {
		return plan{}, err
	}
	in := n.Spec.In
	p := plan{Height: in.H, Width: in.W, Channels: in.C, Classes: rows[len(rows)-1].Shape.C, Batch: batch, Rate: rate}
	above := in
	for i, l := range n.Spec.Layers {
		g := l.Geometry()
		if l.Kind == nn.GlobalAvgPool {
			g = nn.Geometry{F: above.H, S: above.H}
		}
		p.Layers = append(p.Layers, planLayer{l.Kind.String(), l.Out, g.F, g.S, g.P, l.Act.String()})
		above = rows[i+1].Shape
	}
	return p, nil
}

// parameters is the number of weights and biases of Stridelab's model.
func (n Net) parameters() (int, error) {
	m, err := nn.New(n.Spec, 1)
	if err != nil {
		return 0, err
	}
	return len(m.Params()), nil
}

// digits are the grey samples that all contestants train on: all pixels, then all labels, one
// byte each.
func digits() []byte {
	source := data.NewDigits(1, false)
	out := make([]byte, samples*edge*edge, samples*(edge*edge+1))
	pixels := make([]float32, edge*edge)
	for i := range samples {
		label := source.TrainSample(i, pixels)
		for j, v := range pixels {
			out[i*edge*edge+j] = byte(255*v + 0.5)
		}
		out = append(out, byte(label))
	}
	return out
}

// crop is the middle of each sample, to pixels wide and high.
func crop(digits []byte, to int) []byte {
	out := make([]byte, 0, samples*(to*to+1))
	margin := (edge - to) / 2
	for i := range samples {
		for y := range to {
			from := i*edge*edge + (margin+y)*edge + margin
			out = append(out, digits[from:from+to]...)
		}
	}
	return append(out, digits[samples*edge*edge:]...)
}

// files are the samples as files in MNIST's format, cropped to so many pixels. A run needs samples
// to test on, so the first 16 are in the test files too.
func files(digits []byte, edge int) []data.File {
	digits = crop(digits, edge)
	pixels, labels := digits[:samples*edge*edge], digits[samples*edge*edge:]
	const tests = 16
	side := uint32(edge)
	pack := func(magic byte, dims []uint32, body []byte) []byte {
		b := []byte{0, 0, 8, magic}
		for _, d := range dims {
			b = binary.BigEndian.AppendUint32(b, d)
		}
		return append(b, body...)
	}
	return []data.File{
		{Name: "train-images", Data: pack(3, []uint32{samples, side, side}, pixels)},
		{Name: "train-labels", Data: pack(1, []uint32{samples}, labels)},
		{Name: "test-images", Data: pack(3, []uint32{tests, side, side}, pixels[:tests*edge*edge])},
		{Name: "test-labels", Data: pack(1, []uint32{tests}, labels[:tests])},
	}
}
