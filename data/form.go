package data

import (
	"strconv"
	"strings"
)

// A form is one way of writing a digit: what strokes, in what order. Its examples show how far that way reaches; all
// have the same strokes with the same number of nodes, so that any mixture of them is the same form again. What a
// form's examples cannot reach by mixing (a 7 with a bar and one without) is another form.
type form struct {
	share    float32        // how often this form is chosen among those of its digit
	strokes  []int          // number of nodes of each stroke
	corner   []bool         // for each node: whether the pen turns sharply
	examples [][][2]float32 // positions of all nodes, x to the right and y down, the digit about 1 high
}

// maxNodes and maxExamples bound what the tables may hold, so that scratch memory can be fixed.
const (
	maxNodes    = 20
	maxExamples = 12
)

// formText is a form as written in the tables: each example is nodes "x,y" in hundredths, a "c" behind a node that is
// a corner (in the first example; it holds for all), and "/" where the pen is lifted.
type formText struct {
	share    float32
	examples []string
}

// parse reads a form; a table that does not parse is a programmer's error, and panics.
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

// digitForms returns the forms of the ten digits, shares adding up to 1 for each.
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
