package sharelab

import (
	"math/rand/v2"
	"testing"

	"stridelab/app/lab"
	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// randomState returns a random state, any that an address can hold.
func randomState(r *rand.Rand) State {
	s := Default()
	for {
		var to Setting
		for _, f := range fields() {
			lo, hi := f.limits()
			*to.number(f) = lo + r.IntN(hi-lo+1)
		}
		if r.IntN(3) == 0 {
			to = presets()[r.IntN(len(presets()))].Setting
		}
		if _, err := to.Counts(); err == nil {
			s = s.resize(to)
			break
		}
	}
	s.Seed = uint64(r.IntN(seedLimit + 1))
	s.View, s.Fill = view(r.IntN(int(views))), Fill(r.IntN(2))
	if r.IntN(2) == 0 {
		s.Place = Place{true, r.IntN(placeEdge), r.IntN(placeEdge), r.IntN(2*placeZoom) - placeZoom}
	}
	s.Eye.Input = r.IntN(2) == 0
	sheets, rows, cols := s.Setting.volume(s.Eye.Input)
	s.Eye.At = Cell{r.IntN(sheets), r.IntN(rows), r.IntN(cols)}
	s.Small.N = leastN + r.IntN(mostN-leastN+1)
	s.Small.K = leastK + r.IntN(min(mostK, s.Small.N)-leastK+1)
	s.Small.Kernel = kernelOf(s.Small.K)
	if r.IntN(2) == 0 {
		for i := range s.Small.K * s.Small.K {
			s.Small.Kernel[i] = int8(r.IntN(2*weightLimit+1) - weightLimit)
		}
	}
	s.Ask = max(0, r.IntN(2*askLimit)-askLimit+1)
	s.Row = r.IntN(s.Small.edge() * s.Small.edge())
	return s
}

func TestAddressHoldsTheWholeState(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	labtest.RoundTrip(t, 2000, ParseQuery, func() State { return randomState(r) })
}

func TestDefaultStateHasAPlainAddress(t *testing.T) {
	if q := Default().Query(); q != "" {
		t.Errorf("%q", q)
	}
	if s, err := ParseQuery(""); err != nil || s != Default() {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestAddressesThatDoNotParseAreRefused(t *testing.T) {
	for _, q := range []string{"v=2", "v=", "h=0", "h=65", "h=x", "h=", "c=-1", "f=7&h=6", "filters=17", "seed=-1", "seed=1e9", "view=other", "at=1,2", "at=1,2,9999", "at=a,b,c",
		"out=6,0,0", "out=0,28,0", "in=3,0,0", "in=0,0", "n=2", "n=8", "k=5", "n=3&k=4", "kernel=1,2", "kernel=1,2,3,4,5,6,7,8,10", "row=9", "row=-1", "predict=-1", "predict=1000", "%zz"} {
		if s, err := ParseQuery(q); err == nil {
			t.Errorf("%q is taken for %+v", q, s)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	labtest.FuzzAddress(f, ParseQuery, "", "v=1&h=6&w=6&c=1&f=3&filters=1", "view=sparse&in=2,31,31", "at=100,-5,300&fill=conv&seed=7", "view=matrix&n=7&k=2&kernel=1,0,-1,9&row=35")
}

func TestResizingKeepsTheEyeWhereItCan(t *testing.T) {
	s := Default()
	s.Eye = eye{true, Cell{2, 31, 31}}
	s.Place.Set = true
	if to := s.resize(Setting{32, 32, 3, 3, 2}); to.Eye != s.Eye || to.Place.Set {
		t.Errorf("%+v", to)
	}
	if to := s.resize(Setting{6, 6, 1, 3, 1}); to.Eye != to.Setting.middle() {
		t.Errorf("%+v", to.Eye)
	}
}

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	all := []lang.Text{presetName("own")}
	for _, s := range stops() {
		all = append(all, s.Title, s.Text, s.Question, s.Answer)
	}
	for _, n := range notes() {
		all = append(all, n.Title, n.Text)
	}
	for _, p := range presets() {
		all = append(all, presetName(p.ID))
	}
	labtest.Texts(t, text, all...)
}

func TestStopsFollowThePictures(t *testing.T) {
	for i, s := range stops() { // an array, so a picture without a stop has an empty one
		if s == (lab.Stop{}) {
			t.Errorf("picture %v has no stop", view(i))
		}
	}
}

func TestNumbersAreWrittenAsPrintDoes(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{ui.Count(456), "456"}, {ui.Count(14_450_688), "14,450,688"}, {ui.Count(1000), "1,000"},
		{times(31690.1), "31,690"}, {times(40.96), "41"}, {times(9.04), "9.0"}, {bytes(1824), "1.8 kB"}, {bytes(57_821_568), "57.8 MB"}, {bytes(40), "40 B"},
		{percent(75.0 / 3072), "2.4"}, {percent(1), "100"}, {percent(0.25), "25"}, {percent(6.0 / 47040), "0.013"},
		{length(31690.1), "3.2 cm"}, {length(57.6), "17 m"}, {length(1e6), "1 mm"}, {signed(-3), "−3"}, {small(-0.0001), "0.000"}, {small(-0.0256), "−0.026"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
