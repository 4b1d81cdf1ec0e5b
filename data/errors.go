package data

import "stridelab/internal/sentence"

// Code names a fault, for programs. The app's language catalogue has a sentence for each code, in
// every language.
type Code string

// The faults of files, and of adapting a data set to a network. The comments list the Args in
// order.
const (
	CodeNoFiles        Code = "data-no-files"         //
	CodeTooManyFiles   Code = "data-too-many-files"   // files given
	CodeEmptyFile      Code = "data-empty-file"       // file
	CodeUnknown        Code = "data-unknown"          // file
	CodeFormat         Code = "data-format"           // file, name of its format
	CodeArchive        Code = "data-archive"          // file, name of the archive's format
	CodeGzipTwice      Code = "data-gzip-twice"       // file
	CodePage           Code = "data-page"             // file
	CodePicture        Code = "data-picture"          // file
	CodePictures       Code = "data-pictures"         // one of the files
	CodeNoPictures     Code = "data-no-pictures"      // file
	CodeNoFolders      Code = "data-no-folders"       // picture
	CodeOneClass       Code = "data-one-class"        // class
	CodeEmptyClass     Code = "data-empty-class"      // class
	CodeTooManyClasses Code = "data-too-many-classes" // classes, most classes
	CodeFewSamples     Code = "data-few-samples"      // samples
	CodeZip            Code = "data-zip"              // file
	CodeZipKind        Code = "data-zip-kind"         // file
	CodeTooManyEntries Code = "data-too-many-entries" // archive, most entries
	CodeIDXKind        Code = "data-idx-kind"         // file, dimensions
	CodeNoNumbers      Code = "data-no-numbers"       // file
	CodeNPY            Code = "data-npy"              // file
	CodeNPYKind        Code = "data-npy-kind"         // file, type
	CodeNPYOrder       Code = "data-npy-order"        // file
	CodeNPYShape       Code = "data-npy-shape"        // file, dimensions
	CodeCIFARSize      Code = "data-cifar-size"       // file, bytes of a record
	CodeCIFAR100       Code = "data-cifar-100"        // file
	CodeCSVColumns     Code = "data-csv-columns"      // file, columns
	CodeCSVNoLabels    Code = "data-csv-no-labels"    // file
	CodeCSVRow         Code = "data-csv-row"          // file, line, values, values of the first
	CodeCSVNumber      Code = "data-csv-number"       // file, line, text
	CodeGzip           Code = "data-gzip"             // file
	CodeTooLarge       Code = "data-too-large"        // file, limit in MB
	CodeNoSamples      Code = "data-no-samples"       // file
	CodeImageSize      Code = "data-image-size"       // file, height, width, largest edge
	CodeTruncated      Code = "data-truncated"        // file, bytes promised
	CodeTrailing       Code = "data-trailing"         // file, bytes promised
	CodeTooManyLabels  Code = "data-too-many-labels"  // file, label, largest allowed
	CodeNoImages       Code = "data-no-images"        // labels file
	CodeNoLabels       Code = "data-no-labels"        // images file
	CodeCount          Code = "data-count"            // images file, images, labels file, labels
	CodeDuplicate      Code = "data-duplicate"        // file, file
	CodeSizesDiffer    Code = "data-sizes-differ"     // file, "height×width", file, "height×width"
	CodeTooFew         Code = "data-too-few"          // file
	CodeAdaptSize      Code = "data-adapt-size"       // picture height, width, net height, width
	CodeAdaptChannels  Code = "data-adapt-channels"   // picture channels, net channels
)

// sentences holds the English sentence of every code, with a %v for each of its Args.
var sentences = [...]struct {
	code Code
	text string
}{
	{CodeNoFiles, "There are no files to read: choose the files of a dataset."},
	{CodeTooManyFiles, "%v files are too many for one dataset: choose those for training and those for testing."},
	{CodeEmptyFile, "%v is empty: download it again."},
	{CodeUnknown, "%v is in no known format: choose a dataset as IDX, npz, CSV or CIFAR-10 files, zipped or not."},
	{CodeFormat, "%v is in the format %v, which is not read here: choose the dataset as IDX, npz, CSV or CIFAR-10 files."},
	{CodeArchive, "%v is packed as %v: unpack it, then choose the files inside."},
	{CodeGzipTwice, "%v is gzipped twice: unpack it once, then choose the file that comes out."},
	{CodePage, "%v is a web page and not a dataset: its link led to a page. Download the file itself."},
	{CodePicture, "%v is a single picture: choose a dataset, with many images and their labels."},
	{CodePictures, "%v is a picture, and pictures in folders are not read here: choose the dataset as IDX, npz or CSV files."},
	{CodeNoPictures, "%v is no picture, and neither are the other files: choose folders of PNG, JPEG, GIF or WebP pictures."},
	{CodeNoFolders, "%v lies in no folder that names its class: put the pictures of each class into a folder."},
	{CodeOneClass, "All pictures are of the class %v: add a folder with pictures of another class."},
	{CodeEmptyClass, "The folder %v holds no PNG, JPEG, GIF or WebP pictures: add some or take the folder away."},
	{CodeTooManyClasses, "The pictures lie in %v folders, but there may be %v classes: choose fewer folders."},
	{CodeFewSamples, "There are %v samples, but training and testing need at least two: add more."},
	{CodeZip, "%v is a damaged zip archive or only a part of one: download it again."},
	{CodeZipKind, "%v is encrypted or packed in an unusual way: unpack the archive, then choose the files inside."},
	{CodeTooManyEntries, "%v holds more than %v files: choose a smaller archive."},
	{CodeIDXKind, "%v has %v dimensions: choose images, which have 3, and labels, which have 1."},
	{CodeNoNumbers, "%v holds values that are infinite or no numbers: choose another file."},
	{CodeNPY, "%v has a header that cannot be read: save the array again with numpy.save."},
	{CodeNPYKind, "%v holds values of type %v: save the array as uint8, an integer type or a float type."},
	{CodeNPYOrder, "%v is in Fortran order: save the array again with numpy.ascontiguousarray."},
	{CodeNPYShape, "%v has shape (%v): choose images of shape (n, height, width), with 1 or 3 channels, and labels of shape (n)."},
	{CodeCIFARSize, "%v is no whole number of CIFAR-10 records of %v bytes: download it again."},
	{CodeCIFAR100, "%v is CIFAR-100, which has two labels for each image, one of 20 groups and one of 100 classes: choose CIFAR-10."},
	{CodeCSVColumns, "%v has %v columns: choose a table with a label and a square image's pixels in each row, such as 1 + 784."},
	{CodeCSVNoLabels, "%v has no labels: choose a table with the label in its first column."},
	{CodeCSVRow, "%v: line %v has %v values and the first line has %v. Choose a table with equally long rows."},
	{CodeCSVNumber, "%v: line %v has “%v” where a number belongs. Choose a table of numbers."},
	{CodeGzip, "%v is damaged gzip and cannot be unpacked: download it again."},
	{CodeTooLarge, "%v brings the data to more than %v MB unpacked: choose smaller files."},
	{CodeNoSamples, "%v holds no samples: choose another file."},
	{CodeImageSize, "%v has images of %v×%v pixels: choose images from 1 to %v pixels high and wide."},
	{CodeTruncated, "%v ends too early (its header announces %v bytes): download it again."},
	{CodeTrailing, "%v is longer than the %v bytes that its header announces: download it again."},
	{CodeTooManyLabels, "%v has a label %v, but labels go from 0 to %v: choose a dataset with fewer classes."},
	{CodeNoImages, "%v holds labels, but their images are missing: choose both files together."},
	{CodeNoLabels, "%v holds images, but their labels are missing: choose both files together."},
	{CodeCount, "%v has %v images but %v has %v labels: choose files that belong together."},
	{CodeDuplicate, "%v and %v hold the same data: choose each file once."},
	{CodeSizesDiffer, "%v has images of %v pixels but %v has %v: choose files of one dataset."},
	{CodeTooFew, "%v holds a single sample, but training and testing need at least two: choose a larger file."},
	{CodeAdaptSize, "The images are %v×%v pixels but the network takes %v×%v: choose a network with a larger input."},
	{CodeAdaptChannels, "The images have %v channels but the network takes %v: choose a network with 1 or 3 input channels."},
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
