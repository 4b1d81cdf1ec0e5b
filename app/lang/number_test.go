package lang

import "testing"

func TestNumbersAreReadAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		typed string
		whole bool
		want  float64
		ok    bool
	}{
		{"3", false, 3, true}, {" 3 ", false, 3, true}, {"-2.5", false, -2.5, true}, {"−2.5", false, -2.5, true}, {"–2", false, -2, true},
		{"+4", false, 4, true}, {".5", false, 0.5, true}, {"1e-3", false, 0.001, true}, {"1E-3", false, 0.001, true},
		{"0,001", false, 0.001, true}, {"0,001", true, 0.001, true}, {"2,5", true, 2.5, true}, {"1,024", false, 1.024, true},
		{"1,024", true, 1024, true}, {"1,024,000", false, 1_024_000, true}, {"14,450,688", true, 14_450_688, true},
		{"-1,024", true, -1024, true}, {"1,0240", true, 1.024, true}, {"1,024.5", false, 1024.5, true}, {"1.024,5", false, 1024.5, true},
		{"14 450 688", true, 14_450_688, true}, {"14\u00a0450\u202f688", true, 14_450_688, true}, {"14’450’688", true, 14_450_688, true},
		{"１２", true, 12, true}, {"０．２５", false, 0.25, true}, {"０，２５", false, 0.25, true}, {"－３", false, -3, true}, {"１／９", false, 1.0 / 9, true},
		{"１，０２４", true, 1024, true}, {"　７　", false, 7, true}, {"１ｅ－３", false, 0.001, true},
		{"1/9", false, 1.0 / 9, true}, {"-1/16", false, -0.0625, true}, {"1 / 4", false, 0.25, true}, {"1⁄4", false, 0.25, true}, {"8/2", true, 4, true},
		{"1,5/3", false, 0.5, true}, {"-0", false, 0, true},
		{"", false, 0, false}, {" ", false, 0, false}, {"x", false, 0, false}, {"3x", false, 0, false}, {"1/0", false, 0, false}, {"0/0", false, 0, false},
		{"1/", false, 0, false}, {"/9", false, 0, false}, {"1/2/3", false, 0, false}, {"1,2,3", false, 0, false}, {"1.2.3", false, 0, false},
		{"1,24.5", false, 0, false}, {"0x10", false, 0, false}, {"Inf", false, 0, false}, {"NaN", false, 0, false}, {"1e999", false, 0, false},
		{"1 2", false, 0, false}, {"1.5 2", false, 0, false}, {"- 2", false, -2, true}, {"--2", false, 0, false}, {"1 024,5", false, 1024.5, true},
		{"e", false, 0, false}, {"-", false, 0, false}, {",", false, 0, false}, {"٣", false, 0, false},
	} {
		got, ok := ParseNumber(c.typed, c.whole)
		if got != c.want || ok != c.ok {
			t.Errorf("%q, whole %v: got %v %v, want %v %v", c.typed, c.whole, got, ok, c.want, c.ok)
		}
	}
	for typed, want := range map[string]int64{"１４，４５０，６８８": 14_450_688, "456": 456, "4.0": 4} {
		if got, ok := ParseWhole(typed); got != want || !ok {
			t.Errorf("%q: got %d %v, want %d", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"2.5", "1e300", "many", "2,5"} {
		if got, ok := ParseWhole(typed); ok {
			t.Errorf("%q is read as %d", typed, got)
		}
	}
}
