package window

import (
	"math/rand/v2"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/trace"
)

// kinds lists the kinds of the labs.
func kinds() []trace.Kind { return []trace.Kind{trace.Conv, trace.Pool} }

// parser returns the function that reads the addresses of a kind.
func parser(k trace.Kind) func(query string) (State, error) {
	return func(query string) (State, error) { return ParseQuery(k, query) }
}

// randomState makes some random changes with the controls, starting from a random preset.
func randomState(r *rand.Rand, kind trace.Kind) State {
	presets := trace.Presets(kind)
	s := Open(presets[r.IntN(len(presets))])
	for range r.IntN(4) {
		f := trace.Fields(kind)[r.IntN(len(trace.Fields(kind)))]
		lo, hi := trace.Limits(kind, f)
		hi = min(hi, 12)
		to := s.Setting.With(f, lo+r.IntN(hi-lo+1))
		if f == trace.FieldP && r.IntN(2) == 0 {
			to.P = trace.Same
		}
		if kind == trace.Pool && r.IntN(3) == 0 {
			to.CountPad = !to.CountPad
		}
		if _, err := to.Check(); err == nil {
			s = s.Resize(to)
		}
	}
	if r.IntN(2) == 0 {
		s = s.Fill(Source{SourceKind(r.IntN(4)), 0})
		if s.From.Kind > FromZeros {
			s = s.Fill(Source{s.From.Kind, uint64(r.IntN(1000))})
		}
	}
	edit := func(x []float32) []float32 {
		x = append([]float32(nil), x...)
		for range r.IntN(3) * r.IntN(len(x)+1) {
			x[r.IntN(len(x))] = float32(r.NormFloat64() * 10)
		}
		return x
	}
	s.X, s.G = edit(s.X), edit(s.G)
	if kind == trace.Conv {
		s.W, s.B = edit(s.W), edit(s.B)
	}
	s.Tab = Tab(r.IntN(2))
	s.Ask = s.Tab == Forward && r.IntN(2) == 0
	s.Done = r.IntN(len(s.G) + 1)
	s.Channel = r.IntN(s.Setting.C)
	return s
}

func TestAddressHoldsTheWholeState(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, k := range kinds() {
		labtest.RoundTrip(t, 250, parser(k), func() State { return randomState(r, k) })
	}
}

func TestDefaultStateHasAPlainAddress(t *testing.T) {
	for _, k := range kinds() {
		if q := Default(k).Query(); q != "" {
			t.Errorf("kind %d: %q", k, q)
		}
		if s, err := ParseQuery(k, ""); err != nil || !s.Equal(Default(k)) {
			t.Errorf("kind %d: %+v, %v", k, s, err)
		}
	}
}

func TestAddressesThatDoNotParseAreRefused(t *testing.T) {
	for _, q := range []string{"v=2&n=7", "preset=nothing", "n=x", "n=-1", "n=0", "n=99", "f=7&n=3", "p=-1", "f=4&p=same", "step=17", "step=-1", "step=x", "channel=2",
		"unit=CONV2,1,2,3,4,5,6,7&was=%20", "from=q", "from=r", "from=r-1", "from=rx", "x=36:1", "x=-1:1", "x=1", "x=1:", "x=1:NaN", "x=1:1e9", "x=all", "x=all,1*37", "x=all,1*-1", "x=all,1*0,2*36", "w=9:1", "b=1:1", "g=16:1", "%zz", "x=all,1*99999999999"} {
		if s, err := ParseQuery(trace.Conv, q); err == nil {
			t.Errorf("%q is taken for %+v", q, s)
		}
	}
}

// seeds are the addresses that fuzzing begins with.
func seeds() []string {
	return []string{"", "unit=CONV2,1,2,3,4,5,6,7&was=1z&x=1:2", "v=1&preset=volume&step=3", "x=1:2,3:4", "x=all,10*18,0*18", "from=r5&n=8&p=same", "preset=conv1&from=d3"}
}

func FuzzParseConv(f *testing.F) { labtest.FuzzAddress(f, parser(trace.Conv), seeds()...) }
func FuzzParsePool(f *testing.F) { labtest.FuzzAddress(f, parser(trace.Pool), seeds()...) }

func TestResizingKeepsWhatHasAPlace(t *testing.T) {
	s := Default(trace.Conv)
	s.X[7] = 5
	to := s.Setting
	to.N = 8
	big := s.Resize(to)
	if big.X[8+1] != 5 || big.X[7] != 0 || big.X[63] != 0 || big.X[56] != 10 {
		t.Errorf("8×8 holds %v", big.X)
	}
	to.F, to.Filters = 5, 2
	wide := big.Resize(to)
	want := []float32{1, 1, 0, -1, -1}
	for i, v := range want {
		if wide.W[i] != v {
			t.Errorf("the first row of the 5×5 kernel is %v, want %v", wide.W[:5], want)
			break
		}
		if wide.W[25+5*i] == wide.W[25+5*(4-i)] && i != 2 {
			t.Errorf("the second filter is not the first one turned: %v", wide.W[25:])
			break
		}
	}
}

func TestStopsFollowThePresetAndTheTab(t *testing.T) {
	c := Course{Stops: []Stop{{Preset: "a"}, {Preset: "c"}, {Preset: "c", Tab: Backward}}}
	for _, at := range []struct {
		preset string
		tab    Tab
		now    int
		want   int
	}{{"a", Forward, 0, 0}, {"b", Forward, 0, 0}, {"c", Forward, 0, 1}, {"d", Forward, 0, 1}, {"a", Backward, 0, 0}, {"c", Backward, 0, 2},
		{"d", Backward, 0, 1}, {"a", Backward, 2, 0}, {"none", Forward, 0, 0}} {
		if got := c.stopOf([]string{"a", "b", "c", "d"}, at.preset, at.tab, at.now); got != at.want {
			t.Errorf("%s, tab %d, from stop %d: got stop %d, want %d", at.preset, at.tab, at.now, got, at.want)
		}
	}
}

func TestAUnitOfTheNetworkSurvivesTheAddress(t *testing.T) {
	s := Default(trace.Conv)
	s.Unit = Unit{Layer: "CONV2", Channel: 3, Row: 5, Col: 7, Top: -1, Left: 7, Edge: 5, Channels: 16, Net: "v=1&row=3"}
	s = s.marked()
	got, err := ParseQuery(trace.Conv, s.Query())
	if err != nil || got.Unit != s.Unit {
		t.Errorf("%s gives %+v, %v; want %+v", s.Query(), got.Unit, err, s.Unit)
	}
	for _, bad := range []string{"CONV2", "CONV2,1,2,3,4,5,6,x", ",1,2,3,4,5,6,7"} {
		if _, err := ParseQuery(trace.Conv, "v=1&unit="+bad); err == nil {
			t.Errorf("unit %q was taken", bad)
		}
	}
}
