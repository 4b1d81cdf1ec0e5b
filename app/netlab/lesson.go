package netlab

import (
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stop is a stop of the lesson. Its sentences are about the network in the table, and it selects
// row Row of the table, 0 for none.
type stop struct {
	lab.Stop
	Row int
}

// stopCount is the number of stops.
const stopCount = 5

// stops returns the stops of the lesson for a network that fits.
func (l *Lab) stops(s nn.Spec, rows []nn.Row) [stopCount]stop {
	return [stopCount]stop{patternStop(rows), sizeStop(rows), l.workStop(rows), vectorStop(rows), countStop(s, rows)}
}

// patternStop is about the order of the layers, and counts them.
func patternStop(rows []nn.Row) stop {
	numbers := layerNumbers(rows)
	layers := numbers[len(numbers)-1]
	groups := make([][]string, layers)
	for i, r := range rows {
		if n := numbers[i]; n > 0 {
			groups[n-1] = append(groups[n-1], r.Name)
		}
	}
	together, names := "", make([]string, layers)
	for i, g := range groups {
		names[i] = strings.Join(g, " + ")
		if len(g) > 1 && together == "" {
			together = names[i]
		}
	}
	answer := lessonText.CountedLayers.Fill(layers, strings.Join(names, ", "))
	for i, r := range rows {
		if r.Kind == nn.Dense && i > 0 && !strings.HasPrefix(r.Name, "Softmax") {
			answer = join(answer, lessonText.WhyCalled.Fill(r.Name, numbers[i]))
			break
		}
	}
	said := lessonText.Pattern.Fill(pattern(rows))
	if together != "" {
		said = join(said, lessonText.Bracket.Fill(together))
	}
	return stop{Stop: lab.Stop{Title: lessonText.PatternTitle, Text: said, Question: lessonText.HowManyLayers, Answer: answer}}
}

// join returns a text of two sentences.
func join(a, b lang.Text) lang.Text {
	return lang.Make(func(l lang.Lang) string { return a.In(l) + " " + b.In(l) })
}

// layerNumbers returns, for each row, the number of its layer as lectures count: a layer with
// parameters counts, and the rows after it without parameters belong to it. Rows before the first
// such layer have the number 0.
func layerNumbers(rows []nn.Row) []int {
	numbers, n := make([]int, len(rows)), 0
	for i, r := range rows {
		if r.Params > 0 {
			n++
		}
		numbers[i] = n
	}
	return numbers
}

// pattern returns the order of the layers: CONV – POOL – FC. In a long network it counts layers of
// one sort that follow each other: CONV×2.
func pattern(rows []nn.Row) string {
	const long = 10
	var words []string
	for _, r := range rows[1:] {
		word := strings.TrimRight(r.Name, "0123456789abcdefghijklmnopqrstuvwxyz")
		if r.Kind == nn.Dense {
			word = "FC" // the softmax row too
		}
		words = append(words, word)
	}
	if len(words) > long {
		var counted []string
		for from := 0; from < len(words); {
			to := from + 1
			for to < len(words) && words[to] == words[from] {
				to++
			}
			word := words[from]
			if n := to - from; n > 1 {
				word += "×" + strconv.Itoa(n)
			}
			counted, from = append(counted, word), to
		}
		words = counted
	}
	return strings.Join(words, " – ")
}

// sizeStop is about the size of the output from row to row.
func sizeStop(rows []nn.Row) stop {
	last := rows[len(rows)-1]
	at := stop{Stop: lab.Stop{Title: lessonText.SizeTitle, Text: lessonText.Size.Fill(ui.Count(rows[0].Size), ui.Count(last.Size))}}
	steepest := 1
	for i := 1; i < len(rows); i++ {
		now, before := rows[i], rows[i-1]
		if now.Size > before.Size && now.Shape.C > before.Shape.C && !before.Shape.Flat && !now.Shape.Flat {
			n := strconv.Itoa
			edges := func(s nn.Shape) string { return n(s.H) + "×" + n(s.W) }
			at.Row = i
			at.Question = lessonText.WhyRises.Fill(now.Name, ui.Count(before.Size), ui.Count(now.Size))
			was, is := edges(before.Shape), edges(now.Shape)
			product := n(now.Shape.H) + " × " + n(now.Shape.W) + " × " + n(now.Shape.C) + " = " + ui.Count(now.Size)
			at.Answer = lessonText.ChannelsRise.Fill(was, is, before.Shape.C, now.Shape.C, product)
			if was == is {
				at.Answer = lessonText.ChannelsAlone.Fill(is, before.Shape.C, now.Shape.C, product)
			}
			if after := rows[min(i+1, len(rows)-1)]; after.Size < now.Size {
				at.Answer = join(at.Answer, lessonText.FallsAgain.Fill(after.Name, ui.Count(after.Size)))
			}
			return at
		}
		// steepest is the row at which the size falls by the largest factor.
		if b := rows[steepest]; float64(before.Size)*float64(b.Size) > float64(rows[steepest-1].Size)*float64(now.Size) {
			steepest = i
		}
	}
	now := rows[steepest]
	at.Row, at.Question = steepest, lessonText.WhereFalls
	at.Answer = lessonText.FallsMost.Fill(now.Name, ui.Count(rows[steepest-1].Size), ui.Count(now.Size))
	return at
}

// workStop compares where the parameters are with where the multiplications are.
func (l *Lab) workStop(rows []nn.Row) stop {
	w := watch(rows)
	return stop{lab.Stop{Title: lessonText.WorkTitle, Text: w.Compare, Question: w.Question, Answer: w.Answer}, w.row}
}

// vectorStop is about how maps become the vector that the first dense layer reads, and about its
// matrix.
func vectorStop(rows []nn.Row) stop {
	at := stop{Stop: lab.Stop{Title: lessonText.VectorTitle}}
	for i := 1; i < len(rows); i++ {
		r, in := rows[i], rows[i-1].Shape
		if r.Kind != nn.Dense {
			continue
		}
		at.Row = i
		n := strconv.Itoa
		from := rows[i-1]
		for k := i - 1; k > 0 && from.Shape.Flat; k-- { // back to the row before the flattening
			from = rows[k-1]
		}
		shape := from.Shape
		matrix := lessonText.Matrix.Fill(r.Name, r.Shape.C, in.Size())
		if canRun(rows) {
			matrix = join(matrix, lessonText.Drawn.Fill(r.Name))
		}
		if area := shape.H * shape.W; !shape.Flat && area > 1 {
			size := n(shape.H) + "×" + n(shape.W) + "×" + n(shape.C)
			at.Text = join(lessonText.Unroll.Fill(r.Name, size, from.Name, ui.Count(int64(shape.Size()))), matrix)
			if shape.C > 1 {
				at.Question = lessonText.WhereIsMap2.Fill(ui.Count(int64(shape.Size())))
				at.Answer = lessonText.MapBefore.Fill(area+1, area)
				return at
			}
		} else {
			at.Text = join(lessonText.IsVector.Fill(r.Name, in.Size()), matrix)
		}
		at.Question = lessonText.HowManyWeights.Fill(r.Name)
		at.Answer = lessonText.WeightsAre.Fill(n(r.Shape.C)+" × "+n(in.Size()), ui.Count(r.Params-int64(r.Shape.C)), r.Shape.C)
		return at
	}
	at.Text = lessonText.NoVector
	at.Question, at.Answer = mostOf(rows)
	return at
}

// countStop writes out how the parameters of a row are counted.
func countStop(s nn.Spec, rows []nn.Row) stop {
	at := stop{Stop: lab.Stop{Title: lessonText.CountTitle, Text: lessonText.Count}}
	for i, r := range rows {
		if r.Params > 0 && (at.Row == 0 || r.Kind == nn.Conv) {
			at.Row = i
		}
	}
	r := rows[at.Row]
	if r.Params == 0 {
		at.Question, at.Answer = mostOf(rows)
		return at
	}
	at.Text = join(at.Text, lessonText.CountOf.Fill(r.Name, sumOf(s, rows, at.Row)+" = "+ui.Count(r.Params)))
	each := lessonText.OfAFilter
	if r.Kind == nn.Dense {
		each = lessonText.OfAUnit
	}
	at.Question = lessonText.HowManyBiases.Fill(r.Name, ui.Count(r.Params))
	at.Answer = each.Fill(r.Shape.C, ui.Count(r.Params-int64(r.Shape.C)))
	return at
}

// sumOf writes out how the parameters of a row are counted, or "" for a layer that has none.
func sumOf(s nn.Spec, rows []nn.Row, row int) string {
	r := rows[row]
	if row == 0 || r.Params == 0 {
		return ""
	}
	n := strconv.Itoa
	if in := rows[row-1].Shape; r.Kind == nn.Conv {
		f := n(s.Layers[row-1].F)
		return "(" + f + "·" + f + "·" + n(in.C) + " + 1)·" + n(r.Shape.C)
	} else {
		return n(r.Shape.C) + "·" + n(in.Size()) + " + " + n(r.Shape.C)
	}
}

// tensorsOf returns the shapes of a row's weights and biases, as the engine and PyTorch lay them
// out.
func tensorsOf(s nn.Spec, rows []nn.Row, row int) (w, b string) {
	var words []string
	for _, d := range s.Layers[row-1].WeightShape(rows[row-1].Shape) {
		words = append(words, strconv.Itoa(d))
	}
	return "(" + strings.Join(words, ", ") + ")", "(" + strconv.Itoa(rows[row].Shape.C) + ")"
}

// renderLesson draws the stop of the lesson.
func (l *Lab) renderLesson() app.UI {
	all := l.stops(l.state.Valid, l.made.rows)
	turn := lab.Turn{ID: "stop", At: l.state.Stop, Of: len(all), OnPrev: l.onStopPrev, OnNext: l.onStopNext}
	body := all[l.state.Stop].Lesson(l.Page, turn)
	if app.IsServer { // a page without its program shows all stops, one below the other
		for _, s := range all[1:] {
			body = append(body, app.H2().Class("net-more").Text(l.t(s.Title)), app.P().Text(lab.Bound(l.t(s.Text))))
		}
	}
	return app.Section().Class("lesson stack").DataSet("test", "lesson").Body(body...)
}

func (l *Lab) onStopPrev(app.Context, app.Event) { l.turnTo(l.state.Stop - 1) }
func (l *Lab) onStopNext(app.Context, app.Event) { l.turnTo(l.state.Stop + 1) }

// turnTo goes to a stop of the lesson, and selects the row that it is about.
func (l *Lab) turnTo(i int) {
	if i < 0 || i >= stopCount {
		return
	}
	l.prepare()
	at := l.stops(l.state.Valid, l.made.rows)[i]
	s := l.state
	if at.Row > 0 && !s.broken() {
		s = s.selected(at.Row)
	}
	s.Stop = i
	l.state = s
	l.Write(true)
	ui.Announce(l.t(at.Title))
}
