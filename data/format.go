package data

import "bytes"

// MaxBytes is how many bytes Read takes: all files together, unpacked. Unpacked MNIST has 53 MB.
const MaxBytes = 64 << 20

// HeadLength is how many of a file's first bytes are in its Head.
const HeadLength = 512

// File is a file a person chose: its name as shown in messages, and its whole content. Of a gzipped file the content
// is what was packed; the page and package unpack unpack it.
type File struct {
	Name string
	Data []byte
	Cut  bool // gzip that ends too early: Data is what could be unpacked
}

// Head is what a file is recognised by before all of it is there.
type Head struct {
	Name  string
	Bytes []byte // the first HeadLength bytes, unpacked; all bytes of a shorter file
	Size  int64  // bytes of the whole file, unpacked; -1 where it is not known
	Cut   bool   // gzip that ends too early
}

// A format is one way to keep a dataset in files. To add one, write its three functions in a file of its own and add
// its row to formats.
type format struct {
	// recognises reports whether a file is of this format, sound or not.
	recognises func(h Head) bool

	// check returns the fault that read would find, as far as the heads of the files tell.
	check func(heads []Head) error

	// read reads the files of a dataset, all of which recognises has recognised. It calls progress with the number of
	// bytes read so far, at least once in 256 kB: the worker answers the page in between.
	read func(files []File, progress func(done int64)) (Source, error)
}

// formats lists the formats that Read knows, in the order in which they are tried. A format that recognises nearly
// every file stands after those with a mark of their own.
func formats() []format {
	return []format{
		{recognisesIDX, checkIDX, readIDX}, // MNIST, Fashion-MNIST, KMNIST
	}
}

// Read reads a dataset from its files, all of one format (see formats), MaxBytes at most. Formats are recognised by
// content where they have a mark, and by name and size where they have none.
//
// Every fault is an *Error that names the file. progress, which may be nil, is told how many of the given bytes have
// been read. The source may keep the Data of files, so the caller must not change them afterwards.
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

// Check returns the fault that Read would find in the files with these heads, nil where it would find none. What only
// a file's further bytes tell is not checked.
func Check(heads []Head) error {
	f, err := formatOf(heads)
	if err != nil {
		return err
	}
	return f.check(heads)
}

// Recognise reports whether a file is of a format that Read knows, sound or not.
func Recognise(h Head) bool {
	for _, f := range formats() {
		if f.recognises(h) {
			return true
		}
	}
	return false
}

// headsOf returns the heads of files that are there.
func headsOf(files []File) []Head {
	heads := make([]Head, len(files))
	for i, f := range files {
		heads[i] = Head{f.Name, f.Data[:min(HeadLength, len(f.Data))], int64(len(f.Data)), f.Cut}
	}
	return heads
}

// formatOf returns the format that all files are of.
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

// TooLarge is the fault of a file with which there are more than MaxBytes.
func TooLarge(name string) *Error { return fault(CodeTooLarge, name, MaxBytes>>20) }

// DamagedGzip is the fault of a gzipped file that cannot be unpacked.
func DamagedGzip(name string) *Error { return fault(CodeGzip, name) }

// cutGzip is the fault of a gzipped file that ends too early. Where its format has a header that says how long the
// file is, the fault says so too.
func cutGzip(h Head) error {
	if len(h.Bytes) == 0 {
		return DamagedGzip(h.Name)
	}
	for _, f := range formats() {
		if f.recognises(h) {
			h.Size = 1 // shorter than any header says
			if err := f.check([]Head{h}); err != nil {
				return err
			}
			return DamagedGzip(h.Name)
		}
	}
	return fault(CodeNotIDX, h.Name)
}
