package trainlab

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
)

// queryVersion is the version of the address format. A change that would
// make an old link mean something else raises it.
const queryVersion = 1

// QueryError says which part of an address could not be read.
type QueryError struct {
	Code  QueryCode
	Key   string // the query parameter
	Value string // what it held
}

// QueryCode is a machine-readable reason; the catalogue has a sentence for each.
type QueryCode string

// The reasons for which an address is not read.
const (
	QuerySyntax  QueryCode = "query-syntax"  // not a query string at all
	QueryVersion QueryCode = "query-version" // made by another version
	QueryValue   QueryCode = "query-value"   // a parameter holds no value that the lab knows
)

// Error is the English sentence.
func (e *QueryError) Error() string { return queryText(e).In(lang.En) }

// Query is the address of s, without the question mark: every setting, in a
// fixed order, so that equal states give equal strings. The default state is
// the empty query.
func (s State) Query() string {
	if s == DefaultState() {
		return ""
	}
	var b strings.Builder
	put := func(key, value string) {
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(key + "=" + url.QueryEscape(value))
	}
	put("v", strconv.Itoa(queryVersion))
	put("data", string(s.Dataset))
	put("net", string(s.Net))
	if s.Net == NetCustom {
		put("layers", s.Custom)
	}
	put("pool", string(s.Pool))
	put("init", string(s.Init))
	put("opt", string(s.Optimizer))
	put("lr", strconv.FormatFloat(s.LearningRate, 'g', -1, 64))
	put("batch", strconv.Itoa(s.Batch))
	put("seed", strconv.FormatUint(s.Seed, 10))
	put("sample", strconv.Itoa(s.Sample))
	return b.String()
}

// Link is the query for a link from another page, never empty: without settings the lab
// goes on with the run it holds.
func (s State) Link() string {
	if q := s.Query(); q != "" {
		return q
	}
	return "v=" + strconv.Itoa(queryVersion)
}

// ParseQuery reads an address made by Query. A parameter that is missing has
// its default; one that is unknown belongs to someone else and is left alone.
// When anything cannot be read the whole query is refused with a *QueryError
// and the default state is returned: a half-read link would show numbers its
// maker never saw.
func ParseQuery(raw string) (State, error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return DefaultState(), &QueryError{Code: QuerySyntax, Value: raw}
	}
	if v := values.Get("v"); values.Has("v") && v != strconv.Itoa(queryVersion) {
		return DefaultState(), &QueryError{Code: QueryVersion, Key: "v", Value: v}
	}
	r := queryReader{values: values}
	s := DefaultState()
	s.Dataset = r.dataset("data", s.Dataset)
	s = s.WithNet(oneOf(&r, "net", s.Net, nets()))
	if s.Net == NetCustom {
		s.Custom = r.spec("layers")
	}
	s.Pool = oneOf(&r, "pool", s.Pool, pools())
	s.Init = oneOf(&r, "init", s.Init, inits())
	s = s.WithOptimizer(oneOf(&r, "opt", s.Optimizer, optimizers()))
	s.LearningRate = r.rate("lr", s.LearningRate)
	s.Batch = int(r.integer("batch", uint64(s.Batch), 1, MaxBatch))
	s.Seed = r.integer("seed", s.Seed, 0, MaxSeed)
	s.Sample = int(r.integer("sample", uint64(s.Sample), 0, MaxSample))
	if r.err != nil {
		return DefaultState(), r.err
	}
	return s, nil
}

// queryReader reads single parameters and remembers the first that fails.
type queryReader struct {
	values url.Values
	err    error
}

func (r *queryReader) refuse(key string) {
	if r.err == nil {
		r.err = &QueryError{Code: QueryValue, Key: key, Value: r.values.Get(key)}
	}
}

// oneOf reads a parameter that must be one of the known words.
func oneOf[T ~string](r *queryReader, key string, otherwise T, known []T) T {
	if !r.values.Has(key) {
		return otherwise
	}
	v := T(r.values.Get(key))
	if !slices.Contains(known, v) {
		r.refuse(key)
		return otherwise
	}
	return v
}

// dataset reads one of the known words, or a dataset of the server's.
func (r *queryReader) dataset(key string, otherwise Dataset) Dataset {
	d := Dataset(r.values.Get(key))
	if _, served := d.Folder(); served {
		return d
	}
	return oneOf(r, key, otherwise, datasets())
}

func (r *queryReader) integer(key string, otherwise, lo, hi uint64) uint64 {
	if !r.values.Has(key) {
		return otherwise
	}
	v, err := strconv.ParseUint(r.values.Get(key), 10, 64)
	if err != nil || v < lo || v > hi {
		r.refuse(key)
		return otherwise
	}
	return v
}

func (r *queryReader) rate(key string, otherwise float64) float64 {
	if !r.values.Has(key) {
		return otherwise
	}
	v, err := strconv.ParseFloat(r.values.Get(key), 64)
	if err != nil || !validLearningRate(v) {
		r.refuse(key)
		return otherwise
	}
	return v
}

// spec reads a network's text form and returns it in its canonical spelling,
// so that two spellings of one network are one state.
func (r *queryReader) spec(key string) string {
	text, err := canonicalSpec(r.values.Get(key))
	if err != nil {
		r.refuse(key)
	}
	return text
}
