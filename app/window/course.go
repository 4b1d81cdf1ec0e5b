package window

import "stridelab/app/lang"

// Course is what a page teaches with the widget: its words, and the stops of
// its lesson.
type Course struct {
	Name        string // data-lab
	Title       lang.Text
	Description lang.Text // for search engines
	Lead        lang.Text // one or two sentences under the title
	Stops       []Stop
	Notes       []Note // folded away under the lab
}

// Stop is one place of the lesson: a preset to look at, three to six
// sentences, and a question whose answer is behind a disclosure.
type Stop struct {
	Preset           string
	Tab              Tab
	Title            lang.Text
	Text             lang.Text
	Question, Answer lang.Text
}

// Note is a short text with a heading.
type Note struct{ Title, Text lang.Text }

// stopFor is the first stop on a preset, from 0; −1 when there is none.
func (c Course) stopFor(preset string, tab Tab) int {
	for i, s := range c.Stops {
		if s.Preset == preset && s.Tab == tab {
			return i
		}
	}
	return -1
}

// Check says what is wrong with the course, or "" when nothing is.
func (c Course) Check(known func(preset string) bool) string {
	texts := []lang.Text{c.Title, c.Description, c.Lead}
	for _, s := range c.Stops {
		if !known(s.Preset) {
			return "stop " + s.Title.En + " has an unknown preset"
		}
		texts = append(texts, s.Title, s.Text, s.Question, s.Answer)
	}
	for _, n := range c.Notes {
		texts = append(texts, n.Title, n.Text)
	}
	for _, t := range texts {
		if fault := t.Check(); fault != "" {
			return t.En + ": " + fault
		}
	}
	return ""
}
