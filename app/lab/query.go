package lab

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

// queryVersion is that of every lab's address. A later one is refused rather than half
// understood.
const queryVersion = "1"

// NoChange is a query that changes nothing of the default, and yet is not empty.
const NoChange = "v=" + queryVersion

// QueryError says which part of an address could not be read.
type QueryError struct {
	Code  QueryCode
	Key   string    // of the query
	Value string    // what it held
	Want  lang.Text // what it may hold, the zero Text where that is not known
}

// QueryCode is a reason that a program can tell from others.
type QueryCode string

// The reasons for which an address is not read.
const (
	QuerySyntax  QueryCode = "query-syntax"  // it is no query
	QueryVersion QueryCode = "query-version" // another version has made it
	QueryValue   QueryCode = "query-value"   // a key holds no value that the lab knows
)

// Error is for programmers.
func (e *QueryError) Error() string { return "lab: " + string(e.Code) + " " + e.Key + "=" + e.Value }

// Writer writes the query of a state: what differs from the default. The zero value is the
// empty query.
type Writer struct{ b strings.Builder }

// Put adds a key. value is put in as it is; escape what is not a number or a word.
func (w *Writer) Put(key, value string) {
	if w.b.Len() == 0 {
		w.b.WriteString("v=" + queryVersion)
	}
	w.b.WriteString("&" + key + "=" + value)
}

// Escape adds a key whose value may hold any character.
func (w *Writer) Escape(key, value string) { w.Put(key, url.QueryEscape(value)) }

// Ints adds a key with numbers, comma by comma.
func (w *Writer) Ints(key string, values ...int) {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = strconv.Itoa(v)
	}
	w.Put(key, strings.Join(words, ","))
}

// String is the query.
func (w *Writer) String() string { return w.b.String() }

// Reader reads what a Writer has written, each value within its bounds. It remembers the
// first that was wrong: read all, then look at Err. A key that is not there leaves the value
// as it is; keys that nobody reads are left alone.
type Reader struct {
	values url.Values
	err    error // nil, or a *QueryError
}

// Read begins with a query.
func Read(query string) *Reader {
	values, err := url.ParseQuery(query)
	r := &Reader{values: values}
	switch {
	case err != nil:
		r.err = &QueryError{Code: QuerySyntax, Value: query}
	case r.Has("v") && r.Get("v") != queryVersion:
		r.err = &QueryError{Code: QueryVersion, Key: "v", Value: r.Get("v")}
	}
	return r
}

// Err is a *QueryError if a value was wrong, else nil.
func (r *Reader) Err() error { return r.err }

// Refuse notes that the value of a key is wrong.
func (r *Reader) Refuse(key string) { r.RefuseFor(key, lang.Text{}) }

// RefuseFor is Refuse, with what the key may hold.
func (r *Reader) RefuseFor(key string, want lang.Text) {
	if r.err == nil {
		r.err = &QueryError{QueryValue, key, r.Get(key), want}
	}
}

// Has reports whether the query has a key.
func (r *Reader) Has(key string) bool { return r.values.Has(key) }

// Get is the value of a key, "" without.
func (r *Reader) Get(key string) string { return r.values.Get(key) }

// Ints reads as many numbers as it is given places, each from lo to hi. It reports whether
// they were there.
func (r *Reader) Ints(key string, lo, hi int, to ...*int) bool {
	if !r.Has(key) {
		return false
	}
	numbers := strings.Split(r.Get(key), ",")
	if len(numbers) != len(to) {
		r.RefuseFor(key, wholes(len(to), lo, hi))
		return false
	}
	for i, w := range numbers {
		v, err := strconv.Atoi(w)
		if err != nil || v < lo || v > hi {
			r.RefuseFor(key, wholes(len(to), lo, hi))
			return false
		}
		*to[i] = v
	}
	return true
}

// Uint reads a number from lo to hi.
func (r *Reader) Uint(key string, lo, hi uint64, to *uint64) bool {
	if !r.Has(key) {
		return false
	}
	v, err := strconv.ParseUint(r.Get(key), 10, 64)
	if err != nil || v < lo || v > hi {
		r.RefuseFor(key, linkText.Whole.Fill(ui.Count(int64(lo)), ui.Count(int64(hi))))
		return false
	}
	*to = v
	return true
}

// Name reads one of the values from 0 to before end by its name, which String gives.
func Name[T interface {
	~uint8
	String() string
}](r *Reader, key string, end T, to *T) {
	if !r.Has(key) {
		return
	}
	known := make([]string, 0, int(end))
	for v := range end {
		if v.String() == r.Get(key) {
			*to = v
			return
		}
		known = append(known, v.String())
	}
	r.RefuseFor(key, words(known))
}

// OneOf reads one of the known words.
func OneOf[T ~string](r *Reader, key string, known []T, to *T) {
	if !r.Has(key) {
		return
	}
	if v := T(r.Get(key)); slices.Contains(known, v) {
		*to = v
		return
	}
	all := make([]string, len(known))
	for i, v := range known {
		all[i] = string(v)
	}
	r.RefuseFor(key, words(all))
}
