package data

import "stridelab/internal/sentence"

// Code names a fault, for programs. The app's language catalogue has a sentence for each code, in
// every language.
type Code string

// The faults of files, and of adapting a data set to a network. The comments list the Args in
// order.
const (
	CodeNoFiles       Code = "data-no-files"        //
	CodeTooManyFiles  Code = "data-too-many-files"  // files given
	CodeEmptyFile     Code = "data-empty-file"      // file
	CodeNotIDX        Code = "data-not-idx"         // file
	CodeIDXKind       Code = "data-idx-kind"        // file, type byte as 0xNN, dimensions
	CodeGzip          Code = "data-gzip"            // file
	CodeTooLarge      Code = "data-too-large"       // file, limit in MB
	CodeNoSamples     Code = "data-no-samples"      // file
	CodeImageSize     Code = "data-image-size"      // file, height, width, largest edge
	CodeTruncated     Code = "data-truncated"       // file, bytes promised
	CodeTrailing      Code = "data-trailing"        // file, bytes promised
	CodeTooManyLabels Code = "data-too-many-labels" // file, largest label, largest allowed
	CodeNoImages      Code = "data-no-images"       // labels file
	CodeNoLabels      Code = "data-no-labels"       // images file
	CodeCount         Code = "data-count"           // images file, images, labels file, labels
	CodeDuplicate     Code = "data-duplicate"       // file, file
	CodeSizesDiffer   Code = "data-sizes-differ"    // file, height, width, file, height, width
	CodeTooFew        Code = "data-too-few"         // file
	CodeAdaptSize     Code = "data-adapt-size"      // picture height, width, net height, width
	CodeAdaptChannels Code = "data-adapt-channels"  // picture channels, net channels
)

// sentences holds the English sentence of every code, with a %v for each of its Args.
var sentences = [...]struct {
	code Code
	text string
}{
	{CodeNoFiles, "There are no files to read: choose an images file and its labels file."},
	{CodeTooManyFiles, "%v files are too many: give one or two pairs, each an images file and its labels file."},
	{CodeEmptyFile, "%v is empty: download it again."},
	{CodeNotIDX, "%v is not an IDX file: give MNIST-style images and labels, gzipped or not."},
	{CodeIDXKind, "%v is IDX of a kind that does not fit (type %v, %v dimensions): images must be unsigned bytes in 3 dimensions, labels in 1."},
	{CodeGzip, "%v is damaged gzip and cannot be unpacked: download it again."},
	{CodeTooLarge, "%v takes the data past %v MB unpacked: give smaller files."},
	{CodeNoSamples, "%v says it holds no samples at all: choose another file."},
	{CodeImageSize, "%v has images of %v×%v pixels: height and width must be 1 to %v."},
	{CodeTruncated, "%v ends too early, its header promises %v bytes: download it again."},
	{CodeTrailing, "%v goes on after the %v bytes its header promises: it is damaged, download it again."},
	{CodeTooManyLabels, "%v has a label %v, and labels may be 0 to %v: choose a data set with fewer classes."},
	{CodeNoImages, "%v holds labels, but their images are missing: give both files together."},
	{CodeNoLabels, "%v holds images, but their labels are missing: give both files together."},
	{CodeCount, "%v holds %v images but %v holds %v labels: give files that belong together."},
	{CodeDuplicate, "%v and %v hold the same images: give each file once."},
	{CodeSizesDiffer, "%v has images of %v×%v pixels but %v has %v×%v: give files of one data set."},
	{CodeTooFew, "%v holds a single sample, and it takes at least 2 to train and test: choose a larger file."},
	{CodeAdaptSize, "The pictures are %v×%v pixels and the network takes %v×%v: choose a network with a larger input."},
	{CodeAdaptChannels, "The pictures have %v channels and the network takes %v: choose a network with 1 or 3 input channels."},
}

// Error is a fault with a text for a person.
type Error struct {
	Code Code
	Args []any // strings and ints, as the comment at the Code says
}

// Error returns the English sentence: what is wrong, and what to do.
func (e *Error) Error() string {
	for _, s := range sentences {
		if s.code == e.Code {
			return sentence.Fill(s.text, e.Args...)
		}
	}
	return string(e.Code)
}

// Codes returns every code an *Error of this package can carry.
func Codes() []Code {
	codes := make([]Code, len(sentences))
	for i, s := range sentences {
		codes[i] = s.code
	}
	return codes
}

func fault(code Code, args ...any) *Error { return &Error{Code: code, Args: args} }
