package viz

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/color"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens in testdata")

// golden compares with testdata/name, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./viz -update writes it)", err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

// wellFormed fails unless s is one XML element.
func wellFormed(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, s)
		}
	}
}

func everyShape() Scene {
	pix := image.NewRGBA(image.Rect(0, 0, 2, 1))
	pix.SetRGBA(0, 0, color.RGBA{255, 0, 0, 255})
	pix.SetRGBA(1, 0, color.RGBA{0, 0, 255, 255})
	s := Scene{W: 120, H: 80, Title: `a "scene" <of> every shape`}
	s.Add(
		Rect{X: 1, Y: 2, W: 20, H: 10, Fill: Fill(Panel), Stroke: Stroke{Paint: Fill(Line)}},
		Rect{X: 30, Y: 2, W: 12, H: 12, Stroke: Stroke{Paint: Fill(Muted)}, Hatch: true},
		Rect{X: 50, Y: 2, W: 8, H: 8, Fill: Signed(-0.25)},
		Rect{X: 60, Y: 2, W: 8, H: 8, Fill: Colored(color.RGBA{1, 2, 255, 255})},
		Segment(0, 20.5, 120, 20.5, Stroke{Paint: Fill(Accent), Width: 2, Dash: []float64{4, 2}}),
		Polyline{Points: []Point{{1, 30}, {5, 34.123}, {9, -0.001}}, Fill: Fill(Result), Closed: true},
		Text{X: 10, Y: 50, S: "3 × 1 < 5 & 합성곱", Anchor: Middle, Bold: true},
		Text{X: 10, Y: 60, S: "up", Turned: true, Paint: Fill(Muted), Size: 9, Anchor: End},
		Image{X: 80, Y: 40, W: 20, H: 10, Pix: pix},
		SignedCells{X: 80, Y: 60, Cell: 4, W: 3, H: 2, Values: []float32{1, 1, 0, -0.5, float32(math.NaN()), 1}},
	)
	for i, k := range []MarkerKind{NoMarker, Dot, Ring, Square, Diamond, Triangle, Cross} {
		s.Add(Marker{k, float64(10 + 10*i), 70, 3, Fill(Series1)})
	}
	return s
}

func TestSVGOfEveryShape(t *testing.T) {
	s := everyShape().SVG()
	wellFormed(t, s)
	if strings.Contains(s, "style=") {
		t.Error("a style attribute: the Content-Security-Policy refuses those")
	}
	golden(t, "shapes.svg", s)
}

func TestHatchStaysInsideItsCell(t *testing.T) {
	for _, r := range []Rect{{X: 3, Y: 5, W: 20, H: 20}, {W: 40, H: 7}, {W: 5, H: 31}} {
		lines := r.HatchLines()
		if len(lines) == 0 {
			t.Errorf("%+v: no lines", r)
		}
		for _, l := range lines {
			for _, p := range l {
				if p.X < r.X-1e-9 || p.Y < r.Y-1e-9 || p.X > r.X+r.W+1e-9 || p.Y > r.Y+r.H+1e-9 {
					t.Errorf("%+v: %v outside", r, p)
				}
			}
			if dx, dy := l[1].X-l[0].X, l[1].Y-l[0].Y; math.Abs(dx+dy) > 1e-9 {
				t.Errorf("%+v: %v is no diagonal", r, l)
			}
		}
	}
}

func TestSignedCellsCoverEachCellOnce(t *testing.T) {
	c := SignedCells{Cell: 1, W: 5, H: 2, Values: []float32{0, 1, 1, -1, 0.01, -3, -1, 0.5, 0.5, 0.5}}
	got := make([]Paint, 10)
	c.Runs(func(p Paint, x, y, w, h float64) {
		for i := range int(w) {
			at := int(y)*5 + int(x) + i
			if got[at] != (Paint{}) {
				t.Errorf("cell %d painted twice", at)
			}
			got[at] = p
		}
	})
	for i, v := range c.Values {
		want := Signed(math.Round(float64(min(max(v, -1), 1))*16) / 16)
		if want.Role == Paper {
			want = Paint{}
		}
		if got[i] != want {
			t.Errorf("cell %d of value %v is %v, want %v", i, v, got[i], want)
		}
	}
}

func TestEveryRoleHasANameAndAColour(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Roles() {
		if n := r.String(); n == "none" || seen[n] {
			t.Errorf("role %d is called %q", r, n)
		}
		seen[r.String()] = true
		for _, theme := range Themes() {
			if theme.Color(r).A != 255 {
				t.Errorf("%v has no colour in %v", r, theme)
			}
		}
	}
	if len(roleNames) != int(roleEnd) {
		t.Errorf("%d names for %d roles", len(roleNames), roleEnd)
	}
}

func TestImageWithoutPixelsIsLeftOut(t *testing.T) {
	s := Scene{W: 1, H: 1, Shapes: []Shape{Image{W: 1, H: 1}}}
	if bytes.Contains([]byte(s.SVG()), []byte("<image")) {
		t.Error("an empty image was written")
	}
}
