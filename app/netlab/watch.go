package netlab

import (
	"strings"

	"stridelab/app/ui"
	"stridelab/nn"
)

// watched is what the lesson says of the network in the table, from its own numbers.
type watched struct{ Compare, Question, Answer string }

// watch words a layer table.
func (l *Lab) watch(rows []nn.Row) watched {
	var params, work, dense, conv int64
	var pools bool
	var first, wide *nn.Row // the first convolution, the dense layer with the most parameters
	most, busiest := &rows[0], &rows[0]
	for i := range rows {
		r := &rows[i]
		params, work = params+r.Params, work+r.MultiplyAdds
		if r.Params > most.Params {
			most = r
		}
		if r.MultiplyAdds > busiest.MultiplyAdds {
			busiest = r
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
	said := []string{l.t(text.Compare)}
	if first != nil && wide != nil {
		said = append(said, l.t(text.ShareOfBoth, part(conv, work), part(dense, params), ui.Count(params)))
		said = append(said, l.t(text.LargestLayer, most.Name, ui.Count(most.Params), part(most.Params, params)))
	}
	if pools {
		said = append(said, l.t(text.NoneInPools))
	}
	w := watched{Compare: strings.Join(said, " ")}
	if first == nil || wide == nil || first.Shape.H*first.Shape.W == 1 {
		w.Question = l.t(text.WhichMost)
		w.Answer = l.t(text.AnswerMost, most.Name, ui.Count(most.Params), busiest.Name, ui.Count(busiest.MultiplyAdds))
		return w
	}
	w.Question = l.t(text.Question, first.Name, ui.Count(first.Params), wide.Name, ui.Count(wide.Params))
	answer := text.AnswerConv
	if wide.MultiplyAdds > first.MultiplyAdds {
		answer = text.AnswerDense
	}
	w.Answer = l.t(answer, first.Name, ui.Count(first.MultiplyAdds), ui.Count(wide.MultiplyAdds),
		ui.Count(first.Params-int64(first.Shape.C)), first.Shape.H, first.Shape.W, wide.Name)
	return w
}

// part is a share in whole percent: 0 and 100 stand for nothing and everything only.
func part(of, all int64) string {
	p := int64(0)
	if all > 0 {
		p = (100*of + all/2) / all
	}
	switch {
	case p == 0 && of > 0:
		return "<1"
	case p == 100 && of < all:
		return ">99"
	}
	return ui.Count(p)
}
