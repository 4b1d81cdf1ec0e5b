package labtest

import "testing"

// State is what a lab keeps in its address. One that holds slices has a method Equal.
type State interface{ Query() string }

// same says whether two states are.
func same[S State](a, b S) bool {
	if s, ok := any(a).(interface{ Equal(S) bool }); ok {
		return s.Equal(b)
	}
	return any(a) == any(b)
}

// RoundTrip holds that what n random states write is read as the same states.
func RoundTrip[S State](t *testing.T, n int, parse func(query string) (S, error), random func() S) {
	t.Helper()
	for range n {
		s := random()
		got, err := parse(s.Query())
		if err != nil || !same(got, s) {
			t.Fatalf("%q gives %v and another state:\n got %+v\nwant %+v", s.Query(), err, got, s)
		}
	}
}

// FuzzAddress holds that an address which is read at all reads the same once it is written
// anew.
func FuzzAddress[S State](f *testing.F, parse func(query string) (S, error), seeds ...string) {
	f.Helper()
	for _, q := range seeds {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		s, err := parse(q)
		if err != nil {
			return
		}
		again, err := parse(s.Query())
		if err != nil || !same(again, s) {
			t.Fatalf("%q reads as %q, which does not read the same: %v", q, s.Query(), err)
		}
	})
}
