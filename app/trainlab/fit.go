package trainlab

import (
	"strings"

	"stridelab/app/ui"
	"stridelab/nn"
)

// locked is why no control works yet, "" once they do.
func (l *Lab) locked() string {
	if !l.OnPage {
		return l.t(text.NotReady)
	}
	return ""
}

// fitted says what is done to images of these channels, rows and columns before the network of s
// reads them, as data.Adapt does it; "" when nothing.
func (l *Lab) fitted(s State, c, h, w int) string {
	in := s.Spec(0).In
	out := ""
	if h < in.H || w < in.W {
		out = l.t(text.FitPad, in.H, in.W)
	}
	switch {
	case c == 1 && in.C == 3:
		out = join(out, l.t(text.FitRepeat))
	case c == 3 && in.C == 1:
		out = join(out, l.t(text.FitGrey))
	}
	return out
}

func (l *Lab) padNote() string {
	return join(l.t(text.PadNote), l.fitted(l.run, 1, DigitSize, DigitSize))
}

// filtersNote warns of colours that mean nothing.
func (l *Lab) filtersNote() string {
	if l.store.Dataset.Info.C == 1 && l.run.Spec(0).In.C == 3 {
		return join(l.t(text.FiltersNote), l.t(text.FiltersSame))
	}
	return l.t(text.FiltersNote)
}

// filesShown names the learner's files and says what was in them.
func (l *Lab) filesShown() string {
	i := l.own
	if len(l.fileNames) == 0 || i.Classes == 0 {
		return ""
	}
	return l.t(text.FilesShown, strings.Join(l.fileNames, ", "), ui.Count(int64(i.Train)), ui.Count(int64(i.Test)), i.Classes)
}

// rowName is a layer's name in the table. The input's is a word, the others' are the lecture's.
func (l *Lab) rowName(r nn.Row) string {
	if r.Layer < 0 && r.Name == "Input" {
		return l.t(text.TableInput)
	}
	return r.Name
}

// join sets two sentences behind one another.
func join(a, b string) string { return strings.TrimSpace(a + " " + b) }
