package invlab

import "stridelab/data"

// Most is how far a digit can be moved along either axis, in pixels: half of the field.
const Most = 16

// edge is the height and width of the field, in pixels.
const edge = 32

// digitsSeed is the seed of the built-in digits whose test stream is shown. The other labs use the
// same one.
const digitsSeed = 1

// lastDigit is the number of the last digit in the test stream.
const lastDigit = 999

// seedLimit is the largest seed of a training run.
const seedLimit = 999_999

// Path is the line along which the transport moves the digit.
type Path uint8

// The paths.
const (
	Across   Path = iota // dx changes, dy stays
	Down                 // dy changes, dx stays
	Diagonal             // dx and dy change together
	paths
)

// String returns the path's name in the address.
func (p Path) String() string { return [...]string{"across", "down", "diagonal"}[p] }

// Direction is the direction in which the chart moves its digits.
type Direction uint8

// The directions of the chart.
const (
	Horizontal Direction = iota
	Vertical
	BothAxes // dx = dy
	AllWays  // the mean of eight directions
	directions
)

// String returns the direction's name in the address and in the hooks.
func (d Direction) String() string {
	return [...]string{"horizontal", "vertical", "diagonal", "all"}[d]
}

// sampleCounts returns the numbers of test digits from which the chart can be computed.
func sampleCounts() []int { return []int{200, 1000} }

// State is all that an address holds.
type State struct {
	Digit     int // the digit's number in the test stream
	DX, DY    int // pixels to the right and down
	Path      Path
	Map, Last int       // the map of the first and of the last convolution that is shown, from 0
	Seed      uint64    // the seed of the retrained nets, 0 for the shipped ones
	Direction Direction // of the chart
	Samples   int       // how many digits the chart reads
	Stop      int       // the stop of the lesson, from 0
}

// Default returns the state with which the lab opens. Its digit is moved a little, so that there is
// something to see before anything is touched.
func Default() State {
	s := State{Digit: openingDigit, Samples: sampleCounts()[0]}
	return s.at(stops()[0].placed)
}

// openingDigit is the digit with which the lab opens: a plain six that the fully connected net
// misreads at the shift of every stop of the lesson.
const openingDigit = 563

// at returns the state with another shift and path.
func (s State) at(o placed) State {
	s.DX, s.DY, s.Path = o.DX, o.DY, o.Path
	return s
}

// placed is a shift and the path along which the transport moves on.
type placed struct {
	DX, DY int
	Path   Path
}

// clamped returns the shift nearest to d that is allowed.
func clamped(d int) int { return min(max(d, -Most), Most) }

// move returns the state with the digit moved by dx and dy pixels, as far as that is allowed.
func (s State) move(dx, dy int) State {
	s.DX, s.DY = clamped(s.DX+dx), clamped(s.DY+dy)
	return s
}

// step returns the digit's place on its path, from 0 to steps.
func (s State) step() int {
	if s.Path == Down {
		return s.DY + Most
	}
	return s.DX + Most
}

// steps is the last place on every path.
const steps = 2 * Most

// toStep returns the state with the digit at place i on its path.
func (s State) toStep(i int) State {
	d := clamped(i - Most)
	switch s.Path {
	case Across:
		s.DX = d
	case Down:
		s.DY = d
	case Diagonal:
		s.DX, s.DY = d, d
	}
	return s
}

// preset is a shift worth looking at.
type preset struct {
	ID string
	placed
}

// presets returns the shifts worth looking at, from none to half out of the field.
func presets() []preset {
	return []preset{
		{"none", placed{}},
		{"whole", placed{DX: 4}},
		{"odd", placed{DX: 3}},
		{"one", placed{DX: 1}},
		{"slant", placed{-4, 4, Diagonal}},
		{"border", placed{DX: 8}},
		{"out", placed{DX: 12, DY: -8}},
	}
}

// preset returns the ID of the preset that has the state's shift, or "own" if none has.
func (s State) preset() string {
	for _, p := range presets() {
		if p.DX == s.DX && p.DY == s.DY {
			return p.ID
		}
	}
	return "own"
}

// Digits draws the test stream.
type Digits struct{ source data.Source }

// NewDigits opens the test stream.
func NewDigits() *Digits { return &Digits{data.NewDigits(digitsSeed, false)} }

// Draw writes digit i of the stream into dst, [32, 32] in [0, 1], and returns its class.
func (d *Digits) Draw(i int, dst []float32) (class int) { return d.source.TestSample(i, dst) }

// Next returns the first digit of a class from number i on. After the last digit it goes on with
// the first. Every ten digits in a row hold each class once.
func (d *Digits) Next(i, class int) int {
	scratch := make([]float32, edge*edge)
	for k := range lastDigit + 1 {
		if at := (i + k) % (lastDigit + 1); d.source.TestSample(at, scratch) == class {
			return at
		}
	}
	return i
}
