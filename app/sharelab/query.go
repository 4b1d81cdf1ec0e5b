package sharelab

import "stridelab/app/lab"

// Query writes what differs from the default. The query of the default state is "".
func (s State) Query() string {
	d := Default()
	var w lab.Writer
	for _, f := range fields() {
		if v := *s.Setting.number(f); v != *d.Setting.number(f) {
			w.Ints(string(f), v)
		}
	}
	if s.Seed != d.Seed {
		w.Ints("seed", int(s.Seed))
	}
	if s.View != d.View {
		w.Put("view", s.View.String())
	}
	if s.Fill == FillConv {
		w.Put("fill", "conv")
	}
	if s.Place.Set {
		w.Ints("at", s.Place.X, s.Place.Y, s.Place.Zoom)
	}
	if s.Eye != s.Setting.middle() {
		key := "out"
		if s.Eye.Input {
			key = "in"
		}
		w.Ints(key, s.Eye.At.C, s.Eye.At.Y, s.Eye.At.X)
	}
	if s.Small.N != d.Small.N {
		w.Ints("n", s.Small.N)
	}
	if s.Small.K != d.Small.K {
		w.Ints("k", s.Small.K)
	}
	if s.Small.Kernel != kernelOf(s.Small.K) {
		values := make([]int, s.Small.K*s.Small.K)
		for i := range values {
			values[i] = int(s.Small.Kernel[i])
		}
		w.Ints("kernel", values...)
	}
	if s.Row != 0 {
		w.Ints("row", s.Row)
	}
	if s.Ask != 0 {
		w.Ints("predict", s.Ask)
	}
	return w.String()
}

// ParseQuery reads what Query writes. On an error the state is the default.
func ParseQuery(query string) (State, error) {
	r := lab.Read(query)
	s := Default()
	for _, f := range fields() {
		lo, hi := f.limits()
		r.Ints(string(f), lo, hi, s.Setting.number(f))
	}
	r.Uint("seed", 0, seedLimit, &s.Seed)
	lab.Name(r, "view", views, &s.View)
	if r.Get("fill") == "conv" {
		s.Fill = FillConv
	}
	s.Place.Set = r.Ints("at", -placeEdge, placeEdge, &s.Place.X, &s.Place.Y, &s.Place.Zoom)
	if s.Place.Zoom < -placeZoom || s.Place.Zoom > placeZoom {
		r.Refuse("at")
	}
	if _, err := s.Setting.Counts(); err != nil {
		return Default(), err
	}
	s.Eye = s.Setting.middle()
	at := &s.Eye.At
	if r.Ints("in", 0, 63, &at.C, &at.Y, &at.X) {
		s.Eye.Input = true
	} else {
		r.Ints("out", 0, 63, &at.C, &at.Y, &at.X)
	}
	r.Ints("n", leastN, mostN, &s.Small.N)
	r.Ints("k", leastK, min(mostK, s.Small.N), &s.Small.K)
	s.Small.Kernel = kernelOf(s.Small.K)
	weights := make([]int, s.Small.K*s.Small.K)
	places := make([]*int, len(weights))
	for i := range weights {
		places[i] = &weights[i]
	}
	if r.Ints("kernel", -weightLimit, weightLimit, places...) {
		for i, w := range weights {
			s.Small.Kernel[i] = int8(w)
		}
	}
	r.Ints("row", 0, s.Small.edge()*s.Small.edge()-1, &s.Row)
	r.Ints("predict", 0, askLimit, &s.Ask)
	if !s.Setting.holds(s.Eye) {
		r.Refuse("out")
	}
	if r.Err() != nil {
		return Default(), r.Err()
	}
	return s, nil
}
