package invlab

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// version is that of the address. A later one is refused rather than half understood.
const version = "1"

var errAddress = errors.New("invlab: this address does not hold a state")

// number is a field of the state as the address has it.
type number struct {
	key    string
	lo, hi int
	at     *int
}

// numbers are the fields that are written as numbers.
func (s *State) numbers() []number {
	return []number{
		{"digit", 0, lastDigit, &s.Digit}, {"dx", -Most, Most, &s.DX}, {"dy", -Most, Most, &s.DY},
		{"map", 0, mapLimit, &s.Map}, {"last", 0, mapLimit, &s.Last}, {"samples", 0, 1000, &s.Samples},
		{"stop", 0, len(stops()) - 1, &s.Stop},
	}
}

// mapLimit is the largest number of a map that an address may name.
const mapLimit = 255

// Query writes what differs from the default; the default is the empty query.
func (s State) Query() string {
	d := Default()
	var q []string
	was := d.numbers()
	for i, n := range s.numbers() {
		if *n.at != *was[i].at {
			q = append(q, n.key+"="+strconv.Itoa(*n.at))
		}
	}
	if s.Path != d.Path {
		q = append(q, "path="+s.Path.String())
	}
	if s.Seed != 0 {
		q = append(q, "retrained="+strconv.FormatUint(s.Seed, 10))
	}
	if s.Direction != d.Direction {
		q = append(q, "ways="+s.Direction.String())
	}
	if len(q) == 0 {
		return ""
	}
	return "v=" + version + "&" + strings.Join(q, "&")
}

// ParseQuery reads what Query writes. On an error the lab opens its default, with a
// notice; keys it does not know are left alone.
func ParseQuery(query string) (State, error) {
	q, err := url.ParseQuery(query)
	if err != nil || q.Has("v") && q.Get("v") != version {
		return State{}, errAddress
	}
	s := Default()
	for _, n := range s.numbers() {
		if !q.Has(n.key) {
			continue
		}
		v, err := strconv.Atoi(q.Get(n.key))
		if err != nil || v < n.lo || v > n.hi {
			return State{}, errAddress
		}
		*n.at = v
	}
	known := slices.Contains(sampleCounts(), s.Samples)
	if q.Has("retrained") {
		if s.Seed, err = strconv.ParseUint(q.Get("retrained"), 10, 64); err != nil || s.Seed == 0 || s.Seed > seedLimit {
			return State{}, errAddress
		}
	}
	path, pathOK := named(q, "path", uint8(s.Path), uint8(paths), func(i uint8) string { return Path(i).String() })
	way, wayOK := named(q, "ways", uint8(s.Direction), uint8(directions), func(i uint8) string { return Direction(i).String() })
	s.Path, s.Direction = Path(path), Direction(way)
	if !known || !pathOK || !wayOK {
		return State{}, errAddress
	}
	return s, nil
}

// named finds the value whose name a key has; without the key it is the default.
func named(q url.Values, key string, value, end uint8, name func(uint8) string) (uint8, bool) {
	if !q.Has(key) {
		return value, true
	}
	for i := range end {
		if name(i) == q.Get(key) {
			return i, true
		}
	}
	return value, false
}
