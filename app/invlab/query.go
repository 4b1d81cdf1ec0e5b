package invlab

import (
	"slices"
	"strconv"

	"stridelab/app/lab"
)

// number is a field of the state that the address holds as a number.
type number struct {
	key    string
	lo, hi int
	at     *int
}

// numbers returns the fields that the address holds as numbers.
func (s *State) numbers() []number {
	return []number{
		{"digit", 0, lastDigit, &s.Digit}, {"dx", -Most, Most, &s.DX}, {"dy", -Most, Most, &s.DY},
		{"map", 0, mapLimit, &s.Map}, {"last", 0, mapLimit, &s.Last}, {"samples", 0, 1000, &s.Samples},
		{"stop", 0, len(stops()) - 1, &s.Stop},
	}
}

// mapLimit is the largest number of a map that an address may name.
const mapLimit = 255

// Query writes what differs from the default. The default state gives the empty query.
func (s State) Query() string {
	d := Default()
	var w lab.Writer
	was := d.numbers()
	for i, n := range s.numbers() {
		if *n.at != *was[i].at {
			w.Ints(n.key, *n.at)
		}
	}
	if s.Path != d.Path {
		w.Put("path", s.Path.String())
	}
	if s.Seed != 0 {
		w.Put("retrained", strconv.FormatUint(s.Seed, 10))
	}
	if s.Direction != d.Direction {
		w.Put("ways", s.Direction.String())
	}
	return w.String()
}

// ParseQuery reads what Query writes. On an error it returns the default state.
func ParseQuery(query string) (State, error) {
	r := lab.Read(query)
	s := Default()
	for _, n := range s.numbers() {
		r.Ints(n.key, n.lo, n.hi, n.at)
	}
	r.Uint("retrained", 1, seedLimit, &s.Seed)
	lab.Name(r, "path", paths, &s.Path)
	lab.Name(r, "ways", directions, &s.Direction)
	if !slices.Contains(sampleCounts(), s.Samples) {
		r.Refuse("samples")
	}
	if r.Err() != nil {
		return Default(), r.Err()
	}
	return s, nil
}
