package labtest

import "testing"

// State is what a lab keeps in its address.
type State interface {
	comparable
	Query() string
}

// RoundTrip holds that what random states write is read as the same states.
func RoundTrip[S State](t *testing.T, parse func(query string) (S, error), random func() S) {
	t.Helper()
	for range 2000 {
		s := random()
		got, err := parse(s.Query())
		if err != nil || got != s {
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
		if err != nil || again != s {
			t.Fatalf("%q reads as %q, which does not read the same: %v", q, s.Query(), err)
		}
	})
}
