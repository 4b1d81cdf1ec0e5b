package lab

import "testing"

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
	for _, c := range []struct {
		query string
		want  QueryError
	}{
		{"%zz", QueryError{QuerySyntax, "", "%zz"}}, {"v=9&n=x", QueryError{QueryVersion, "v", "9"}},
		{"m=1&n=x", QueryError{QueryValue, "n", "x"}}, {"m=y&n=x", QueryError{QueryValue, "m", "y"}},
	} {
		r, m, n := Read(c.query), 0, 0
		r.Ints("m", 0, 9, &m)
		r.Ints("n", 0, 9, &n)
		if err, ok := r.Err().(*QueryError); !ok || *err != c.want {
			t.Errorf("%q: %v, want %v", c.query, r.Err(), c.want)
		}
	}
}
