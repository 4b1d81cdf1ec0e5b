package trace

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stridelab/app/lang"
)

var update = flag.Bool("update", false, "write the goldens in testdata anew")

// TestTracesReadAsWritten compares whole walks with texts that a person can check with pencil and
// paper. Refresh them with go test ./app/trace -update.
func TestTracesReadAsWritten(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		id   string
		most int // windows written out
	}{
		{Conv, "vertical-edge", 16}, {Conv, "volume", 4}, {Conv, "same", 8}, {Conv, "strided", 9}, {Conv, "dilated", 9}, {Conv, "two-filters", 32}, {Conv, "conv1", 2},
		{Pool, "4x4", 4}, {Pool, "5x5", 9}, {Pool, "channels", 12}, {Pool, "padded", 9}, {Pool, "ties", 4}, {Pool, "global", 2},
	} {
		p, _ := PresetOf(c.kind, c.id)
		w := mustNew(t, p.Setting, p.Values())
		got := describe(w, c.most)
		file := filepath.Join("testdata", c.id+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; got:\n%s", c.id, file, got)
		}
	}
}

// describe writes a walk as text: the arithmetic and both sentences of each window, and then the
// gradients of the input.
func describe(w *Walk, most int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "n %d, c %d, f %d, s %d, p %d, d %d: output %d×%d×%d, %d dropped\n", w.N, w.C, w.F, w.S, w.Pad, w.D, w.Edge, w.Edge, w.Maps, w.Dropped)
	back := w.NewBackward()
	for i := range min(most, w.Steps()) {
		back.Seek(i + 1)
		fmt.Fprintln(&b)
		if w.Kind == Conv {
			s := w.Step(i)
			fmt.Fprintf(&b, "%s\n%s\n%s\n", w.Arithmetic(s, lang.En), w.Say(s, lang.En), w.Say(s, lang.Ko))
		} else {
			s := w.PoolStep(i)
			fmt.Fprintf(&b, "%s\n%s\n%s\n%s\n", w.ArithmeticMax(s), w.ArithmeticAvg(s), w.SayPool(s, lang.En), w.SayPool(s, lang.Ko))
		}
		fmt.Fprintf(&b, "%s\n", w.ArithmeticBackward(i, back, lang.En))
	}
	if w.N > 8 || w.C > 3 {
		return b.String()
	}
	if w.Kind == Conv {
		volume(&b, "dX", w.DX, w.N)
		volume(&b, "dW", w.DW, w.F)
		volume(&b, "db", w.DB, 1)
		return b.String()
	}
	volume(&b, "dX under max", w.DXMax, w.N)
	volume(&b, "dX under average", w.DXAvg, w.N)
	return b.String()
}

func volume(b *strings.Builder, name string, x []float32, n int) {
	fmt.Fprintf(b, "\n%s\n", name)
	for i, v := range x {
		sep := " "
		if i%n == n-1 {
			sep = "\n"
		}
		fmt.Fprintf(b, "%s%s", NumberTo(float64(v), 2), sep)
		if i%(n*n) == n*n-1 && i+1 < len(x) {
			fmt.Fprintln(b)
		}
	}
}
