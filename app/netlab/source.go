package netlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Source is where the weights come from with which the page runs a digit.
type Source uint8

// The sources. Best stands for the first of the others that is available.
const (
	Best    Source = iota
	Visit          // trained in this visit, in the training lab
	Shipped        // trained beforehand; they come with Stridelab
	Drawn          // drawn from the seed, not trained
	sources
)

// word returns the source's name in an address and in data-weights.
func (s Source) word() string {
	switch s {
	case Visit:
		return "visit"
	case Shipped:
		return "shipped"
	case Drawn:
		return "seed"
	}
	return "best"
}

func sourceOf(word string) (Source, bool) {
	for s := Best; s < sources; s++ {
		if s.word() == word {
			return s, true
		}
	}
	return Best, false
}

// label returns the source's name in the list.
func (s Source) label() lang.Text {
	switch s {
	case Visit:
		return text.FromVisit
	case Shipped:
		return text.FromShipped
	}
	return text.FromSeed
}

// shippedFor returns the name of the shipped weights for a network. ok is false if there are none.
func shippedFor(net nn.Spec) (weights.Name, bool) {
	return weights.LeNet, net.Equal(nn.LeNet())
}

// available returns the sources that exist for the valid network, the best first.
func (l *Lab) available() []Source {
	var list []Source
	if l.store.Visit(l.state.Valid) != nil {
		list = append(list, Visit)
	}
	if _, ok := shippedFor(l.state.Valid); ok {
		list = append(list, Shipped)
	}
	return append(list, Drawn)
}

// source returns the source of the weights, and the weights. They are nil if they are drawn from
// the seed or not fetched yet. If the state asks for a source that is not available, as for a visit
// that is over, the best one is returned.
func (l *Lab) source() (Source, *weights.Trained) {
	list := l.available()
	now := list[0]
	for _, s := range list {
		if s == l.state.From {
			now = s
		}
	}
	switch now {
	case Visit:
		return now, l.store.Visit(l.state.Valid)
	case Shipped:
		name, _ := shippedFor(l.state.Valid)
		if t := l.store.Shipped(name); t != nil {
			return now, t
		}
		return now, nil
	}
	return now, nil
}

// fetching is the state of the fetch of the shipped weights.
type fetching struct {
	on     bool
	failed error
}

// fetch starts to fetch the shipped weights if they are to be shown and are not there.
func (l *Lab) fetch() {
	if s, t := l.source(); s != Shipped || t != nil || !l.OnPage || l.fetching.on || l.fetching.failed != nil {
		return
	}
	name, _ := shippedFor(l.state.Valid)
	l.fetching = fetching{on: true}
	ctx := l.Ctx
	l.store.Fetch(name, func(_ *weights.Trained, err error) {
		ctx.Dispatch(func(app.Context) { l.fetching = fetching{failed: err} })
	})
}

// chooseSource takes the weights from another source. A fetch that failed is tried again.
func (l *Lab) chooseSource(word string) {
	if from, ok := sourceOf(word); ok {
		s := l.state
		s.From = from
		l.fetching.failed = nil
		l.look(s)
		ui.Announce(l.t(from.label()))
	}
}

// sourceNote returns the sentences about where the weights behind the maps come from.
func (l *Lab) sourceNote() string {
	s := l.state
	from, t := l.source()
	switch {
	case from == Shipped && t == nil && l.OnPage:
		said := l.t(text.Fetching)
		if l.fetching.failed != nil {
			said = weights.Sentence(l.Page.Lang, l.fetching.failed)
		}
		return said + " " + l.t(text.DrawnUntil, s.Seed)
	case t == nil:
		return l.t(text.Weights, s.Sample, s.Seed, initName(initOf(s.Valid)))
	}
	a, said := t.About, ""
	if from == Visit {
		said = l.t(text.VisitWeights, s.Sample, ui.Count(int64(a.Steps)), ui.Count(int64(a.Seen)))
		if a.Accuracy >= 0 {
			said += " " + l.t(text.VisitScore, lab.Percent(a.Accuracy), ui.Count(int64(a.Tested)))
		}
	} else {
		said = l.t(text.ShippedWeights, s.Sample, ui.Count(int64(a.Seen)))
		if t.Half {
			said += " " + l.t(text.Rounded)
		}
		said += " " + l.t(text.ShippedScore, lab.Percent(a.Accuracy), ui.Count(int64(a.Tested)))
		if a.MNIST >= 0 && a.MNISTTested > 0 {
			said += " " + l.t(text.MNISTScore, lab.Percent(a.MNIST), ui.Count(int64(a.MNISTTested)))
		}
	}
	return said
}

// readingNote returns the digit that a trained network reads. It is "" for an untrained one, whose
// answer is chance.
func (l *Lab) readingNote() string {
	if _, t := l.source(); t == nil || l.made.run == nil {
		return ""
	}
	class, sure, ok := l.made.run.reading()
	if !ok {
		return ""
	}
	share := lab.Percent(sure)
	if sure > 0.999 {
		share = ">99.9" // the last row's ŷ says it exactly
	}
	return l.t(text.Reads, class, share)
}

// renderSource draws the list of sources. It returns nil if there is only one.
func (l *Lab) renderSource() app.UI {
	list := l.available()
	if len(list) < 2 {
		return nil
	}
	now, _ := l.source()
	options := make([]ui.Option, len(list))
	for i, s := range list {
		options[i] = ui.Option{Value: s.word(), Label: l.t(s.label())}
	}
	return &ui.Select{ID: idSource, Hook: idSource, Label: l.t(text.WeightsLabel), Value: now.word(), Options: options, To: l}
}
