package data

import (
	"strconv"
	"strings"
)

// A form is one way to write a digit: which strokes, and in which order. All its examples have the
// same strokes with the same number of nodes, so any mixture of them is of the same form. Two ways
// that have no mixture are two forms: a 7 with a bar and a 7 without.
type form struct {
	share   float32 // how often this form is chosen among those of its digit
	strokes []int   // number of nodes of each stroke
	corner  []bool  // for each node: whether the pen turns sharply
	// Positions of all nodes, x to the right and y down, the digit about 1 high.
	examples [][][2]float32
}

// The tables have at most so many nodes in an example and examples in a form. A writer's memory has
// this size.
const (
	maxNodes    = 20
	maxExamples = 12
)

// formText is a form as it is written in the tables. An example is a list of nodes "x,y" in
// hundredths, with "/" where the pen is lifted. A "c" after a node of the first example marks a
// corner in all of them.
type formText struct {
	share    float32
	examples []string
}

// parse reads a form. It panics where the table is malformed, which is a programmer's error.
func (t formText) parse() form {
	f := form{share: t.share}
	for k, text := range t.examples {
		var nodes [][2]float32
		var strokes []int
		for stroke := range strings.SplitSeq(text, "/") {
			words := strings.Fields(stroke)
			strokes = append(strokes, len(words))
			for _, word := range words {
				bare := strings.TrimSuffix(word, "c")
				x, y, _ := strings.Cut(bare, ",")
				nodes = append(nodes, [2]float32{hundredths(x), hundredths(y)})
				if k == 0 {
					f.corner = append(f.corner, bare != word)
				}
			}
		}
		if k == 0 {
			f.strokes = strokes
		}
		if len(nodes) != len(f.corner) || len(nodes) > maxNodes || k >= maxExamples {
			panic("data: malformed digit form: " + text)
		}
		f.examples = append(f.examples, nodes)
	}
	return f
}

func hundredths(s string) float32 {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("data: malformed digit node: " + s)
	}
	return float32(n) / 100
}

// digitForms returns the forms of the ten digits. The shares of a digit's forms add up to 1.
func digitForms() (all [10][]form) {
	for digit, texts := range handwriting() {
		var sum float32
		for _, t := range texts {
			sum += t.share
		}
		for _, t := range texts {
			f := t.parse()
			f.share /= sum
			all[digit] = append(all[digit], f)
		}
	}
	return all
}
