package ui

// Contact is a pointer that touches an element: the id and the type of its events, and the time of
// one of them in milliseconds.
type Contact struct {
	ID   int
	Type string // "mouse", "pen" or "touch"
	At   float64
}

// Stroke is the line that one pointer draws while others may touch the same element. A pen takes
// over from a touch, because that touch is the palm of the hand that holds the pen. For the same
// reason a touch begins no stroke for a while after a pen was seen. The zero value is no stroke.
type Stroke struct {
	by   Contact
	on   bool
	pen  float64 // when a pen was last seen
	seen bool    // a pen was
}

// palmTime is how long after a pen a touch is taken for a palm, in milliseconds.
const palmTime = 5000

// Sees notes a pointer that moves, whether it draws or not.
func (s *Stroke) Sees(c Contact) {
	if c.Type == "pen" {
		s.pen, s.seen = c.At, true
	}
}

// Begin asks whether a pointer that has come down begins a stroke. instead reports that it takes
// the place of a palm, whose stroke is to be taken back.
func (s *Stroke) Begin(c Contact) (begins, instead bool) {
	s.Sees(c)
	if c.Type == "touch" && s.seen && c.At-s.pen < palmTime {
		return false, false
	}
	if s.on && s.by.ID != c.ID {
		instead = c.Type == "pen" && s.by.Type == "touch"
		// The end of a mouse's stroke may be lost outside of the window.
		if !instead && s.by.Type != "mouse" {
			return false, false
		}
	}
	s.by, s.on = c, true
	return true, instead
}

// By reports whether a pointer draws the stroke.
func (s *Stroke) By(id int) bool { return s.on && s.by.ID == id }

// End ends the stroke if the pointer draws it, and reports whether it did.
func (s *Stroke) End(c Contact) bool {
	s.Sees(c)
	if !s.By(c.ID) {
		return false
	}
	s.on = false
	return true
}
