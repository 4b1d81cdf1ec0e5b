package netlab

import (
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
)

// listing is a program being written, a line for each layer.
type listing struct {
	strings.Builder
	flat bool // what the next layer gets is a vector
}

func (l *listing) line(parts ...string) {
	for _, p := range parts {
		l.WriteString(p)
	}
	l.WriteByte('\n')
}

// layer writes one line inside the list of layers, with a remark behind it.
func (l *listing) layer(call, remark string) {
	if remark != "" {
		remark = "  # " + remark
	}
	l.line("    ", call, ",", remark)
}

// remark is what stands beside a layer: its name, what it puts out, its parameters.
func remark(r nn.Row) string {
	text := r.Name + " " + r.Shape.String()
	if r.Params > 0 {
		text += ", " + ui.Count(r.Params) + " params"
	}
	return text
}

// arguments joins a call's arguments and leaves empty ones out.
func arguments(name string, args ...string) string {
	kept := args[:0]
	for _, a := range args {
		if a != "" {
			kept = append(kept, a)
		}
	}
	return name + "(" + strings.Join(kept, ", ") + ")"
}

// option is a named argument, "" where it has its default.
func option(name string, value, otherwise int) string {
	if value == otherwise {
		return ""
	}
	return name + "=" + strconv.Itoa(value)
}

// PyTorch writes a network that fits as a torch program with the same layers and as many
// parameters. Its remarks are in the given language. Like Stridelab's own it ends in logits: softmax is part of the loss.
func PyTorch(said lang.Lang, s nn.Spec) string {
	s = s.Normal()
	rows, err := s.Table()
	if err != nil {
		return ""
	}
	l := &listing{flat: s.In.Flat}
	l.line("from torch import nn")
	l.line()
	l.line("model = nn.Sequential(  # input: [N, ", inputTorch(s.In), "]")
	for i, layer := range s.Layers {
		in, row := rows[i].Shape, rows[i+1]
		g, act := layer.Geometry(), torchActivation(layer.Act)
		if layer.Kind == nn.Dense && !l.flat {
			l.layer("nn.Flatten()", "")
		}
		padding := option("padding", g.P, 0)
		if layer.P == nn.PadSame && g.S == 1 && g.P > 0 {
			padding = `padding="same"`
		}
		switch layer.Kind {
		case nn.Conv:
			l.layer(arguments("nn.Conv2d", strconv.Itoa(in.C), strconv.Itoa(layer.Out), "kernel_size="+strconv.Itoa(g.F),
				option("stride", g.S, 1), padding, option("dilation", g.D, 1)), remark(row))
		case nn.MaxPool:
			l.layer(arguments("nn.MaxPool2d", strconv.Itoa(g.F), option("stride", g.S, g.F), option("padding", g.P, 0)), remark(row))
		case nn.AvgPool:
			counted := ""
			if g.P > 0 && !layer.CountPad {
				counted = "count_include_pad=False"
			}
			l.layer(arguments("nn.AvgPool2d", strconv.Itoa(g.F), option("stride", g.S, g.F), option("padding", g.P, 0), counted), remark(row))
		case nn.GlobalAvgPool:
			l.layer("nn.AdaptiveAvgPool2d(1)", remark(row))
		case nn.Flatten:
			l.layer("nn.Flatten()", remark(row))
		case nn.Dense:
			l.layer(arguments("nn.Linear", strconv.Itoa(in.Size()), strconv.Itoa(layer.Out)), remark(row))
		case nn.Dropout:
			l.layer("nn.Dropout("+rate(layer.Rate)+")", remark(row))
		}
		if act != "" {
			l.layer(act, "")
		}
		l.flat = row.Shape.Flat
	}
	if !l.flat {
		l.layer("nn.Flatten()", "")
	}
	l.line(")")
	l.line("loss = nn.CrossEntropyLoss()  # ", softmaxText.TakesLogits.In(said))
	l.line("print(sum(p.numel() for p in model.parameters()))  # ", strconv.FormatInt(total(rows), 10))
	return l.String()
}

// Keras writes the same network as a Keras 3 program. Keras keeps channels last and
// knows padding as a word; where the number matters a layer of its own pads.
func Keras(said lang.Lang, s nn.Spec) string {
	s = s.Normal()
	rows, err := s.Table()
	if err != nil {
		return ""
	}
	l := &listing{flat: s.In.Flat}
	l.line("import keras")
	l.line("from keras import layers")
	l.line()
	l.line("model = keras.Sequential([")
	l.layer("keras.Input(shape=("+inputKeras(s.In)+"))", "")
	for i, layer := range s.Layers {
		row, g := rows[i+1], layer.Geometry()
		if layer.Kind == nn.Dense && !l.flat {
			l.layer("layers.Flatten()", "")
		}
		same := g.P > 0 && g.S == 1 && 2*g.P == g.Extent()-1
		padding := ""
		if same && !(layer.Kind == nn.AvgPool && layer.CountPad) {
			padding = `padding="same"`
		} else if g.P > 0 {
			l.layer(kerasPadding(said, layer, g.P))
		}
		l.flat = row.Shape.Flat
		switch layer.Kind {
		case nn.Conv:
			l.layer(arguments("layers.Conv2D", strconv.Itoa(layer.Out), strconv.Itoa(g.F), option("strides", g.S, 1), padding,
				option("dilation_rate", g.D, 1), kerasActivation(layer.Act)), remark(row))
		case nn.Dense:
			l.layer(arguments("layers.Dense", strconv.Itoa(layer.Out), kerasActivation(layer.Act)), remark(row))
		case nn.MaxPool:
			l.layer(arguments("layers.MaxPooling2D", strconv.Itoa(g.F), option("strides", g.S, g.F), padding), remark(row))
		case nn.AvgPool:
			l.layer(arguments("layers.AveragePooling2D", strconv.Itoa(g.F), option("strides", g.S, g.F), padding), remark(row))
		case nn.GlobalAvgPool:
			l.layer("layers.GlobalAveragePooling2D(keepdims=True)", remark(row))
		case nn.Flatten:
			l.layer("layers.Flatten()", remark(row))
		case nn.Dropout:
			l.layer("layers.Dropout("+rate(layer.Rate)+")", remark(row))
		}
		if layer.Act != nn.Identity && layer.Kind != nn.Conv && layer.Kind != nn.Dense {
			l.layer(`layers.Activation("`+layer.Act.String()+`")`, "")
		}
	}
	if !l.flat {
		l.layer("layers.Flatten()", "")
	}
	l.line("])")
	l.line("loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)  # ", softmaxText.InLoss.In(said))
	l.line("print(model.count_params())  # ", strconv.FormatInt(total(rows), 10))
	return l.String()
}

// kerasPadding is the layer that pads before another by a number Keras has no word for,
// and what is to be said of it.
func kerasPadding(said lang.Lang, layer nn.Layer, p int) (call, remark string) {
	n := strconv.Itoa(p)
	switch {
	case layer.Kind == nn.MaxPool: // padding never wins a maximum
		pad := "(" + n + ", " + n + ")"
		return "layers.Lambda(lambda x: keras.ops.pad(x, [(0, 0), " + pad + ", " + pad + `, (0, 0)], constant_values=float("-inf")))`, ""
	case layer.Kind == nn.AvgPool && !layer.CountPad:
		return "layers.ZeroPadding2D(" + n + ")", softmaxText.PadCounts.In(said)
	}
	return "layers.ZeroPadding2D(" + n + ")", ""
}

func inputTorch(in nn.Shape) string {
	if in.Flat {
		return strconv.Itoa(in.C)
	}
	return strconv.Itoa(in.C) + ", " + strconv.Itoa(in.H) + ", " + strconv.Itoa(in.W)
}

func inputKeras(in nn.Shape) string {
	if in.Flat {
		return strconv.Itoa(in.C) + ","
	}
	return strconv.Itoa(in.H) + ", " + strconv.Itoa(in.W) + ", " + strconv.Itoa(in.C)
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

func kerasActivation(a nn.Activation) string {
	if a == nn.Identity {
		return ""
	}
	return `activation="` + a.String() + `"`
}

func rate(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// total adds up a table's parameters.
func total(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.Params
	}
	return n
}
