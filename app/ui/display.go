package ui

// display is how the pages look. A visitor chooses it, and the browser stores it.
type display struct {
	Theme     themeChoice
	Projector bool
}

// themeChoice is one of the values of the theme button.
type themeChoice string

const (
	themeAuto  themeChoice = "" // the theme of the system
	themeLight themeChoice = "light"
	themeDark  themeChoice = "dark"
)

func (t themeChoice) next() themeChoice {
	switch t {
	case themeAuto:
		return themeLight
	case themeLight:
		return themeDark
	}
	return themeAuto
}

// The storage keys of a display. web/static/display.js reads them too, before the first paint.
const (
	keyTheme     = "stridelab.theme"
	keyProjector = "stridelab.projector"
)

// recallDisplay returns the stored display, or the zero display.
func recallDisplay() display {
	d := display{Projector: Recall(keyProjector) == "on"}
	if t := themeChoice(Recall(keyTheme)); t == themeLight || t == themeDark {
		d.Theme = t
	}
	return d
}
