package netlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/nn"
)

// Keras writes the same network as PyTorch does, as a Keras 3 program. With the same weights both
// compute the same numbers. Keras keeps channels last, so its program permutes a volume before it
// is flattened. Keras takes the words "same" and "valid" for padding, but no numbers. For other
// padding the program has a layer that pads before. A network that does not fit gives "".
func Keras(said lang.Lang, s nn.Spec) string {
	s = s.Normal()
	rows, err := s.Table()
	if err != nil {
		return ""
	}
	l := &listing{said: said, flat: s.In.Flat}
	l.line("model = keras.Sequential([")
	l.layer("keras.Input(shape=("+inputKeras(s.In)+"))", "")
	for i, layer := range s.Layers {
		p := &placed{layer, layer.Geometry(), rows[i].Shape}
		if p.Kind.ReadsVector() && !l.flat {
			l.layer(kerasFlatten(l, p), "")
		}
		kind := kindRow(p.Kind)
		l.layer(kind.Keras(l, p), l.remark(rows[i+1]))
		if p.Act != nn.Identity && !kind.KerasActs {
			l.layer(`layers.Activation("`+p.Act.String()+`")`, "")
		}
		l.flat = rows[i+1].Shape.Flat
	}
	if !l.flat {
		l.layer("layers.Flatten()", "")
	}
	l.line("])")
	l.line("loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)  # ", codeText.InLoss.In(said))
	l.line("print(model.count_params())  # ", strconv.FormatInt(total(rows), 10))
	l.line("# ", codeText.KerasWeights.In(said))
	head := &listing{said: said}
	head.line("import keras")
	head.line("from keras import layers")
	head.line()
	if l.ownMean {
		head.line("def " + kerasOwnMean + "(f, s, p):  # " + codeText.OwnMean.In(said))
		head.line("    pad = [(0, 0), (p, p), (p, p), (0, 0)]")
		head.line("    mean = lambda x: keras.ops.average_pool(keras.ops.pad(x, pad), f, strides=s)")
		head.line("    return layers.Lambda(lambda x: mean(x) / mean(keras.ops.ones_like(x)))")
		head.line()
	}
	return head.String() + l.String()
}

// kerasOwnMean is the name of a function in the program: average pooling that leaves the padding
// out of the mean. Keras has that only for the padding of "same". The function divides the mean
// with zeros by the share of cells that are no padding.
const kerasOwnMean = "average_without_padding"

func kerasConv(l *listing, p *placed) string {
	g := p.Window
	return arguments("layers.Conv2D", strconv.Itoa(p.Out), strconv.Itoa(g.F), option("strides", g.S, 1),
		kerasPadding(l, p, true, zeroPadding(g.P)), option("dilation_rate", g.D, 1), kerasActivation(p.Act))
}

func kerasMaxPool(l *listing, p *placed) string {
	g := p.Window
	n := strconv.Itoa(g.P)
	pad := "(" + n + ", " + n + ")" // padding with −∞ is never the maximum
	before := "layers.Lambda(lambda x: keras.ops.pad(x, [(0, 0), " + pad + ", " + pad + `, (0, 0)], constant_values=float("-inf")))`
	return arguments("layers.MaxPooling2D", strconv.Itoa(g.F), option("strides", g.S, g.F), kerasPadding(l, p, true, before))
}

func kerasAvgPool(l *listing, p *placed) string {
	g := p.Window
	same := g.S == 1 && 2*g.P == g.Extent()-1
	if g.P > 0 && !p.CountPad && !same {
		l.ownMean = true
		return arguments(kerasOwnMean, strconv.Itoa(g.F), strconv.Itoa(g.S), strconv.Itoa(g.P))
	}
	return arguments("layers.AveragePooling2D", strconv.Itoa(g.F), option("strides", g.S, g.F),
		kerasPadding(l, p, !p.CountPad, zeroPadding(g.P)))
}

func kerasGlobalPool(*listing, *placed) string {
	return "layers.GlobalAveragePooling2D(keepdims=True)"
}

// kerasFlatten flattens the values map by map, as PyTorch does, because the next layer's weights
// are in that order.
func kerasFlatten(l *listing, p *placed) string {
	if in := p.In; !in.Flat && in.C > 1 && in.H*in.W > 1 {
		l.layer("layers.Permute((3, 1, 2))", codeText.ChannelsFirst.In(l.said))
	}
	return "layers.Flatten()"
}

func kerasDense(_ *listing, p *placed) string {
	return arguments("layers.Dense", strconv.Itoa(p.Out), kerasActivation(p.Act))
}

func kerasDropout(_ *listing, p *placed) string { return arguments("layers.Dropout", rate(p.Rate)) }

// kerasPadding returns the argument that pads a window, or "" if none is needed. If "same" means
// another padding than the layer's, or sameDoes is false because it is counted otherwise, it writes
// the layer call, which pads before.
func kerasPadding(l *listing, p *placed, sameDoes bool, call string) string {
	g := p.Window
	switch {
	case g.P == 0:
		return ""
	case sameDoes && g.S == 1 && 2*g.P == g.Extent()-1:
		return `padding="same"`
	}
	l.layer(call, "")
	return ""
}

// zeroPadding returns the layer that pads with p rows and columns of zeros on every side.
func zeroPadding(p int) string { return "layers.ZeroPadding2D(" + strconv.Itoa(p) + ")" }

func inputKeras(in nn.Shape) string {
	if in.Flat {
		return strconv.Itoa(in.C) + ","
	}
	return strconv.Itoa(in.H) + ", " + strconv.Itoa(in.W) + ", " + strconv.Itoa(in.C)
}

func kerasActivation(a nn.Activation) string {
	if a == nn.Identity {
		return ""
	}
	return `activation="` + a.String() + `"`
}
