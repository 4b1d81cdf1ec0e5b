package trace

import (
	"math/rand/v2"
	"testing"

	"stridelab/app/lang"
)

func TestOutputSizeFollowsTheFormula(t *testing.T) {
	for _, c := range []struct {
		s            Setting
		out, dropped int
	}{
		{Setting{Conv, 6, 1, 3, 1, 0, 1, 1, false}, 4, 0},
		{Setting{Conv, 6, 1, 3, 1, Same, 1, 1, false}, 6, 0},
		{Setting{Conv, 7, 1, 3, 2, 0, 1, 1, false}, 3, 0},
		{Setting{Conv, 6, 1, 3, 2, 0, 1, 1, false}, 2, 1},
		{Setting{Conv, 7, 1, 3, 1, 0, 2, 1, false}, 3, 0},
		{Setting{Conv, 32, 3, 5, 1, 0, 1, 8, false}, 28, 0},
		{Setting{Conv, 1, 1, 1, 4, 0, 1, 1, false}, 1, 0},
		{Setting{Conv, 10, 1, 2, 4, 0, 3, 1, false}, 2, 2},
		{Setting{Pool, 4, 1, 2, 2, 0, 1, 1, false}, 2, 0},
		{Setting{Pool, 5, 1, 2, 2, 0, 1, 1, false}, 2, 1},
		{Setting{Pool, 7, 1000, 7, 1, 0, 1, 1, false}, 1, 0},
		{Setting{Pool, 5, 1, 3, 2, 1, 1, 1, false}, 3, 0},
	} {
		g, err := c.s.Check()
		if err != nil || g.Edge != c.out || g.Dropped != c.dropped {
			t.Errorf("%+v: got out %d, dropped %d, %v; want %d, %d", c.s, g.Edge, g.Dropped, err, c.out, c.dropped)
		}
	}
}

func TestImpossibleSettingsSayWhyAndOfferTheNearest(t *testing.T) {
	for _, c := range []struct {
		name string
		s    Setting
		keep Field
		code Code
		want Setting // the nearest
	}{
		{"window larger than input", Setting{Conv, 4, 1, 5, 1, 0, 1, 1, false}, "", CodeTooBig, Setting{Conv, 4, 1, 4, 1, 0, 1, 1, false}},
		{"and f was just changed", Setting{Conv, 4, 1, 5, 1, 0, 1, 1, false}, FieldF, CodeTooBig, Setting{Conv, 4, 1, 5, 1, 1, 1, 1, false}},
		{"dilation spreads it too far", Setting{Conv, 6, 1, 3, 1, 0, 3, 1, false}, "", CodeTooBig, Setting{Conv, 6, 1, 2, 1, 0, 3, 1, false}},
		{"same with an even window", Setting{Conv, 6, 1, 4, 1, Same, 1, 1, false}, "", CodeSameOdd, Setting{Conv, 6, 1, 3, 1, Same, 1, 1, false}},
		{"windows of padding alone", Setting{Conv, 6, 1, 3, 1, 3, 1, 1, false}, "", CodeOnlyPadding, Setting{Conv, 6, 1, 3, 1, 2, 1, 1, false}},
		{"pooling padded past half", Setting{Pool, 6, 1, 2, 2, 2, 1, 1, false}, "", CodePoolPadding, Setting{Pool, 6, 1, 2, 2, 1, 1, 1, false}},
		{"stride zero", Setting{Conv, 6, 1, 3, 0, 0, 1, 1, false}, "", CodeRange, Setting{Conv, 6, 1, 3, 1, 0, 1, 1, false}},
		{"n too large", Setting{Conv, 99, 1, 3, 1, 0, 1, 1, false}, "", CodeRange, Setting{Conv, 32, 1, 3, 1, 0, 1, 1, false}},
	} {
		_, err := c.s.CheckKeeping(c.keep)
		p, ok := err.(*Problem)
		if !ok || p.Code != c.code || p.Nearest != c.want {
			t.Errorf("%s: got %+v, want code %s, nearest %+v", c.name, err, c.code, c.want)
		}
	}
}

func TestEveryImpossibleSettingHasAPossibleNeighbour(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	impossible := 0
	for range 3000 {
		s := Setting{Conv, r.IntN(40) - 2, r.IntN(10), r.IntN(10) - 1, r.IntN(6), r.IntN(12) - 2, r.IntN(5), r.IntN(10), false}
		if r.IntN(2) == 0 {
			s.Kind, s.D, s.Filters = Pool, 1, 1
		}
		keep := Fields(s.Kind)[r.IntN(5)]
		_, err := s.CheckKeeping(keep)
		if err == nil {
			continue
		}
		impossible++
		near := err.(*Problem).Nearest
		if _, err := near.Check(); err != nil {
			t.Fatalf("%+v keeping %s: nearest %+v is impossible too: %v", s, keep, near, err)
		}
	}
	if impossible < 300 {
		t.Errorf("only %d of the settings were impossible; the test proves little", impossible)
	}
}

func TestEveryCodeHasASentenceInBothLanguages(t *testing.T) {
	for _, c := range Codes() {
		if fault := problemText(c).Check(); fault != "" {
			t.Errorf("%s: %s", c, fault)
		}
	}
	for _, p := range append(Presets(Conv), Presets(Pool)...) {
		if fault := p.Title.Check(); fault != "" {
			t.Errorf("preset %s: %s", p.ID, fault)
		}
	}
	p := &Problem{Code: CodeTooBig, Args: []any{5, 4, 4, 0}}
	if got := p.In(lang.Ko); got == p.Error() {
		t.Errorf("Korean and English are the same: %q", got)
	}
}

func TestCellsTakeNumbersAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		in   string
		want float32
		code Code
	}{
		{"3", 3, ""}, {" -2.5 ", -2.5, ""}, {"−1", -1, ""}, {"0,25", 0.25, ""}, {".5", .5, ""}, {"1e2", 100, ""}, {"-0", 0, ""},
		{"1/2", 0.5, ""}, {"1/9", 1.0 / 9, ""}, {"−1/16", -0.0625, ""}, {"１２", 12, ""}, {"０，５", 0.5, ""},
		{"", 0, CodeEmpty}, {"abc", 0, CodeNotNumber}, {"1/0", 0, CodeNotNumber}, {"NaN", 0, CodeNotNumber},
		{"inf", 0, CodeNotNumber}, {"0x10", 0, CodeNotNumber}, {"1 2", 0, CodeNotNumber}, {"10000", 0, CodeCellRange}, {"-1e9", 0, CodeCellRange}, {"1e99", 0, CodeCellRange},
	} {
		v, err := ParseCell(c.in)
		var code Code
		if p, ok := err.(*Problem); ok {
			code = p.Code
		}
		if v != c.want || code != c.code {
			t.Errorf("ParseCell(%q) = %v, %q; want %v, %q", c.in, v, code, c.want, c.code)
		}
	}
}

func TestTouchedIsTheInverseOfTheWindows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		s := randomSetting(r)
		g := s.MustCheck()
		touched := map[[2]int]int{}
		for o := range g.Edge * g.Edge {
			_, row, col := g.At(o)
			for kr := range g.F {
				for kc := range g.F {
					touched[[2]int{g.Corner(row) + kr*g.D, g.Corner(col) + kc*g.D}]++
				}
			}
		}
		for row := -g.Pad; row < g.N+g.Pad; row++ {
			for col := -g.Pad; col < g.N+g.Pad; col++ {
				want := touched[[2]int{row, col}]
				if got := len(g.Touched(row, col)); got != want {
					t.Fatalf("%+v: cell (%d,%d) touches %d outputs, want %d", s, row, col, got, want)
				}
				if g.IsDropped(row, col) && want > 0 {
					t.Fatalf("%+v: cell (%d,%d) is called dropped but feeds %d outputs", s, row, col, want)
				}
				if g.Unseen(row, col) != (want == 0) {
					t.Fatalf("%+v: Unseen(%d,%d) = %v", s, row, col, want > 0)
				}
			}
		}
	}
}

// randomSetting draws possible settings from the whole range of the controls, small
// ones more often.
func randomSetting(r *rand.Rand) Setting {
	for {
		s := Setting{Kind: Conv, N: 1 + r.IntN(12), C: 1 + r.IntN(3), F: 1 + r.IntN(5), S: 1 + r.IntN(4), P: r.IntN(5) - 1, D: 1 + r.IntN(3), Filters: 1 + r.IntN(3)}
		if r.IntN(2) == 0 {
			s.Kind, s.D, s.Filters, s.CountPad = Pool, 1, 1, r.IntN(2) == 0
		}
		if _, err := s.Check(); err == nil {
			return s
		}
	}
}
