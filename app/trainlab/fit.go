package trainlab

import (
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
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
	f := l.padFrame()
	note := l.t(dataText.PadNote, f.h, f.w)
	if f.light {
		note = join(note, l.t(dataText.PadNoteLight))
	}
	return join(note, l.fitted(l.run, 1, f.h, f.w))
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
	shown := l.t(dataText.FilesShown, strings.Join(kept(l.fileNames, i.LeftOut), ", "), ui.Count(int64(i.Train)), ui.Count(int64(i.Test)), classesOf(l.Page.Lang, i))
	return join(shown, leftOut(l.Page.Lang, append(l.files.folders(), i.LeftOut...)))
}

// kept are the names of files that were not left out.
func kept(names, leftOut []string) (rest []string) {
	for _, name := range names {
		if !slices.Contains(leftOut, name) {
			rest = append(rest, name)
		}
	}
	return rest
}

// leftOut names files that are no part of a dataset; "" where there are none.
func leftOut(l lang.Lang, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return dataText.LeftOut.With(l, strings.Join(names, ", "))
}

// classesOf says how many classes the images of a dataset have, and which where some between are
// missing.
func classesOf(l lang.Lang, i data.Info) string {
	labels := i.Occurring()
	switch {
	case len(labels) == 1:
		return dataText.OneClassOf.With(l, labels[0])
	case len(labels) < i.Classes:
		return dataText.ClassesOf.With(l, len(labels), spans(labels))
	}
	return dataText.Classes.With(l, len(labels))
}

// spans writes ascending numbers with a dash for those that follow each other: "0–3, 7".
func spans(numbers []int) string {
	var parts []string
	for from := 0; from < len(numbers); {
		to := from
		for to+1 < len(numbers) && numbers[to+1] == numbers[to]+1 {
			to++
		}
		part := strconv.Itoa(numbers[from])
		if to > from {
			part += "–" + strconv.Itoa(numbers[to])
		}
		parts = append(parts, part)
		from = to + 1
	}
	return strings.Join(parts, ", ")
}

// warnings say what a learner should know of a dataset before training on it: that it has one class
// alone, and that its images seem to be turned.
func warnings(l lang.Lang, i data.Info) string {
	out := ""
	if labels := i.Occurring(); len(labels) == 1 {
		out = dataText.OneClass.With(l, labels[0])
	}
	if i.Look.Wide {
		out = join(out, dataText.Wide.In(l))
	}
	return out
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
