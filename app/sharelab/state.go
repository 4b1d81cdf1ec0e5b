package sharelab

// view is one of the three pictures. The page shows one at a time.
type view uint8

const (
	scaleView  view = iota // every weight a pixel
	sparseView             // which inputs and outputs are connected
	matrixTab              // the convolution as a matrix
	views                  // the number of views
)

// String returns the view's name in the address.
func (v view) String() string { return [...]string{"scale", "sparse", "matrix"}[v] }

// Fill says which weights the large matrix shows.
type Fill uint8

// The fills.
const (
	FillDense Fill = iota // the initial weights of a dense layer
	FillConv              // the convolution, written out as a dense layer
)

// State holds all that an address restores.
type State struct {
	Setting Setting
	Seed    uint64
	View    view
	Fill    Fill
	Place   Place
	Eye     eye
	Small   Small
	Row     int // the row of the small matrix that the window is at
	Ask     int // the number of the question, 0 for none
}

// askLimit is the number of questions.
const askLimit = 999

// seedLimit is the largest seed.
const seedLimit = 999_999

// Default returns the state in which the lab opens.
func Default() State {
	return State{Setting: Famous(), Seed: 1, Eye: Famous().middle(), Small: DefaultSmall()}
}

// resize returns s with another setting. The camera then shows all of it. The eye stays if its cell
// still exists.
func (s State) resize(to Setting) State {
	s.Setting, s.Place = to, Place{}
	if !to.holds(s.Eye) {
		s.Eye = to.middle()
	}
	return s
}

// preset is an example to begin from.
type preset struct {
	ID      string
	Setting Setting
}

// presets returns the examples, the famous one first.
func presets() []preset {
	return []preset{
		{"famous", Famous()},
		{"conv1", Setting{32, 32, 3, 5, 8}},
		{"one-channel", Setting{6, 6, 1, 3, 1}},
		{"lenet-5", Setting{32, 32, 1, 5, 6}},
		{"large", Setting{64, 64, 3, 3, 16}},
	}
}

// preset returns the ID of the preset with the state's setting, "own" for none.
func (s State) preset() string {
	for _, p := range presets() {
		if p.Setting == s.Setting {
			return p.ID
		}
	}
	return "own"
}
