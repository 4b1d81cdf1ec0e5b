package data

// Info describes a data set.
type Info struct {
	Name       string   // a key, not a text: "digits-colour", "digits-grey", "idx"
	C, H, W    int      // channels, height and width of every picture
	Classes    int      // labels are 0 .. Classes-1
	ClassNames []string // one name per class; the caller must not change it
	Train      int      // pictures in one epoch
	Test       int      // pictures in the test part
	Endless    bool     // training pictures are made on the fly: any i >= 0 will do, and Train is a nominal epoch
}

// Source gives out the pictures of one data set.
//
// A Source owns scratch memory and so must not be used by two goroutines at once; make one Source for each.
type Source interface {
	Info() Info

	// TrainSample writes training picture i to dst, C*H*W values in [0,1], and returns its label. The picture depends
	// on i and the source's seed alone. It panics when dst has another length, when i is negative, and when i is
	// Info().Train or more and the source is not Endless.
	TrainSample(i int, dst []float32) (label int)

	// TestSample does the same for test picture i, 0 <= i < Info().Test. No test picture is a training picture.
	TestSample(i int, dst []float32) (label int)
}

const (
	panicDst   = "data: bad length of destination"
	panicIndex = "data: sample index out of range"
)
