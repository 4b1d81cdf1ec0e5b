package netlab

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/nn"
)

// Query writes what differs from the default. The default state gives the empty query.
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
	// The unit is written whenever any of the above is, because without it the unit is in the
	// middle of what the row puts out, which depends on all of them.
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

// ParseQuery reads what Query writes. On an error it returns the default state. A network that does
// not fit is no error: the table shows it with the reason, as it was when the link was made.
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
	} else if r.Has("seed") { // an address with a seed wants the seed's weights
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

// backKey is the key of an address that leads back from a unit's arithmetic to the unit.
const backKey = "back"

// backQuery returns the query of the way back to the state's unit.
func backQuery(s State) string {
	q := s.Query()
	if q == "" {
		return backKey + "=1"
	}
	return q + "&" + backKey + "=1"
}

// leadsBack reports whether backQuery wrote a query.
func leadsBack(query string) bool {
	q, err := url.ParseQuery(query)
	return err == nil && q.Has(backKey)
}

// unreadable reports whether an error means that only a part of a network's text could be read.
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

// parseUnit reads "channel.row.column", counted from 1, as a place in the output of the state's
// row.
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
