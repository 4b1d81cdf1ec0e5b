package ui

import (
	"reflect"
	"strings"
	"testing"
	"testing/quick"

	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestNumberTakesGoodValuesAndRefusesBadOnes(t *testing.T) {
	whole := Number{Value: 8, Min: 1, Max: 32, Integer: true}
	rate := Number{Value: 0.01, Min: 0.00001, Max: 10}
	free := Number{Value: 2}
	large := Number{Value: 1, Min: 1, Max: 5000, Integer: true}
	for _, c := range []struct {
		name    string
		control Number
		typed   string
		want    float64
		reason  string
	}{
		{"a value", whole, "12", 12, ""},
		{"both ends", whole, "32", 32, ""},
		{"spaces", whole, " 3 ", 3, ""},
		{"letters", whole, "abc", 8, "“abc” is not a number. Enter a whole number from 1 to 32. It stays 8."},
		{"nothing", whole, " ", 8, "Nothing was entered. Enter a whole number from 1 to 32. It stays 8."},
		{"not a number", whole, "NaN", 8, "“NaN” is not a number. Enter a whole number from 1 to 32. It stays 8."},
		{"infinite", free, "Inf", 2, "“Inf” is not a number. Enter a number such as 0.25 or 1/9. It stays 2."},
		{"a fraction", whole, "2.5", 8, "“2.5” is not a whole number. Enter a whole number from 1 to 32. It stays 8."},
		{"too large", whole, "33", 8, "33 is out of range. Enter a whole number from 1 to 32. It stays 8."},
		{"too small", rate, "0", 0.01, "0 is out of range. Enter a number from 0.00001 to 10. It stays 0.01."},
		{"a long text", whole, strings.Repeat("ab ", 99), 8, "“ab ab ab ab ab ab ab ab …” is not a number. Enter a whole number from 1 to 32. It stays 8."},
		{"a decimal comma", rate, "0,001", 0.001, ""},
		{"full-width digits", rate, "０．００１", 0.001, ""},
		{"full-width digits of a whole number", whole, "１２", 12, ""},
		{"thousands", large, "1,024", 1024, ""},
		{"a quotient", rate, "1/4", 0.25, ""},
		{"an exponent", rate, "1e-3", 0.001, ""},
		{"a printed minus", free, "−1.5", -1.5, ""},
		{"no limits", free, "-1e9", -1e9, ""},
	} {
		got, reason := c.control.Accept(c.typed)
		if got != c.want || reason != c.reason {
			t.Errorf("%s: %v %q, want %v %q", c.name, got, reason, c.want, c.reason)
		}
	}
	korean := Number{Lang: lang.Ko, Value: 8, Min: 1, Max: 32}
	if _, reason := korean.Accept("x"); reason != "수로 읽을 수 없습니다: “x”. 1부터 32까지의 수를 입력하세요. 지금 값은 8입니다." {
		t.Errorf("Korean: %q", reason)
	}
}

func TestRefusalsAreInEveryLanguage(t *testing.T) {
	v := reflect.ValueOf(numberText)
	for i := range v.NumField() {
		if fault := v.Field(i).Interface().(lang.Text).Check(); fault != "" {
			t.Errorf("%s: %s", v.Type().Field(i).Name, fault)
		}
	}
}

func TestWhatNumberShowsItReadsBack(t *testing.T) {
	f := func(v float64) bool {
		n := Number{}
		got, reason := n.Accept(FormatNumber(v))
		return reason == "" && got == v
	}
	if err := quick.Check(f, nil); err != nil {
		t.Error(err)
	}
	for v, want := range map[float64]string{0.001: "0.001", 100000: "100000", 1e-7: "1e-07", 1e20: "1e+20", -2.5: "-2.5", 0: "0"} {
		if got := FormatNumber(v); got != want {
			t.Errorf("%v is shown as %q, want %q", v, got, want)
		}
	}
}

func TestNumberIsLabelledAndDescribed(t *testing.T) {
	html := rendered(t, func() app.UI {
		return &Number{ID: "seed", Hook: "seed", Label: "Seed", Hint: "Same seed, same run.", Value: 7, Max: 99, Integer: true}
	})
	has(t, tag(html, "<label"), `for="seed"`)
	has(t, tag(html, `id="seed"`), `value="7"`, `data-test="seed"`, `inputmode="numeric"`, `aria-describedby="seed-hint"`)
	has(t, html, "Same seed, same run.", `role="alert"`)
	if strings.Contains(html, `data-test="error"`) {
		t.Error("an error's hook without an error")
	}
	locked := rendered(t, func() app.UI { return &Number{ID: "seed", Value: 7, Disabled: "Pause first."} })
	has(t, tag(locked, `id="seed"`), "aria-disabled", "readonly")
	has(t, locked, ">Pause first.<")
}

func TestNumberShowsItsRefusal(t *testing.T) {
	html := rendered(t, func() app.UI {
		return &Number{ID: "f", Value: 3, Min: 1, Max: 7, refusal: "9 is out of range."}
	})
	has(t, tag(html, `id="f"`), "aria-invalid", `aria-describedby="f-error f-hint"`)
	has(t, tag(html, `id="f-error"`), `data-test="error"`, `role="alert"`)
}

func TestCountSetsThousandsOff(t *testing.T) {
	for v, want := range map[int64]string{0: "0", 456: "456", 1000: "1,000", 14_450_688: "14,450,688", -999: "-999", -123456: "-123,456"} {
		if got := Count(v); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
