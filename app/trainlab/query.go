package trainlab

import (
	"net/url"
	"slices"
	"strconv"

	"stridelab/app/lab"
)

// Query writes every setting, in a fixed order, so that equal states have equal queries. For the
// default state it returns "".
func (s State) Query() string {
	if s == Default() {
		return ""
	}
	var w lab.Writer
	w.Escape("data", string(s.Dataset))
	w.Put("net", string(s.Net))
	if s.Net == NetCustom {
		w.Escape("layers", s.Custom)
	}
	w.Put("pool", string(s.Pool))
	w.Put("init", string(s.Init))
	w.Put("opt", string(s.Optimizer))
	w.Escape("lr", strconv.FormatFloat(s.LearningRate, 'g', -1, 64))
	w.Ints("batch", s.Batch)
	w.Put("seed", strconv.FormatUint(s.Seed, 10))
	w.Ints("sample", s.Sample)
	if s.Tab != TabSettings {
		w.Put("tab", string(s.Tab))
	}
	return w.String()
}

// hasUnknownKey reports whether a query has a key that Query never writes. A query that cannot be
// parsed has none.
func hasUnknownKey(query string) bool {
	values, err := url.ParseQuery(query)
	for key := range values {
		if !slices.Contains([]string{"v", "data", "net", "layers", "pool", "init", "opt", "lr", "batch", "seed", "sample", "tab"}, key) {
			return err == nil
		}
	}
	return false
}

// Link returns the query for a link from another page. It is never empty, because an address
// without settings would keep the run that the lab holds.
func (s State) Link() string {
	if q := s.Query(); q != "" {
		return q
	}
	return lab.NoChange
}

// ParseQuery reads what Query writes. A missing setting has its default. If any setting is invalid,
// the error is a *lab.QueryError and the state is the default: with a part of the settings the lab
// would show numbers that the maker of the link never saw.
func ParseQuery(raw string) (State, error) {
	r := lab.Read(raw)
	s := Default()
	if _, served := Dataset(r.Get("data")).Folder(); served {
		s.Dataset = Dataset(r.Get("data"))
	} else {
		lab.OneOf(r, "data", datasets(), &s.Dataset)
	}
	net := s.Net
	lab.OneOf(r, "net", nets(), &net)
	if s = s.WithNet(net); net == NetCustom {
		var err error
		// Two spellings of a network give the same state.
		if s.Custom, err = canonicalSpec(r.Get("layers")); err != nil {
			r.Refuse("layers")
		}
	}
	lab.OneOf(r, "pool", pools(), &s.Pool)
	lab.OneOf(r, "init", inits(), &s.Init)
	optimizer := s.Optimizer
	lab.OneOf(r, "opt", optimizers(), &optimizer)
	s = s.WithOptimizer(optimizer)
	if r.Has("lr") {
		rate, err := strconv.ParseFloat(r.Get("lr"), 64)
		if s.LearningRate = rate; err != nil || !validLearningRate(rate) {
			r.RefuseFor("lr", lab.Between(MinLearningRate, MaxLearningRate))
		}
	}
	r.Ints("batch", 1, MaxBatch, &s.Batch)
	r.Uint("seed", 0, MaxSeed, &s.Seed)
	r.Ints("sample", 0, MaxSample, &s.Sample)
	lab.OneOf(r, "tab", tabs(), &s.Tab)
	if r.Err() != nil {
		return Default(), r.Err()
	}
	return s, nil
}
