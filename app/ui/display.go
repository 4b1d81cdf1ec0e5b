package ui

// display is how a visitor wants every page to look. It is kept in the browser.
type display struct {
	Theme     themeChoice
	Projector bool
}

// themeChoice is what the theme toggle steps through.
type themeChoice string

const (
	themeAuto  themeChoice = "" // as the system
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

// Where the browser keeps a display. web/static/display.js reads the same before the
// first paint.
const (
	keyTheme     = "stridelab.theme"
	keyProjector = "stridelab.projector"
)

// recallDisplay reads what was remembered; the zero display when nothing was.
func recallDisplay() display {
	d := display{Projector: Recall(keyProjector) == "on"}
	if t := themeChoice(Recall(keyTheme)); t == themeLight || t == themeDark {
		d.Theme = t
	}
	return d
}
