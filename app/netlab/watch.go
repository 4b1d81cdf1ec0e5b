package netlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
)

// watched is what the lesson says about a network's parameters and multiplications, from its own
// numbers. row is the row of the table to select.
type watched struct {
	Compare, Question, Answer lang.Text
	row                       int
}

// watch writes the sentences about a table.
func watch(rows []nn.Row) watched {
	var params, work, dense, conv int64
	var pools bool
	var first, wide *nn.Row // the first convolution, the dense layer with the most parameters
	most := &rows[0]
	for i := range rows {
		r := &rows[i]
		params, work = params+r.Params, work+r.MultiplyAdds
		if r.Params > most.Params {
			most = r
		}
		switch {
		case r.Layer < 0:
		case r.Kind == nn.Conv:
			conv += r.MultiplyAdds
			if first == nil {
				first = r
			}
		case r.Kind == nn.Dense:
			dense += r.Params
			if wide == nil || r.Params > wide.Params {
				wide = r
			}
		case r.Kind == nn.MaxPool || r.Kind == nn.AvgPool || r.Kind == nn.GlobalAvgPool:
			pools = true
		}
	}
	w := watched{Compare: lessonText.Compare}
	if first != nil && wide != nil {
		w.Compare = join(w.Compare, lessonText.ShareOfBoth.Fill(part(conv, work), part(dense, params), ui.Count(params)))
		w.Compare = join(w.Compare, lessonText.LargestLayer.Fill(most.Name, ui.Count(most.Params), part(most.Params, params)))
	}
	if pools {
		w.Compare = join(w.Compare, lessonText.NoneInPools)
	}
	if first == nil || wide == nil || first.Shape.H*first.Shape.W == 1 {
		w.Question, w.Answer = mostOf(rows)
		return w
	}
	w.row = first.Layer + 1
	w.Question = lessonText.Question.Fill(first.Name, ui.Count(first.Params), wide.Name, ui.Count(wide.Params))
	answer := lessonText.AnswerConv
	if wide.MultiplyAdds > first.MultiplyAdds {
		answer = lessonText.AnswerDense
	}
	w.Answer = answer.Fill(first.Name, ui.Count(first.MultiplyAdds), ui.Count(wide.MultiplyAdds),
		ui.Count(first.Params-int64(first.Shape.C)), first.Shape.H, first.Shape.W, wide.Name)
	return w
}

// mostOf returns the question which layers have the most parameters and the most multiplications,
// and its answer.
func mostOf(rows []nn.Row) (question, answer lang.Text) {
	most, busiest := rows[0], rows[0]
	for _, r := range rows {
		if r.Params > most.Params {
			most = r
		}
		if r.MultiplyAdds > busiest.MultiplyAdds {
			busiest = r
		}
	}
	if most.Params == 0 {
		return lessonText.WhichMost, lessonText.NoParameters
	}
	return lessonText.WhichMost, lessonText.AnswerMost.Fill(most.Name, ui.Count(most.Params), busiest.Name, ui.Count(busiest.MultiplyAdds))
}

// part writes a share in whole percent. It writes 0 and 100 only for nothing and for all, else with
// one decimal, as 0.3 or 99.9.
func part(of, all int64) string {
	p := int64(0)
	if all > 0 {
		p = (100*of + all/2) / all
	}
	switch {
	case p == 0 && of > 0:
		return strconv.FormatFloat(max(0.1, 100*float64(of)/float64(all)), 'f', 1, 64)
	case p == 100 && of < all:
		return strconv.FormatFloat(min(99.9, 100*float64(of)/float64(all)), 'f', 1, 64)
	}
	return ui.Count(p)
}
