package sharelab

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// version is that of the address. A later one is refused rather than half understood.
const version = "1"

var errAddress = errors.New("sharelab: this address does not hold a state")

// Query writes what differs from the default; the default is the empty query.
func (s State) Query() string {
	d := Default()
	var q []string
	add := func(key string, values ...int) {
		words := make([]string, len(values))
		for i, v := range values {
			words[i] = strconv.Itoa(v)
		}
		q = append(q, key+"="+strings.Join(words, ","))
	}
	for _, f := range fields() {
		if v := *s.Setting.number(f); v != *d.Setting.number(f) {
			add(string(f), v)
		}
	}
	if s.Seed != d.Seed {
		add("seed", int(s.Seed))
	}
	if s.View != d.View {
		q = append(q, "view="+s.View.String())
	}
	if s.Fill == FillConv {
		q = append(q, "fill=conv")
	}
	if s.Place.Set {
		add("at", s.Place.X, s.Place.Y, s.Place.Zoom)
	}
	if s.Eye != s.Setting.middle() {
		key := "out"
		if s.Eye.Input {
			key = "in"
		}
		add(key, s.Eye.At.C, s.Eye.At.Y, s.Eye.At.X)
	}
	if s.Small.N != d.Small.N {
		add("n", s.Small.N)
	}
	if s.Small.K != d.Small.K {
		add("k", s.Small.K)
	}
	if s.Small.Kernel != kernelOf(s.Small.K) {
		values := make([]int, s.Small.K*s.Small.K)
		for i := range values {
			values[i] = int(s.Small.Kernel[i])
		}
		add("kernel", values...)
	}
	if s.Row != 0 {
		add("row", s.Row)
	}
	if s.Ask != 0 {
		add("predict", s.Ask)
	}
	if len(q) == 0 {
		return ""
	}
	return "v=" + version + "&" + strings.Join(q, "&")
}

// reader takes numbers out of a query and remembers whether one was bad.
type reader struct {
	q   url.Values
	bad bool
}

// take reads the numbers of a key into to, each within its range; without the key they stay.
func (r *reader) take(key string, lo, hi int, to ...*int) (found bool) {
	if !r.q.Has(key) {
		return false
	}
	words := strings.Split(r.q.Get(key), ",")
	if len(words) != len(to) {
		r.bad = true
		return false
	}
	for i, w := range words {
		v, err := strconv.Atoi(w)
		if err != nil || v < lo || v > hi {
			r.bad = true
			return false
		}
		*to[i] = v
	}
	return true
}

// ParseQuery reads what Query writes. On an error the lab opens its default, with a
// notice; keys it does not know are left alone.
func ParseQuery(query string) (State, error) {
	q, err := url.ParseQuery(query)
	if err != nil || q.Has("v") && q.Get("v") != version {
		return State{}, errAddress
	}
	r := &reader{q: q}
	s := Default()
	for _, f := range fields() {
		lo, hi := f.limits()
		r.take(string(f), lo, hi, s.Setting.number(f))
	}
	seed := 1
	r.take("seed", 0, seedLimit, &seed)
	s.Seed = uint64(seed)
	for v := range views {
		if q.Get("view") == v.String() {
			s.View = v
		}
	}
	if q.Get("fill") == "conv" {
		s.Fill = FillConv
	}
	s.Place.Set = r.take("at", -placeEdge, placeEdge, &s.Place.X, &s.Place.Y, &s.Place.Zoom)
	if s.Place.Zoom < -placeZoom || s.Place.Zoom > placeZoom || q.Has("view") && s.View.String() != q.Get("view") {
		r.bad = true
	}
	if _, err := s.Setting.Counts(); err != nil {
		return State{}, err
	}
	s.Eye = s.Setting.middle()
	at := &s.Eye.At
	if r.take("in", 0, 63, &at.C, &at.Y, &at.X) {
		s.Eye.Input = true
	} else {
		r.take("out", 0, 63, &at.C, &at.Y, &at.X)
	}
	r.take("n", leastN, mostN, &s.Small.N)
	r.take("k", leastK, min(mostK, s.Small.N), &s.Small.K)
	s.Small.Kernel = kernelOf(s.Small.K)
	weights := make([]int, s.Small.K*s.Small.K)
	places := make([]*int, len(weights))
	for i := range weights {
		places[i] = &weights[i]
	}
	if r.take("kernel", -weightLimit, weightLimit, places...) {
		for i, w := range weights {
			s.Small.Kernel[i] = int8(w)
		}
	}
	r.take("row", 0, s.Small.edge()*s.Small.edge()-1, &s.Row)
	r.take("predict", 0, askLimit, &s.Ask)
	if r.bad || !s.Setting.holds(s.Eye) {
		return State{}, errAddress
	}
	return s, nil
}
