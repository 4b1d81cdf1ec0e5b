package invlab

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/viz"
)

// stateWord returns the value of data-state while the nets are there. Before, Render writes
// "loading".
func (l *Lab) stateWord() string {
	switch {
	case l.retraining.Running:
		return "training"
	case l.chart.Running || l.reachTest.Running:
		return "counting"
	}
	return "ready"
}

// place returns where the digit is, and how much of its ink is out of the field.
func (l *Lab) place() (at, lost string) {
	s := l.seen
	at, lost = l.t(text.Moved, pair(s.offset())), "\u00a0"
	if s.lost > 0 {
		lost = l.t(text.InkLost, percent(s.lost))
	}
	return at, lost
}

// verdict returns the class that a net reads, its probability, and "yes" or "no" for whether it is
// right.
func (l *Lab) verdict(net netKind) (reads, sure, right string) {
	class, p := l.seen.reading(net)
	if class == l.seen.class {
		return l.t(text.Reads, class), l.t(text.RightAnswer, certainty(p)), "yes"
	}
	return l.t(text.Reads, class), l.t(text.WrongAnswer, certainty(p)), "no"
}

// bars returns the bars of a net's probabilities.
func (l *Lab) bars(net netKind, w, h, size float64) viz.ClassBars {
	s := l.seen
	b := viz.ClassBars{W: w, H: h, Size: size, Role: [...]viz.Role{convNet: viz.Series1, denseNet: viz.Series2}[net], Now: s.now[net].Probs, Label: s.class, Percent: certainty}
	if s.dx != 0 || s.dy != 0 {
		b.Was = s.was[net].Probs
	}
	return b
}

// reach returns the diagram of how far both nets keep the digit's class, as far as it is known.
func (l *Lab) reach(w, size float64) viz.Reach {
	s := l.search
	return viz.Reach{W: w, Size: size, Most: Most, Conv: s.known(convNet), Dense: s.known(denseNet), At: [2]float64{float64(l.state.DX), float64(l.state.DY)}, Digit: inked(s.ink)}
}

// says returns a sentence with the digit's place and both answers.
func (l *Lab) says() string {
	s := l.seen
	conv, _ := s.reading(convNet)
	dense, _ := s.reading(denseNet)
	_, convSure, _ := l.verdict(convNet)
	_, denseSure, _ := l.verdict(denseNet)
	sentence := l.t(text.Said, pair(s.offset()), conv, convSure, dense, denseSure)
	if s.lost > 0 {
		sentence += " " + l.t(text.SaidLost, percent(s.lost))
	}
	return sentence
}

// sum returns the sum of a net's reaches, as data-sum has it, or "" if it is not known yet.
func (s *search) sum(net netKind) string {
	if !s.Done && net >= s.net {
		return ""
	}
	return strconv.Itoa(s.Reach[net].Sum())
}

// reachWords returns how far a net keeps the digit's class, on average over the directions.
func (l *Lab) reachWords(net netKind) string {
	s := l.search
	switch {
	case s.Wrong[net]:
		return l.t(text.ReachWrong)
	case s.sum(net) == "":
		return l.t(text.ReachSearching)
	}
	return l.t(text.ReachMean, strconv.FormatFloat(float64(s.Reach[net].Sum())/8, 'f', 1, 64))
}

// reachSays returns the diagram in words.
func (l *Lab) reachSays() string {
	ways := func(net netKind) string {
		words := make([]string, 8)
		for i, d := range l.search.Reach[net] {
			words[i] = l.t(text.ReachWay, l.t(wayName(i)), d)
		}
		return strings.Join(words, ", ")
	}
	return l.t(text.ReachAll, l.t(text.ReachLabel)+".", ways(convNet), ways(denseNet))
}

// rows writes the rows of the chart's table as HTML.
func (c *chart) rows() string {
	var b strings.Builder
	word := func(v float64) string {
		if math.IsNaN(v) {
			return ""
		}
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	x, conv := c.curve(convNet)
	_, dense := c.curve(denseNet)
	for i := range x {
		shift := strconv.Itoa(int(x[i]))
		b.WriteString(`<tr data-test="sweep-row" data-shift="` + shift + `" data-conv="` + word(conv[i]) + `" data-dense="` + word(dense[i]) + `"><th scope="row" class="num">` +
			lab.Signed(x[i]) + `</th><td class="num">` + word(conv[i]) + `</td><td class="num">` + word(dense[i]) + `</td></tr>`)
	}
	return b.String()
}
