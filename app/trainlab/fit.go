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

// locked returns why no control works yet, "" once they do.
func (l *Lab) locked() string {
	if !l.OnPage {
		return l.t(text.NotReady)
	}
	return ""
}

// fitted says how data.Adapt changes images of c channels, h rows and w columns before the network
// of s reads them. It returns "" if it does not change them.
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

// padNote says what the network gets of a drawing.
func (l *Lab) padNote() string {
	f := l.padFrame()
	note := l.t(dataText.PadNote, f.h, f.w)
	if f.light {
		note = join(note, l.t(dataText.PadNoteLight))
	}
	return join(note, l.fitted(l.run, 1, f.h, f.w))
}

// filtersNote explains the picture of the filters. If the images are grey and the network reads
// colours, it warns that the colours mean nothing.
func (l *Lab) filtersNote() string {
	if l.store.Dataset.Info.C == 1 && l.run.Spec(0).In.C == 3 {
		return join(l.t(text.FiltersNote), l.t(text.FiltersSame))
	}
	return l.t(text.FiltersNote)
}

// filesShown names the learner's files and says what they hold, "" while there are none.
func (l *Lab) filesShown() string {
	i := l.own
	if len(l.fileNames) == 0 || i.Classes == 0 {
		return ""
	}
	shown := l.t(dataText.FilesShown, strings.Join(kept(l.fileNames, i.LeftOut), ", "), ui.Count(int64(i.Train)), ui.Count(int64(i.Test)), classesOf(l.Page.Lang, i))
	return join(shown, leftOut(l.Page.Lang, append(l.files.folders(), i.LeftOut...)))
}

// kept returns the names of the files that were not left out.
func kept(names, leftOut []string) (rest []string) {
	for _, name := range names {
		if !slices.Contains(leftOut, name) {
			rest = append(rest, name)
		}
	}
	return rest
}

// leftOut says which files are no part of a dataset, "" for none.
func leftOut(l lang.Lang, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return dataText.LeftOut.With(l, strings.Join(names, ", "))
}

// classesOf says how many classes occur among the images of a dataset. If not all of them occur, it
// lists those that do.
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

// spans writes ascending numbers, and consecutive ones as a range: "0–3, 7".
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

// warnings says what a learner should know of a dataset before training on it: that it has a single
// class, or that its images seem to lie on their side. It returns "" if there is nothing to say.
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

// rowName returns a layer's name in the table. That of the input is translated; the others are the
// lecture's names.
func (l *Lab) rowName(r nn.Row) string {
	if r.Layer < 0 && r.Name == "Input" {
		return l.t(text.TableInput)
	}
	return r.Name
}

// join joins two sentences with a space. Either may be "".
func join(a, b string) string { return strings.TrimSpace(a + " " + b) }
