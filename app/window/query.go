package window

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/trace"
)

// Query writes the preset and what differs from it. The default state gives the empty query.
func (s State) Query() string {
	var w lab.Writer
	if s.Preset != trace.OpeningPreset(s.Setting.Kind).ID {
		w.Put("preset", s.Preset)
	}
	was := s.preset().Setting
	for _, f := range trace.Fields(s.Setting.Kind) {
		v := s.Setting.Get(f)
		if v == was.Get(f) {
			continue
		}
		if f == trace.FieldP && v == trace.Same {
			w.Put("p", "same")
			continue
		}
		w.Ints(string(f), v)
	}
	if s.Setting.CountPad {
		w.Put("count", "1")
	}
	switch s.From.Kind {
	case FromZeros:
		w.Put("from", "z")
	case FromRandom:
		w.Put("from", "r"+strconv.FormatUint(s.From.Seed, 10))
	case FromDigit:
		w.Put("from", "d"+strconv.FormatUint(s.From.Seed, 10))
	}
	base := s.base()
	for _, part := range []struct {
		key       string
		now, base []float32
	}{{"x", s.X, base.X}, {"w", s.W, base.W}, {"b", s.B, base.B}, {"g", s.G, base.G}} {
		if text := encode(part.now, part.base); text != "" {
			w.Put(part.key, text)
		}
	}
	if s.Tab == Backward {
		w.Put("tab", "backward")
	}
	if s.Ask {
		w.Put("predict", "1")
	}
	if s.Channel > 0 {
		w.Ints("channel", s.Channel+1)
	}
	if s.Done > 0 {
		w.Ints("step", s.Done)
	}
	if s.Unit.Layer != "" {
		w.Escape("unit", s.Unit.write())
		if s.Unit.Net != "" {
			w.Escape("net", s.Unit.Net)
		}
		if m := s.Unit.Mark; m != "" && m != s.mark() {
			w.Put("was", m)
		}
	}
	return w.String()
}

// ParseQuery reads what Query writes. On an error it returns the default state. If only the setting
// is impossible, the error is a *trace.Problem, which offers the nearest possible one, and the
// state is the address's preset as it opens.
func ParseQuery(k trace.Kind, query string) (State, error) {
	r := lab.Read(query)
	s := Default(k)
	if id := r.Get("preset"); id != "" {
		p, ok := trace.PresetOf(k, id)
		if !ok {
			r.Refuse("preset")
			return Default(k), r.Err()
		}
		s = Open(p)
	}
	to := s.Setting
	for _, f := range trace.Fields(k) {
		v := to.Get(f)
		if f == trace.FieldP && r.Get("p") == "same" {
			v = trace.Same
		} else {
			r.Ints(string(f), 0, math.MaxInt, &v)
		}
		to = to.With(f, v)
	}
	to.CountPad = k == trace.Pool && r.Get("count") == "1"
	if r.Err() != nil {
		return Default(k), r.Err()
	}
	g, err := to.Check()
	if err != nil {
		return s, err
	}
	s.Setting = to
	check := func(key string, err error) {
		if err != nil {
			r.Refuse(key)
		}
	}
	s.From, err = parseSource(r.Get("from"))
	check("from", err)
	s = s.base()
	for key, values := range map[string]*[]float32{"x": &s.X, "w": &s.W, "b": &s.B, "g": &s.G} {
		*values, err = decode(r.Get(key), *values)
		check(key, err)
	}
	if r.Get("tab") == "backward" {
		s.Tab = Backward
	}
	s.Ask = r.Get("predict") == "1" && s.Tab == Forward
	channel := 1
	r.Ints("channel", 1, g.C, &channel)
	s.Channel = channel - 1
	r.Ints("step", 0, g.Steps(), &s.Done)
	s.Unit, err = parseUnit(r.Get("unit"), r.Get("net"))
	check("unit", err)
	if was := r.Get("was"); was != "" && s.Unit.Layer != "" {
		mark, err := strconv.ParseUint(was, 36, 32)
		check("was", err)
		s.Unit.Mark = strconv.FormatUint(mark, 36)
	}
	if r.Err() != nil {
		return Default(k), r.Err()
	}
	return s.marked(), nil
}

// errValue says that a value of an address cannot be read.
var errValue = errors.New("window: not a value")

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
	return Source{}, errValue
}

// encode writes the numbers that differ from base: "3:2.5,7:-1" for few, else all of them with runs
// of equal ones shortened, "all,10*3,0*3". It returns "" if none differs.
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

// decode reads what encode writes. It returns a copy of base with these numbers in it.
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
				return nil, errValue
			}
			for range n {
				out[at] = v
				at++
			}
		}
		if at != len(out) {
			return nil, errValue
		}
		return out, nil
	}
	for _, p := range parts {
		place, number, ok := strings.Cut(p, ":")
		i, err := strconv.Atoi(place)
		v, bad := cell(number)
		if !ok || err != nil || bad != nil || i < 0 || i >= len(out) {
			return nil, errValue
		}
		out[i] = v
	}
	return out, nil
}

func cell(text string) (float32, error) {
	v, err := strconv.ParseFloat(text, 32)
	if err != nil || math.IsNaN(v) || math.Abs(v) > trace.CellLimit {
		return 0, errValue
	}
	return float32(v), nil
}
