package data

import "bytes"

// MaxBytes is the most bytes that Read takes: all files together, unpacked. MNIST has 53 MB.
const MaxBytes = 64 << 20

// HeadLength is the number of a file's first bytes that its Head holds.
const HeadLength = 512

// File is a file that a person chose. The page, or package unpack, has unpacked it where it was
// gzipped.
type File struct {
	Name string // as shown in messages
	Data []byte // the whole content, unpacked
	Cut  bool   // the file was gzip that ends too early; Data is the part before that
}

// Head is the beginning of a file. A format is recognised by it, before the rest has been read.
type Head struct {
	Name  string
	Bytes []byte // the first HeadLength bytes, unpacked; a shorter file has fewer
	Size  int64  // the bytes of the whole file, unpacked; -1 where it is not known
	Cut   bool   // the file is gzip that ends too early
}

// A format is one way to store a dataset in files. To add one, write its three functions in a file
// of its own and add its row to formats. CONTRIBUTING.md says which other files that takes.
type format struct {
	// recognises reports whether a file is of this format. It does so for damaged files too.
	recognises func(h Head) bool

	// check returns the fault that read would find, as far as the heads of the files show it.
	check func(heads []Head) error

	// read reads the files of a dataset. recognises has returned true for each of them. read calls
	// progress with the number of bytes read so far, at least once in 256 kB: the worker answers
	// the page during those calls.
	read func(files []File, progress func(done int64)) (Source, error)
}

// formats lists the formats that Read knows, in the order in which they are tried. A format whose
// files have no magic number must come after those that have one.
func formats() []format {
	return []format{
		{recognisesIDX, checkIDX, readIDX}, // MNIST, Fashion-MNIST, KMNIST
	}
}

// Read reads a dataset from its files, which have MaxBytes at most and are all of one format (see
// formats).
//
// Every fault is an *Error that names the file. Read calls progress, unless it is nil, with the
// number of bytes read so far and the total. The source may keep the Data of the files, so the
// caller must not change them afterwards.
func Read(files []File, progress func(done, total int64)) (Source, error) {
	heads := headsOf(files)
	f, err := formatOf(heads)
	if err != nil {
		return nil, err
	}
	var total int64
	for _, h := range heads {
		total += h.Size
	}
	return f.read(files, func(done int64) {
		if progress != nil {
			progress(done, total)
		}
	})
}

// Check returns the fault that Read would find in the files with these heads, or nil for none. It
// cannot find a fault in bytes that the heads do not hold.
func Check(heads []Head) error {
	f, err := formatOf(heads)
	if err != nil {
		return err
	}
	return f.check(heads)
}

// Recognise reports whether a file is of a format that Read knows. It does so for damaged files
// too.
func Recognise(h Head) bool {
	for _, f := range formats() {
		if f.recognises(h) {
			return true
		}
	}
	return false
}

// headsOf returns the heads of files.
func headsOf(files []File) []Head {
	heads := make([]Head, len(files))
	for i, f := range files {
		heads[i] = Head{f.Name, f.Data[:min(HeadLength, len(f.Data))], int64(len(f.Data)), f.Cut}
	}
	return heads
}

// formatOf returns the format of all the files, or the *Error of the first file that is not of it.
func formatOf(heads []Head) (format, error) {
	if len(heads) == 0 {
		return format{}, fault(CodeNoFiles)
	}
	room := int64(MaxBytes)
	for _, h := range heads {
		switch {
		case h.Cut:
			return format{}, cutGzip(h)
		case len(h.Bytes) == 0:
			return format{}, fault(CodeEmptyFile, h.Name)
		}
		if room -= max(0, h.Size); room < 0 {
			return format{}, TooLarge(h.Name)
		}
	}
	for _, f := range formats() {
		if !f.recognises(heads[0]) {
			continue
		}
		for _, h := range heads[1:] {
			if !f.recognises(h) {
				return format{}, fault(CodeNotIDX, h.Name)
			}
		}
		return f, nil
	}
	return format{}, fault(CodeNotIDX, heads[0].Name)
}

// IsGzip reports whether a file that begins like this is gzipped (RFC 1952).
func IsGzip(beginning []byte) bool { return bytes.HasPrefix(beginning, []byte{0x1f, 0x8b}) }

// TooLarge is the fault of the file that brings the total past MaxBytes.
func TooLarge(name string) *Error { return fault(CodeTooLarge, name, MaxBytes>>20) }

// DamagedGzip is the fault of a gzipped file that cannot be unpacked.
func DamagedGzip(name string) *Error { return fault(CodeGzip, name) }

// cutGzip is the fault of a gzipped file that ends too early. Where a header gives the file's
// length, the fault does too.
func cutGzip(h Head) error {
	if len(h.Bytes) == 0 {
		return DamagedGzip(h.Name)
	}
	for _, f := range formats() {
		if f.recognises(h) {
			h.Size = 1 // less than any header gives
			if err := f.check([]Head{h}); err != nil {
				return err
			}
			return DamagedGzip(h.Name)
		}
	}
	return fault(CodeNotIDX, h.Name)
}
