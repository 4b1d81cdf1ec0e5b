package trainlab

// Pen draws with the keyboard: it is a cursor that moves over the pad, and leaves ink while it is
// down.
type Pen struct {
	X, Y float64 // pad cells
	Down bool
}

// penStep is how far the pen moves with one press of an arrow key, in pad cells.
const penStep = 7

// NewPen returns a pen in the middle of the pad, lifted.
func NewPen() Pen { return Pen{X: PadSize / 2, Y: PadSize / 2} }

// Place returns the row and the column of the pen, counted from 1 in presses of an arrow key.
func (p *Pen) Place() (row, column int) {
	return int(p.Y/penStep+0.5) + 1, int(p.X/penStep+0.5) + 1
}

// Key handles a key on the pad, by its KeyboardEvent.key. It reports whether the key is one of the
// pad's: arrows move the pen, Space or Enter lowers and lifts it, Escape lifts it, Delete or
// Backspace wipes the pad.
func (p *Pen) Key(key string, k *Ink) bool {
	x, y := p.X, p.Y
	switch key {
	case "ArrowLeft":
		x -= penStep
	case "ArrowRight":
		x += penStep
	case "ArrowUp":
		y -= penStep
	case "ArrowDown":
		y += penStep
	case " ", "Enter":
		p.Down = !p.Down
		if p.Down {
			k.Stroke(p.X, p.Y, p.X, p.Y)
		}
		return true
	case "Escape":
		if !p.Down {
			return false
		}
		p.Down = false
		return true
	case "Delete", "Backspace":
		k.Clear()
		p.Down = false
		return true
	default:
		return false
	}
	x, y = min(PadSize, max(0, x)), min(PadSize, max(0, y))
	if p.Down {
		k.Stroke(p.X, p.Y, x, y)
	}
	p.X, p.Y = x, y
	return true
}
