package netlab

import (
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
)

// listing is a program that is being written, with a line for each layer.
type listing struct {
	strings.Builder
	said    lang.Lang // the language of the remarks
	flat    bool      // the next layer's input is a vector
	ownMean bool      // the program calls the function kerasOwnMean
}

// placed is a layer at its place in a network, as the writers of PyTorch and Keras need it.
type placed struct {
	nn.Layer
	Window nn.Geometry // the layer's window, with its padding as a number
	In     nn.Shape    // the shape of the layer's input
}

func (l *listing) line(parts ...string) {
	for _, p := range parts {
		l.WriteString(p)
	}
	l.WriteByte('\n')
}

// layer writes a line of the list of layers, with a remark at its end.
func (l *listing) layer(call, remark string) {
	if remark != "" {
		remark = "  # " + remark
	}
	l.line("    ", call, ",", remark)
}

// remark returns what stands behind a layer: its name, the shape of its output, its parameters.
func (l *listing) remark(r nn.Row) string {
	text := r.Name + " " + r.Shape.String()
	if r.Params > 0 {
		text += ", " + codeText.Params.With(l.said, ui.Count(r.Params))
	}
	return text
}

// arguments writes a call and leaves empty arguments out.
func arguments(name string, args ...string) string {
	kept := args[:0]
	for _, a := range args {
		if a != "" {
			kept = append(kept, a)
		}
	}
	return name + "(" + strings.Join(kept, ", ") + ")"
}

// option writes a named argument, or "" if it has its default.
func option(name string, value, otherwise int) string {
	if value == otherwise {
		return ""
	}
	return name + "=" + strconv.Itoa(value)
}

func rate(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// total returns the number of parameters of a table.
func total(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.Params
	}
	return n
}
