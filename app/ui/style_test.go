package ui

import (
	"image/color"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stridelab/viz"
)

func styleSheet(t *testing.T) string {
	t.Helper()
	css, err := os.ReadFile("../../web/static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(css)
}

// block returns the declarations of the first rule with this selector.
func block(t *testing.T, css, selector string) map[string]color.RGBA {
	t.Helper()
	at := strings.Index(css, "\n"+selector+" {")
	if at < 0 {
		at = strings.Index(css, "  "+selector+" {")
	}
	if at < 0 {
		t.Fatalf("no rule for %s", selector)
	}
	rest := css[at:]
	rest = rest[:strings.Index(rest, "}")]
	tokens := map[string]color.RGBA{}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(rest, -1) {
		v, _ := strconv.ParseUint(m[2], 16, 32)
		tokens[m[1]] = color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
	}
	return tokens
}

// tokens gives the style sheet's colours in each theme.
func tokens(t *testing.T) map[viz.Theme]map[string]color.RGBA {
	css := styleSheet(t)
	return map[viz.Theme]map[string]color.RGBA{
		viz.Light:     block(t, css, ":root"),
		viz.Dark:      block(t, css, `:root[data-theme="dark"]`),
		viz.Projector: block(t, css, ":root[data-projector][data-projector]"),
	}
}

func TestStyleSheetAndCanvasesHaveTheSameColours(t *testing.T) {
	for theme, have := range tokens(t) {
		for _, role := range viz.Roles() {
			if got, want := have[role.String()], theme.Color(role); got != want {
				t.Errorf("%v: --%v is %v in style.css, %v in viz", theme, role, got, want)
			}
		}
	}
}

func TestSystemDarkAndChosenDarkAreTheSame(t *testing.T) {
	css := styleSheet(t)
	system, chosen := block(t, css, `:root:not([data-theme="light"])`), block(t, css, `:root[data-theme="dark"]`)
	if len(system) != len(chosen) || len(system) < 16 {
		t.Errorf("%d tokens from the system, %d from the toggle", len(system), len(chosen))
	}
	for name, c := range chosen {
		if system[name] != c {
			t.Errorf("--%s is %v from the system and %v from the toggle", name, system[name], c)
		}
	}
}

// luminance and contrast are those of WCAG 2.2.
func luminance(c color.RGBA) float64 {
	f := func(b uint8) float64 {
		v := float64(b) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastHolds(t *testing.T) {
	pairs := []struct {
		front, back string
		least       float64
	}{
		{"ink", "paper", 12}, {"ink", "panel", 12}, {"muted", "paper", 4.5}, {"muted", "panel", 4.5},
		{"paper", "ink", 12}, {"paper", "muted", 4.5}, // the primary button, at rest and pointed at
		{"accent", "paper", 4.5}, {"result", "paper", 4.5}, {"result", "panel", 4.5}, {"danger", "paper", 4.5}, {"danger", "panel", 4.5},
		{"positive", "paper", 4.5}, {"negative", "paper", 4.5},
		{"series-1", "paper", 4.5}, {"series-2", "paper", 4.5}, {"series-3", "paper", 4.5}, {"series-4", "paper", 4.5},
		// What is not text but must be seen (WCAG 1.4.11).
		{"line", "paper", 3}, {"line", "panel", 3}, {"focus", "paper", 3}, {"focus", "panel", 3},
	}
	for theme, have := range tokens(t) {
		for _, p := range pairs {
			front, ok1 := have[p.front]
			back, ok2 := have[p.back]
			if !ok1 || !ok2 {
				t.Errorf("%v: --%s or --%s is missing", theme, p.front, p.back)
				continue
			}
			least := p.least
			if theme == viz.Projector && least >= 4.5 {
				least = max(least, 7) // a beam in a bright room takes away about a third
			}
			if got := contrast(front, back); got < least {
				t.Errorf("%v: %s on %s is %.2f:1, want %.1f:1", theme, p.front, p.back, got, least)
			}
		}
	}
}

// Ink must stay readable in cells of every value: on the strongest shade that a scene has behind
// text.
func TestInkIsReadableOnShadedCells(t *testing.T) {
	const strongest = 0.45
	for _, theme := range viz.Themes() {
		m := viz.Diverging(theme)
		for _, side := range []float64{-1, 1} {
			if got := contrast(theme.Color(viz.Ink), m.At(0.5+side*strongest/2)); got < 4.5 {
				t.Errorf("%v: ink on a cell of %+.2f is %.2f:1", theme, side*strongest, got)
			}
		}
	}
}

func TestStyleSheetPaintsEveryRole(t *testing.T) {
	css := styleSheet(t)
	for _, role := range viz.Roles() {
		name := role.String()
		for _, rule := range []string{".f-" + name + " { fill: var(--" + name + "); }", ".s-" + name + " { stroke: var(--" + name + "); }"} {
			if !strings.Contains(css, rule) {
				t.Errorf("style.css lacks %q", rule)
			}
		}
	}
}

func TestColoursStandInTheTokensOnly(t *testing.T) {
	css := styleSheet(t)
	after := css[strings.Index(css, "/* 2 ground"):]
	if m := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b`).FindAllString(after, -1); len(m) > 0 {
		t.Errorf("colours outside the tokens: %v", m)
	}
}

func TestDisplayScriptReadsTheSameKeys(t *testing.T) {
	js, err := os.ReadFile("../../web/static/display.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{keyTheme, keyProjector} {
		if !strings.Contains(string(js), `"`+key+`"`) {
			t.Errorf("display.js does not read %s", key)
		}
	}
}
