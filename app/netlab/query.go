package netlab

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"stridelab/nn"
)

// queryVersion is that of the address. A later one that this program does not know is
// refused rather than half understood.
const queryVersion = "1"

var errAddress = errors.New("netlab: this address does not hold a network")

// Query writes the state as an address carries it; the default state is the empty query.
func (s State) Query() string {
	open, q := Default(), ""
	add := func(key, value string) { q += "&" + key + "=" + url.QueryEscape(value) }
	if p, ok := presetOf(s.Net); !ok {
		add("layers", s.Net.String())
	} else if !s.Net.Equal(open.Net) {
		add("net", p.ID)
	}
	if s.broken() {
		add("valid", s.Valid.String())
	}
	if s.Row != open.Row {
		add("row", strconv.Itoa(s.Row))
	}
	// Always written: where a row's middle is depends on all of the above.
	unit := strconv.Itoa(s.Unit.C+1) + "." + strconv.Itoa(s.Unit.Y+1) + "." + strconv.Itoa(s.Unit.X+1)
	if q != "" || s.Unit != open.Unit {
		add("unit", unit)
	}
	if s.From != open.From || s.Seed != open.Seed {
		add("weights", s.From.word())
	}
	if s.Seed != open.Seed {
		add("seed", strconv.FormatUint(s.Seed, 10))
	}
	if s.Sample != open.Sample {
		add("sample", strconv.Itoa(s.Sample))
	}
	if q == "" {
		return ""
	}
	return "v=" + queryVersion + q
}

// ParseQuery reads what Query writes. On an error the lab opens its default, with a
// notice; keys it does not know are left alone. A network that does not fit is no error:
// it is shown with its reason, as it was when the link was made.
func ParseQuery(query string) (State, error) {
	q, err := url.ParseQuery(query)
	if err != nil || q.Has("v") && q.Get("v") != queryVersion {
		return State{}, errAddress
	}
	s := Default()
	if q.Has("net") {
		spec, ok := presetCalled(q.Get("net"))
		if !ok {
			return State{}, errAddress
		}
		s = Open(spec)
	}
	if q.Has("valid") {
		valid, err := nn.ParseSpec(q.Get("valid"))
		if err != nil {
			return State{}, errAddress
		}
		s = Open(valid)
	}
	if q.Has("layers") {
		net, err := nn.ParseSpec(q.Get("layers"))
		var why *nn.StackError
		if errors.As(err, &why) && unreadable(why.Code) {
			return State{}, errAddress
		}
		s = s.with(net, s.Row)
	}
	row, err := bounded(q, "row", min(s.Row, len(s.Net.Layers)), 0, len(s.Net.Layers))
	if err != nil {
		return State{}, err
	}
	if q.Has("net") || q.Has("valid") || q.Has("layers") || row != s.Row {
		s.Row = row
		s = s.centred()
	}
	if q.Has("unit") {
		if s.Unit, err = parseUnit(q.Get("unit"), s); err != nil {
			return State{}, err
		}
	}
	seed, err := bounded(q, "seed", int(s.Seed), 0, maxSeed)
	if err != nil {
		return State{}, err
	}
	s.Seed = uint64(seed)
	if q.Has("weights") {
		from, ok := sourceOf(q.Get("weights"))
		if !ok {
			return State{}, errAddress
		}
		s.From = from
	} else if q.Has("seed") { // asked for by name
		s.From = Drawn
	}
	if s.Sample, err = bounded(q, "sample", s.Sample, 0, maxSample); err != nil {
		return State{}, err
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
func parseUnit(text string, s State) (Unit, error) {
	parts, shape := strings.Split(text, "."), s.shape()
	if len(parts) != 3 {
		return Unit{}, errAddress
	}
	var at [3]int
	for i, n := range []int{shape.C, shape.H, shape.W} {
		v, err := strconv.Atoi(parts[i])
		if err != nil || v < 1 || v > n {
			return Unit{}, errAddress
		}
		at[i] = v - 1
	}
	return Unit{at[0], at[1], at[2]}, nil
}

func bounded(q url.Values, key string, otherwise, lo, hi int) (int, error) {
	if !q.Has(key) {
		return otherwise, nil
	}
	v, err := strconv.Atoi(q.Get(key))
	if err != nil || v < lo || v > hi {
		return 0, errAddress
	}
	return v, nil
}
