package netlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/nn"
)

// PyTorch writes a network that fits as a PyTorch program with the same layers and as many
// parameters. Its remarks are in the language said. Like Stridelab's own network it ends in logits,
// because softmax is part of the loss. A network that does not fit gives "".
func PyTorch(said lang.Lang, s nn.Spec) string {
	s = s.Normal()
	rows, err := s.Table()
	if err != nil {
		return ""
	}
	l := &listing{said: said, flat: s.In.Flat}
	l.line("from torch import nn")
	l.line()
	l.line("model = nn.Sequential(  # ", codeText.Input.In(said), ": [N, ", inputTorch(s.In), "]")
	for i, layer := range s.Layers {
		p := &placed{layer, layer.Geometry(), rows[i].Shape}
		if p.Kind.ReadsVector() && !l.flat {
			l.layer("nn.Flatten()", "")
		}
		l.layer(kindRow(p.Kind).Torch(l, p), l.remark(rows[i+1]))
		if act := torchActivation(p.Act); act != "" {
			l.layer(act, "")
		}
		l.flat = rows[i+1].Shape.Flat
	}
	if !l.flat {
		l.layer("nn.Flatten()", "")
	}
	l.line(")")
	l.line("loss = nn.CrossEntropyLoss()  # ", codeText.TakesLogits.In(said))
	l.line("print(sum(p.numel() for p in model.parameters()))  # ", strconv.FormatInt(total(rows), 10))
	return l.String()
}

func torchConv(_ *listing, p *placed) string {
	g := p.Window
	padding := option("padding", g.P, 0)
	if p.P == nn.PadSame && g.S == 1 && g.P > 0 {
		padding = `padding="same"`
	}
	return arguments("nn.Conv2d", strconv.Itoa(p.In.C), strconv.Itoa(p.Out), "kernel_size="+strconv.Itoa(g.F),
		option("stride", g.S, 1), padding, option("dilation", g.D, 1))
}

func torchMaxPool(_ *listing, p *placed) string { return torchPool("nn.MaxPool2d", p.Window, "") }

func torchAvgPool(_ *listing, p *placed) string {
	counted := ""
	if p.Window.P > 0 && !p.CountPad {
		counted = "count_include_pad=False"
	}
	return torchPool("nn.AvgPool2d", p.Window, counted)
}

func torchPool(name string, g nn.Geometry, counted string) string {
	return arguments(name, strconv.Itoa(g.F), option("stride", g.S, g.F), option("padding", g.P, 0), counted)
}

func torchGlobalPool(*listing, *placed) string { return "nn.AdaptiveAvgPool2d(1)" }

func torchFlatten(*listing, *placed) string { return "nn.Flatten()" }

func torchDense(_ *listing, p *placed) string {
	return arguments("nn.Linear", strconv.Itoa(p.In.Size()), strconv.Itoa(p.Out))
}

func torchDropout(_ *listing, p *placed) string { return arguments("nn.Dropout", rate(p.Rate)) }

func inputTorch(in nn.Shape) string {
	if in.Flat {
		return strconv.Itoa(in.C)
	}
	return strconv.Itoa(in.C) + ", " + strconv.Itoa(in.H) + ", " + strconv.Itoa(in.W)
}

func torchActivation(a nn.Activation) string {
	switch a {
	case nn.ReLU:
		return "nn.ReLU()"
	case nn.Tanh:
		return "nn.Tanh()"
	case nn.Sigmoid:
		return "nn.Sigmoid()"
	}
	return ""
}
