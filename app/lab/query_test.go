package lab

import (
	"errors"
	"math"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"stridelab/app/lang"
)

type way uint8

const ways way = 2

func (w way) String() string { return [...]string{"across", "down"}[w] }

func TestReaderReadsWhatAWriterWrites(t *testing.T) {
	var w Writer
	if w.String() != "" {
		t.Errorf("nothing is written as %q", w.String())
	}
	w.Ints("at", 1, -2)
	w.Ints("n", 7)
	w.Put("path", "down")
	w.Escape("net", "a+b&c")
	w.Put("seed", "18446744073709551615")
	if want := "v=1&at=1,-2&n=7&path=down&net=a%2Bb%26c&seed=18446744073709551615"; w.String() != want {
		t.Errorf("got %q, want %q", w.String(), want)
	}
	r := Read(w.String())
	var x, y, n int
	var seed uint64
	var path way
	var word string
	if !r.Ints("at", -5, 5, &x, &y) || !r.Ints("n", 0, 9, &n) || !r.Uint("seed", 0, 1<<64-1, &seed) || r.Ints("m", 0, 9, &n) {
		t.Error("what is there is not found, or what is not is")
	}
	Name(r, "path", ways, &path)
	OneOf(r, "path", []string{"up", "down"}, &word)
	OneOf(r, "m", []string{"up"}, &word)
	if word != "down" || r.Err() != nil || x != 1 || y != -2 || n != 7 || seed != 1<<64-1 || path != 1 || r.Get("net") != "a+b&c" {
		t.Errorf("%v: %d %d %d %d %v", r.Err(), x, y, n, seed, path)
	}
}

func TestReaderRefusesWhatIsOutOfBounds(t *testing.T) {
	for _, q := range []string{"v=2", "v=", "%zz", "n=10", "n=-1", "n=x", "n=", "n=1,2", "at=1", "at=1,x", "seed=-1", "seed=101", "path=up", "path="} {
		r := Read(q)
		n, x, y, seed, path := 3, 3, 3, uint64(3), way(1)
		r.Ints("n", 0, 9, &n)
		r.Ints("at", 0, 9, &x, &y)
		r.Uint("seed", 0, 100, &seed)
		Name(r, "path", ways, &path)
		if r.Err() == nil {
			t.Errorf("%q is taken", q)
		}
		if n != 3 || y != 3 || seed != 3 || path != 1 {
			t.Errorf("%q has changed a value that it does not hold: %d %d %d %v", q, n, y, seed, path)
		}
	}
	if r := Read("n=x&unknown=y&v=1"); r.Err() != nil {
		t.Error("a key that nobody reads is refused")
	}
}

func TestReaderSaysWhatWasWrongFirst(t *testing.T) {
	digit := wholes(1, 0, 9)
	for _, c := range []struct {
		query string
		want  QueryError
	}{
		{"%zz", QueryError{Code: QuerySyntax, Value: "%zz"}}, {"v=9&n=x", QueryError{Code: QueryVersion, Key: "v", Value: "9"}},
		{"m=1&n=x", QueryError{QueryValue, "n", "x", digit}}, {"m=y&n=x", QueryError{QueryValue, "m", "y", digit}},
	} {
		r, m, n := Read(c.query), 0, 0
		r.Ints("m", 0, 9, &m)
		r.Ints("n", 0, 9, &n)
		if err, ok := r.Err().(*QueryError); !ok || *err != c.want {
			t.Errorf("%q: %v, want %v", c.query, r.Err(), c.want)
		}
	}
}

// A wrong value is answered with what is allowed, and repeated on a line at most.
func TestRefusalSaysWhatIsAllowed(t *testing.T) {
	long := strings.Repeat("conv9999f3 ", 900)
	for _, c := range []struct {
		query string
		want  [2]string // in English and Korean
	}{
		{"n=10", [2]string{"n = “10”. Allowed: a whole number from 0 to 9.", "n = “10”. 쓸 수 있는 값: 0부터 9까지의 정수."}},
		{"at=1,2,3", [2]string{"at = “1,2,3”. Allowed: 2 whole numbers from 0 to 9, with commas between them.", "정수 2개"}},
		{"seed=1e9", [2]string{"Allowed: a whole number from 0 to 1,000.", "0부터 1,000까지의 정수"}},
		{"up=-1", [2]string{"Allowed: a whole number from 2 up.", "2 이상의 정수"}},
		{"path=left", [2]string{"path = “left”. Allowed: across, down.", "across, down"}},
		{"word=no", [2]string{"word = “no”. Allowed: sgd, adam.", "sgd, adam"}},
		{"rate=11", [2]string{"rate = “11”. Allowed: a number from 1e-9 to 10.", "1e-9부터 10까지의 수"}},
		{"net=" + url.QueryEscape(long), [2]string{"net = “conv9999f3 conv9999f3 conv9999f3 conv99…”.", "conv99…”."}},
		{"net=a%0Ab", [2]string{"net = “a b”.", "net = “a b”."}},
	} {
		r := Read(c.query)
		n, x, y, seed, path, word := 0, 0, 0, uint64(0), way(0), ""
		r.Ints("n", 0, 9, &n)
		r.Ints("at", 0, 9, &x, &y)
		r.Ints("up", 2, math.MaxInt, &n)
		r.Uint("seed", 0, 1000, &seed)
		Name(r, "path", ways, &path)
		OneOf(r, "word", []string{"sgd", "adam"}, &word)
		if r.Has("rate") {
			r.RefuseFor("rate", Between(1e-9, 10))
		}
		if r.Has("net") {
			r.Refuse("net")
		}
		p := page{why: r.Err()}
		for i, l := range lang.All() {
			got := p.Refusal().In(l)
			if !strings.Contains(got, c.want[i]) || utf8.RuneCountInString(got) > 240 {
				t.Errorf("%.40q, %s: %q, want %q in it", c.query, l.Tag(), got, c.want[i])
			}
		}
	}
	if p := (page{why: errors.New("of another kind")}); p.Refusal() != text.BrokenAddress {
		t.Errorf("an error without a key is told as %q", p.Refusal().In(lang.En))
	}
}
