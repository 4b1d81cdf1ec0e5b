package sentence

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"
)

func TestFillWritesWhatFmtWrites(t *testing.T) {
	values := []any{
		"a.gz", "다", "", "with \"quotes\"", 0, -7, 60000, int32(-3), int64(1 << 40), uint8(200), uint32(1 << 31), uint64(math.MaxUint64),
		0.0, 0.1, -2.5, 1e6, 123456789.0, 1e20, 1e21, 1e-4, 1e-5, math.NaN(), math.Inf(1), math.Inf(-1), float32(0.1), true, false,
		errors.New("an error"), 3 * time.Second,
	}
	for _, v := range values {
		for _, text := range []string{"%v", "before %v after", "100 % of %v"} {
			got := Fill(text, v)
			want := fmt.Sprintf("%v", v)
			if text == "before %v after" {
				want = "before " + want + " after"
			} else if text == "100 % of %v" {
				want = "100 % of " + want
			}
			if got != want {
				t.Errorf("Fill(%q, %v) = %q, want %q", text, v, got, want)
			}
		}
		if s, ok := v.(string); ok {
			if got, want := Fill("%q is %v", s, 1), fmt.Sprintf("%q is %v", s, 1); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
}

func TestFillWithMoreOrFewerArgumentsThanVerbs(t *testing.T) {
	cases := []struct {
		text string
		args []any
		want string
	}{
		{"%v and %v", []any{1}, "1 and %v"},
		{"nothing", []any{1, 2}, "nothing"},
		{"%v", nil, "%v"},
		{"%", []any{1}, "%"},
		{"%v%v%%v", []any{"%v", 2, 3}, "%v2%3"},
		{"%v", []any{[]int{1}}, "?"},
	}
	for _, c := range cases {
		if got := Fill(c.text, c.args...); got != c.want {
			t.Errorf("Fill(%q, %v) = %q, want %q", c.text, c.args, got, c.want)
		}
	}
}
