package sharelab

// view is one of the three pictures. One is shown at a time.
type view uint8

const (
	scaleView  view = iota // every weight a pixel
	sparseView             // which numbers meet
	matrixTab              // the convolution as a matrix
	views                  // how many there are
)

// String is the view's name in the address.
func (v view) String() string { return [...]string{"scale", "sparse", "matrix"}[v] }

// Fill is what the large matrix shows.
type Fill uint8

// The fills.
const (
	FillDense Fill = iota // a dense layer's first weights
	FillConv              // the convolution, written out
)

// State is all that an address restores.
type State struct {
	Setting Setting
	Seed    uint64
	View    view
	Fill    Fill
	Place   Place
	Eye     eye
	Small   Small
	Row     int // of the small matrix
	Ask     int // which question is asked, 0 for none
}

// askLimit is how many questions there are.
const askLimit = 999

// seedLimit is the largest seed.
const seedLimit = 999_999

// Default is the lab as it opens.
func Default() State {
	return State{Setting: Famous(), Seed: 1, Eye: Famous().middle(), Small: DefaultSmall()}
}

// resize changes the setting. The camera shows all of it, and the eye stays if its cell is
// still there.
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

// presets are the examples, the famous one first.
func presets() []preset {
	return []preset{
		{"famous", Famous()},
		{"conv1", Setting{32, 32, 3, 5, 8}},
		{"one-channel", Setting{6, 6, 1, 3, 1}},
		{"lenet-5", Setting{32, 32, 1, 5, 6}},
		{"large", Setting{64, 64, 3, 3, 16}},
	}
}

// preset is the ID of the preset that has the state's setting, "own" for none.
func (s State) preset() string {
	for _, p := range presets() {
		if p.Setting == s.Setting {
			return p.ID
		}
	}
	return "own"
}
