package netlab

import (
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
)

// listing is a program while it is written, a line for each layer.
type listing struct {
	strings.Builder
	said    lang.Lang // of the remarks
	flat    bool      // the next layer's input is a vector
	ownMean bool      // it calls the function kerasOwnMean
}

// placed is a layer in its place in a network, as the writers of PyTorch and Keras need it.
type placed struct {
	nn.Layer
	Window nn.Geometry
	In     nn.Shape
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

// remark is what stands beside a layer: its name, the shape of its output, its parameters.
func (l *listing) remark(r nn.Row) string {
	text := r.Name + " " + r.Shape.String()
	if r.Params > 0 {
		text += ", " + codeText.Params.With(l.said, ui.Count(r.Params))
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

func rate(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// total adds up a table's parameters.
func total(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.Params
	}
	return n
}
