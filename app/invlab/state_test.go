package invlab

import (
	"math/rand/v2"
	"strings"
	"testing"

	"stridelab/app/lab"
	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

func randomState(r *rand.Rand) State {
	s := Default()
	s.Digit, s.Map, s.Last = r.IntN(lastDigit+1), r.IntN(8), r.IntN(32)
	s.DX, s.DY = r.IntN(2*Most+1)-Most, r.IntN(2*Most+1)-Most
	s.Path, s.Direction = Path(r.IntN(int(paths))), Direction(r.IntN(int(directions)))
	s.Samples, s.Stop = sampleCounts()[r.IntN(len(sampleCounts()))], r.IntN(len(stops()))
	if r.IntN(2) == 0 {
		s.Seed = 1 + r.Uint64N(seedLimit)
	}
	return s
}

func TestAddressHoldsTheWholeState(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	labtest.RoundTrip(t, 2000, ParseQuery, func() State { return randomState(r) })
	if q := Default().Query(); q != "" {
		t.Errorf("the default's address is %q", q)
	}
}

func TestAddressesThatDoNotParseAreRefused(t *testing.T) {
	for _, q := range []string{"v=2", "v=", "digit=1000", "digit=-1", "digit=x", "digit=", "dx=17", "dx=-17", "dy=1.5", "map=-1", "last=256", "samples=0", "samples=300",
		"stop=6", "path=round", "path=", "ways=up", "retrained=0", "retrained=-1", "retrained=1000000", "%zz"} {
		if s, err := ParseQuery(q); err == nil {
			t.Errorf("%q is taken for %+v", q, s)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	labtest.FuzzAddress(f, ParseQuery, "", "v=1&digit=5&dx=-3&dy=16", "path=diagonal&ways=all&samples=1000", "retrained=7&stop=4&map=2&last=31")
}

func TestDigitStaysWithinItsShift(t *testing.T) {
	s := Default()
	for range 50 {
		s = s.move(leap, -1)
	}
	if s.DX != Most || s.DY != -Most {
		t.Errorf("moved on and on, (%d, %d)", s.DX, s.DY)
	}
}

func TestPathsGoFromEndToEnd(t *testing.T) {
	for p := range paths {
		s := Default()
		s.Path, s.DX, s.DY = p, 2, 2
		for i := range steps + 1 {
			s = s.toStep(i)
			if s.step() != i {
				t.Errorf("%v: place %d after going to %d", p, s.step(), i)
			}
		}
		want := [...]State{Across: {DX: Most, DY: 2}, Down: {DX: 2, DY: Most}, Diagonal: {DX: Most, DY: Most}}[p]
		if s.DX != want.DX || s.DY != want.DY {
			t.Errorf("%v ends at (%d, %d)", p, s.DX, s.DY)
		}
	}
}

func TestNextDigitIsOfItsClass(t *testing.T) {
	d, ink := NewDigits(), make([]float32, edge*edge)
	for class := range 10 {
		for _, from := range []int{0, 123, lastDigit} {
			at := d.Next(from, class)
			if got := d.Draw(at, ink); got != class {
				t.Errorf("from %d on the next %d is number %d, which is a %d", from, class, at, got)
			}
		}
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
	for i := range 8 {
		all = append(all, wayName(i))
	}
	for p := range paths {
		all = append(all, pathName(p))
	}
	for d := range directions {
		all = append(all, directionName(d))
	}
	labtest.Texts(t, text, all...)
}

// The verdict stands above the bar of its class, and neither says that a net is certain.
func TestBarAndVerdictWriteTheSameCertainty(t *testing.T) {
	const class = 3
	l := &Lab{Page: ui.Page{Lang: lang.En}, seen: &seen{class: class}}
	for p := 0.1005; p < 1.0005; p += 0.0005 {
		probs := make([]float32, 10)
		for k := range probs {
			probs[k] = float32(1-p) / 9
		}
		probs[class] = min(float32(p), 1)
		for net := range netKinds {
			l.seen.now[net].Probs = probs
			bar := l.bars(net, 250, 240, 13).Percent(float64(probs[class]))
			if _, verdict, _ := l.verdict(net); !strings.Contains(verdict, bar+"%") || strings.Contains(verdict, "100%") {
				t.Errorf("%g: %s at the bar, %q in the verdict", p, bar, verdict)
			}
		}
	}
}

func TestNumbersAreWrittenAsPrintDoes(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{lab.Signed(-1.5), "−1.5"}, {lab.Signed(3), "3"}, {pair(offset{-4, 0.25}), "(−4, 0.25)"},
		{percent(0), "0"}, {percent(0.0001), "<0.1"}, {percent(0.0123), "1.2"}, {percent(0.5), "50"}, {percent(0.9987), "99.8"}, {percent(1), "100"},
		{percent(0.995), "99.5"},
		{certainty(0), "0.0"}, {certainty(0.0994), "9.9"}, {certainty(0.996), "99.6"}, {certainty(0.0004), "0.0"},
		{certainty(0.9951), "99.5"}, {certainty(0.99996), "99.9"}, {certainty(1), "99.9"},
		{tiny(0), "0"}, {tiny(0.01234), "0.012"}, {ui.Count(103510), "103,510"}, {ui.Count(12), "12"}, {lab.Percent(0.995) + " %", "99.5 %"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
