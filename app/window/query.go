package window

import (
	"errors"
	"math"
	"net/url"
	"strconv"
	"strings"

	"stridelab/app/trace"
)

// version is that of the address. A later one that this program does not know
// is refused rather than half understood.
const version = "1"

var errAddress = errors.New("window: this address does not hold a state")

// Query writes the state as an address carries it: the preset, and whatever
// differs from it. The default state is the empty query.
func (s State) Query() string {
	var q []string
	add := func(key, value string) { q = append(q, key+"="+value) }
	if s.Preset != trace.OpeningPreset(s.Setting.Kind).ID {
		add("preset", s.Preset)
	}
	was := s.preset().Setting
	for _, f := range trace.Fields(s.Setting.Kind) {
		v := s.Setting.Get(f)
		if v == was.Get(f) {
			continue
		}
		if f == trace.FieldP && v == trace.Same {
			add("p", "same")
			continue
		}
		add(string(f), strconv.Itoa(v))
	}
	if s.Setting.CountPad {
		add("count", "1")
	}
	switch s.From.Kind {
	case FromZeros:
		add("from", "z")
	case FromRandom:
		add("from", "r"+strconv.FormatUint(s.From.Seed, 10))
	case FromDigit:
		add("from", "d"+strconv.FormatUint(s.From.Seed, 10))
	}
	base := s.base()
	for _, part := range []struct {
		key       string
		now, base []float32
	}{{"x", s.X, base.X}, {"w", s.W, base.W}, {"b", s.B, base.B}, {"g", s.G, base.G}} {
		if text := encode(part.now, part.base); text != "" {
			add(part.key, text)
		}
	}
	if s.Tab == Backward {
		add("tab", "backward")
	}
	if s.Ask {
		add("predict", "1")
	}
	if s.Channel > 0 {
		add("channel", strconv.Itoa(s.Channel+1))
	}
	if s.Done > 0 {
		add("step", strconv.Itoa(s.Done))
	}
	if s.Unit.Layer != "" {
		add("unit", url.QueryEscape(s.Unit.write()))
		if s.Unit.Net != "" {
			add("net", url.QueryEscape(s.Unit.Net))
		}
		if m := s.Unit.Mark; m != "" && m != s.mark() {
			add("was", m)
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "v=" + version + "&" + strings.Join(q, "&")
}

// ParseQuery reads what Query writes. On an error the lab opens its default,
// with a notice; keys it does not know are left alone. Where only the setting is
// impossible the error is a *trace.Problem, which offers the nearest, and the
// state is the address's preset as it begins.
func ParseQuery(k trace.Kind, query string) (State, error) {
	q, err := url.ParseQuery(query)
	if err != nil {
		return State{}, errAddress
	}
	if v := q.Get("v"); v != "" && v != version {
		return State{}, errAddress
	}
	s := Default(k)
	if id := q.Get("preset"); id != "" {
		p, ok := trace.PresetOf(k, id)
		if !ok {
			return State{}, errAddress
		}
		s = Open(p)
	}
	to := s.Setting
	for _, f := range trace.Fields(k) {
		text := q.Get(string(f))
		if text == "" {
			continue
		}
		v, err := strconv.Atoi(text)
		if f == trace.FieldP && text == "same" {
			v, err = trace.Same, nil
		} else if v < 0 {
			err = errAddress
		}
		if err != nil {
			return State{}, errAddress
		}
		to = to.With(f, v)
	}
	to.CountPad = k == trace.Pool && q.Get("count") == "1"
	g, err := to.Check()
	if err != nil {
		return s, err
	}
	s.Setting = to
	if s.From, err = parseSource(q.Get("from")); err != nil {
		return State{}, err
	}
	s = s.base()
	for key, values := range map[string]*[]float32{"x": &s.X, "w": &s.W, "b": &s.B, "g": &s.G} {
		if *values, err = decode(q.Get(key), *values); err != nil {
			return State{}, err
		}
	}
	if q.Get("tab") == "backward" {
		s.Tab = Backward
	}
	s.Ask = q.Get("predict") == "1" && s.Tab == Forward
	if s.Channel, err = bounded(q.Get("channel"), 1, 1, g.C); err != nil {
		return State{}, err
	}
	s.Channel--
	if s.Done, err = bounded(q.Get("step"), 0, 0, g.Steps()); err != nil {
		return State{}, err
	}
	if s.Unit, err = parseUnit(q.Get("unit"), q.Get("net")); err != nil {
		return State{}, err
	}
	if was := q.Get("was"); was != "" && s.Unit.Layer != "" {
		mark, err := strconv.ParseUint(was, 36, 32)
		if err != nil {
			return State{}, errAddress
		}
		s.Unit.Mark = strconv.FormatUint(mark, 36)
	}
	return s.marked(), nil
}

func bounded(text string, otherwise, lo, hi int) (int, error) {
	if text == "" {
		return otherwise, nil
	}
	v, err := strconv.Atoi(text)
	if err != nil || v < lo || v > hi {
		return 0, errAddress
	}
	return v, nil
}

func parseSource(text string) (Source, error) {
	if text == "" {
		return Source{}, nil
	}
	if text == "z" {
		return Source{Kind: FromZeros}, nil
	}
	seed, err := strconv.ParseUint(text[1:], 10, 31)
	switch {
	case err == nil && text[0] == 'r':
		return Source{FromRandom, seed}, nil
	case err == nil && text[0] == 'd':
		return Source{FromDigit, seed}, nil
	}
	return Source{}, errAddress
}

// encode writes the numbers that differ from base: "3:2.5,7:-1" where few do,
// else all of them with runs shortened, "all,10*3,0*3". Equal ones give "".
func encode(now, base []float32) string {
	var few []string
	for i, v := range now {
		if v != base[i] {
			few = append(few, strconv.Itoa(i)+":"+trace.Plain(v))
		}
	}
	if len(few)*3 <= len(now) || len(few) < 8 {
		return strings.Join(few, ",")
	}
	all := []string{"all"}
	for i := 0; i < len(now); {
		end := i + 1
		for end < len(now) && now[end] == now[i] {
			end++
		}
		text := trace.Plain(now[i])
		if end-i > 1 {
			text += "*" + strconv.Itoa(end-i)
		}
		all = append(all, text)
		i = end
	}
	return strings.Join(all, ",")
}

// decode puts what encode wrote into a copy of base.
func decode(text string, base []float32) ([]float32, error) {
	if text == "" {
		return base, nil
	}
	out := append([]float32(nil), base...)
	parts := strings.Split(text, ",")
	if parts[0] == "all" {
		at := 0
		for _, p := range parts[1:] {
			number, times, run := strings.Cut(p, "*")
			n := 1
			v, err := cell(number)
			if run && err == nil {
				n, err = strconv.Atoi(times)
			}
			if err != nil || n < 1 || n > len(out)-at {
				return nil, errAddress
			}
			for range n {
				out[at] = v
				at++
			}
		}
		if at != len(out) {
			return nil, errAddress
		}
		return out, nil
	}
	for _, p := range parts {
		place, number, ok := strings.Cut(p, ":")
		i, err := strconv.Atoi(place)
		v, bad := cell(number)
		if !ok || err != nil || bad != nil || i < 0 || i >= len(out) {
			return nil, errAddress
		}
		out[i] = v
	}
	return out, nil
}

func cell(text string) (float32, error) {
	v, err := strconv.ParseFloat(text, 32)
	if err != nil || math.IsNaN(v) || math.Abs(v) > trace.CellLimit {
		return 0, errAddress
	}
	return float32(v), nil
}
