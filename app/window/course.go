package window

import (
	"slices"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// Course is what a page teaches: its texts and the stops of its lesson.
type Course struct {
	Name        string // the value of data-lab
	Title       lang.Text
	Description lang.Text // for search engines
	Lead        lang.Text // one or two sentences under the title
	Stops       []Stop
	Captions    []Caption // for the presets that no stop is about
	Notes       []ui.Note // folded away under the lab
}

// Stop is a stop of the lesson, with the preset and the direction that it shows.
type Stop struct {
	Preset string
	Tab    Tab
	lab.Stop
}

// Caption describes, in two or three sentences, a preset that has no stop of its own.
type Caption struct {
	Preset string
	Text   lang.Text
}

// stopOf returns the stop to show with a preset and a tab. presets is the list of all presets, and
// now is the stop shown so far. The first of these rules that finds a stop decides: the stop of
// this preset and this tab; now, if it has this preset; a stop of this preset; a stop of the
// nearest preset before it in the list.
func (c Course) stopOf(presets []string, preset string, tab Tab, now int) int {
	find := func(fits func(s Stop) bool) int {
		return slices.IndexFunc(c.Stops, fits)
	}
	if i := find(func(s Stop) bool { return s.Preset == preset && s.Tab == tab }); i >= 0 {
		return i
	}
	if now < len(c.Stops) && c.Stops[now].Preset == preset {
		return now
	}
	for at := slices.Index(presets, preset); at >= 0; at-- {
		if i := find(func(s Stop) bool { return s.Preset == presets[at] }); i >= 0 {
			return i
		}
	}
	return 0
}

// Check returns what is wrong with the course, or "" if nothing is.
func (c Course) Check(known func(preset string) bool) string {
	texts := []lang.Text{c.Title, c.Description, c.Lead}
	for _, s := range c.Stops {
		if !known(s.Preset) {
			return "stop " + s.Title.In(lang.En) + " has an unknown preset"
		}
		texts = append(texts, s.Texts()...)
	}
	for _, one := range c.Captions {
		if !known(one.Preset) {
			return "a caption has the unknown preset " + one.Preset
		}
		texts = append(texts, one.Text)
	}
	for _, n := range c.Notes {
		texts = append(texts, n.Title, n.Text)
	}
	for _, t := range texts {
		if fault := t.Check(); fault != "" {
			return t.In(lang.En) + ": " + fault
		}
	}
	return ""
}
