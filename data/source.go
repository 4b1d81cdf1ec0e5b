package data

// Info describes a data set.
type Info struct {
	Name       string   // a key, not a text: "digits-colour", "digits-grey", "idx", "npy"
	C, H, W    int      // channels, height and width of every picture
	Classes    int      // labels are 0 .. Classes-1
	ClassNames []string // one name per class; the caller must not change it
	Labels     []int    // those that pictures have, ascending; nil where all classes occur
	Train      int      // pictures in one epoch
	Test       int      // pictures in the test part
	// Training pictures are made on the fly: every i >= 0 is valid, and Train is a nominal epoch.
	Endless bool
	Look    Look // how training pictures look

	// About files. Pictures were turned over their diagonal, because their rows were stored as
	// columns (EMNIST). Labels began at FirstLabel, 0 or 1; class k is label FirstLabel+k. The
	// numbers Black and White of the files became 0 and 1. All are zero for other sources.
	Turned       bool
	FirstLabel   int
	Black, White float64

	LeftOut []string // names of files that are no part of the data set
}

// Occurring returns the labels that pictures have, in ascending order. There may be fewer than
// Classes, which is one more than the largest label.
func (i Info) Occurring() []int {
	if i.Labels != nil {
		return i.Labels
	}
	all := make([]int, i.Classes)
	for label := range all {
		all[label] = label
	}
	return all
}

// A Source returns the pictures of one data set.
//
// A Source may own scratch memory, so two goroutines must not use it at once. Make one for each.
type Source interface {
	Info() Info

	// TrainSample writes training picture i to dst, C*H*W values in [0,1], and returns its label.
	// The picture depends on i and the source's seed alone. It panics when dst has another length
	// and when i is out of range: negative, or Info().Train or more in a source that is not
	// Endless.
	TrainSample(i int, dst []float32) (label int)

	// TestSample does the same for test picture i, 0 <= i < Info().Test. Test pictures are not
	// training pictures.
	TestSample(i int, dst []float32) (label int)
}

const (
	panicDst   = "data: bad length of destination"
	panicIndex = "data: sample index out of range"
)
