package viz

import "image/color"

// Theme is one of the three colour schemes of the interface.
type Theme uint8

// The themes. Projector is black on white, for a bright room and a weak projector.
const (
	Light Theme = iota
	Dark
	Projector
)

// Themes lists every theme.
func Themes() []Theme { return []Theme{Light, Dark, Projector} }

// String is the theme's name in the style sheet.
func (t Theme) String() string {
	switch t {
	case Dark:
		return "dark"
	case Projector:
		return "projector"
	}
	return "light"
}

// Role says what a paint is for. The theme decides which colour that is.
type Role uint8

// The roles. In every lab Accent is the window now, and Result the value being written now.
// Series1 to Series4 are for curves, which also differ in dash or marker.
const (
	None     Role = iota // nothing is painted
	Ink                  // text and main lines
	Muted                // secondary text, still 4.5:1 on Paper
	Line                 // axes and cell borders
	Faint                // grid lines; never text
	Paper                // the ground, and zero on the diverging map
	Panel                // a ground set off from Paper
	Accent               // the window now
	Result               // the result now
	Positive             // the far end of the diverging map above zero
	Negative             // the far end below zero
	Series1
	Series2
	Series3
	Series4
	Custom // Paint.RGBA, the same in every theme
	roleEnd
)

var roleNames = [...]string{
	"none", "ink", "muted", "line", "faint", "paper", "panel", "accent", "result",
	"positive", "negative", "series-1", "series-2", "series-3", "series-4", "custom",
}

// String is the role's name. Its token in the style sheet is "--" and the name.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "none"
}

// Roles lists the roles that a theme colours: all but None and Custom.
func Roles() []Role {
	var all []Role
	for r := Ink; r < Custom; r++ {
		all = append(all, r)
	}
	return all
}

// palettes holds the colour of each role in each theme as 0xRRGGBB. web/static/style.css has
// the same colours in its tokens; a test in app/ui compares them.
var palettes = [3][roleEnd]uint32{
	Light: {
		Ink: 0x1b1d21, Muted: 0x565b64, Line: 0x80858e, Faint: 0xdcdcd6, Paper: 0xfdfdfb, Panel: 0xf4f4f0,
		Accent: 0x7a24c8, Result: 0x136f37, Positive: 0xb04500, Negative: 0x0b57a4,
		Series1: 0x0b57a4, Series2: 0xa84300, Series3: 0x136f37, Series4: 0x9c2467,
	},
	Dark: {
		Ink: 0xe9e9e4, Muted: 0xadb2ba, Line: 0x7f868f, Faint: 0x33373d, Paper: 0x15171a, Panel: 0x1d2024,
		Accent: 0xcaa2ff, Result: 0x74d493, Positive: 0xffad5c, Negative: 0x7ab8ff,
		Series1: 0x7ab8ff, Series2: 0xffad5c, Series3: 0x74d493, Series4: 0xf2a1cf,
	},
	Projector: {
		Ink: 0x000000, Muted: 0x2e3136, Line: 0x44474c, Faint: 0xbdbdbd, Paper: 0xffffff, Panel: 0xf6f6f6,
		Accent: 0x6200b3, Result: 0x00591f, Positive: 0x963a00, Negative: 0x00458c,
		Series1: 0x00458c, Series2: 0x963a00, Series3: 0x00591f, Series4: 0x86004f,
	},
}

// Color is the colour of a role in a theme; None and Custom are transparent.
func (t Theme) Color(r Role) color.RGBA {
	if t > Projector || r == None || r >= Custom {
		return color.RGBA{}
	}
	c := palettes[t][r]
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
}

// Paint is what fills or strokes a shape. The zero value paints nothing.
type Paint struct {
	Role  Role
	Alpha float64    // the opacity; 0 means 1
	RGBA  color.RGBA // for Custom
}

// Fill is an opaque paint of a role.
func Fill(r Role) Paint { return Paint{Role: r} }

// Signed paints t in [-1, 1] with the colour of the Diverging map in any theme: the colour of
// the far end, over the paper, with opacity |t|.
func Signed(t float64) Paint {
	switch {
	case t > 0:
		return Paint{Role: Positive, Alpha: min(t, 1)}
	case t < 0:
		return Paint{Role: Negative, Alpha: min(-t, 1)}
	}
	return Paint{Role: Paper}
}

// Colored paints the same colour in every theme, such as one of the Sequential map.
func Colored(c color.RGBA) Paint { return Paint{Role: Custom, RGBA: c} }

// Resolve returns the paint's colour in a theme and its opacity in [0, 1].
func (p Paint) Resolve(t Theme) (c color.RGBA, alpha float64) {
	alpha = p.Alpha
	if alpha == 0 {
		alpha = 1
	}
	switch p.Role {
	case None:
		return color.RGBA{}, 0
	case Custom:
		return p.RGBA, alpha
	}
	return t.Color(p.Role), alpha
}

// On is the opaque colour of the paint over the theme's paper.
func (p Paint) On(t Theme) color.RGBA {
	c, alpha := p.Resolve(t)
	paper := t.Color(Paper)
	mix := func(over, under uint8) uint8 { return uint8(float64(over)*alpha + float64(under)*(1-alpha) + 0.5) }
	return color.RGBA{mix(c.R, paper.R), mix(c.G, paper.G), mix(c.B, paper.B), 255}
}
