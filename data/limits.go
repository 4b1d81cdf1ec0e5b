package data

// The limits of what is read.
const (
	// MaxBytes is the most bytes that Read takes: all files together, unpacked. MNIST has 53 MB,
	// CIFAR-10 has 176 MB.
	MaxBytes = 256 << 20

	// HeadLength is the number of a file's first bytes that its Head holds.
	HeadLength = 512

	maxEdge  = 8192 // rows or columns of one image
	maxLabel = 99   // in a file

	maxEntries = 100_000 // of an archive

	// progressBytes is how many bytes a reader reads at most between two calls of progress. The
	// worker answers the page during those calls.
	progressBytes = 256 << 10
)
