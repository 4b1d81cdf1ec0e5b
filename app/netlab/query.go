package netlab

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/nn"
)

// Query writes the state as an address carries it; the default state is the empty query.
func (s State) Query() string {
	open := Default()
	var w lab.Writer
	if p, ok := presetOf(s.Net); !ok {
		w.Escape("layers", s.Net.String())
	} else if !s.Net.Equal(open.Net) {
		w.Put("net", p.ID)
	}
	if s.broken() {
		w.Escape("valid", s.Valid.String())
	}
	if s.Row != open.Row {
		w.Ints("row", s.Row)
	}
	// Written with all of the above: where a row's middle is depends on them.
	if w.String() != "" || s.Unit != open.Unit {
		w.Put("unit", strconv.Itoa(s.Unit.C+1)+"."+strconv.Itoa(s.Unit.Y+1)+"."+strconv.Itoa(s.Unit.X+1))
	}
	if s.From != open.From || s.Seed != open.Seed {
		w.Put("weights", s.From.word())
	}
	if s.Seed != open.Seed {
		w.Ints("seed", int(s.Seed))
	}
	if s.Sample != open.Sample {
		w.Ints("sample", s.Sample)
	}
	if s.Stop != open.Stop {
		w.Ints("stop", s.Stop+1)
	}
	return w.String()
}

// ParseQuery reads what Query writes. On an error the state is the default. A network that
// does not fit is no error: it is shown with its reason, as it was when the link was made.
func ParseQuery(query string) (State, error) {
	r := lab.Read(query)
	s := Default()
	if r.Has("net") {
		if spec, ok := presetCalled(r.Get("net")); ok {
			s = Open(spec)
		} else {
			r.Refuse("net")
		}
	}
	if r.Has("valid") {
		if valid, err := nn.ParseSpec(r.Get("valid")); err == nil {
			s = Open(valid)
		} else {
			r.Refuse("valid")
		}
	}
	if r.Has("layers") {
		net, err := nn.ParseSpec(r.Get("layers"))
		var why *nn.StackError
		if errors.As(err, &why) && unreadable(why.Code) {
			r.Refuse("layers")
		} else {
			s = s.with(net, s.Row)
		}
	}
	last := len(s.Net.Layers)
	row := min(s.Row, last)
	r.Ints("row", 0, last, &row)
	if r.Has("net") || r.Has("valid") || r.Has("layers") || row != s.Row {
		s.Row = row
		s = s.centred()
	}
	if r.Has("unit") {
		var ok bool
		if s.Unit, ok = parseUnit(r.Get("unit"), s); !ok {
			r.Refuse("unit")
		}
	}
	r.Uint("seed", 0, maxSeed, &s.Seed)
	if r.Has("weights") {
		var ok bool
		if s.From, ok = sourceOf(r.Get("weights")); !ok {
			r.Refuse("weights")
		}
	} else if r.Has("seed") { // asked for by name
		s.From = Drawn
	}
	r.Ints("sample", 0, maxSample, &s.Sample)
	if r.Has("stop") {
		at := 0
		r.Ints("stop", 1, stopCount, &at)
		s.Stop = max(at-1, 0)
	}
	if r.Err() != nil {
		return Default(), r.Err()
	}
	return s, nil
}

// backKey says in an address that it leads back from a unit's arithmetic to the unit.
const backKey = "back"

// backQuery is the query of the way back to the state's unit.
func backQuery(s State) string {
	q := s.Query()
	if q == "" {
		return backKey + "=1"
	}
	return q + "&" + backKey + "=1"
}

// leadsBack says whether a query is one that backQuery wrote.
func leadsBack(query string) bool {
	q, err := url.ParseQuery(query)
	return err == nil && q.Has(backKey)
}

// unreadable says whether only a part of the text was read.
func unreadable(c nn.Code) bool {
	return c == nn.CodeSyntax || c == nn.CodeNoInput || c == nn.CodeTooMany || c == nn.CodeInputShape
}

func presetCalled(id string) (nn.Spec, bool) {
	for _, p := range presets() {
		if p.ID == id {
			return p.Spec(), true
		}
	}
	return nn.Spec{}, false
}

// parseUnit reads "channel.row.column", from 1, as a place in what the state's row puts out.
func parseUnit(text string, s State) (u Unit, ok bool) {
	parts, shape := strings.Split(text, "."), s.shape()
	if len(parts) != 3 {
		return u, false
	}
	var at [3]int
	for i, n := range []int{shape.C, shape.H, shape.W} {
		v, err := strconv.Atoi(parts[i])
		if err != nil || v < 1 || v > n {
			return u, false
		}
		at[i] = v - 1
	}
	return Unit{at[0], at[1], at[2]}, true
}
