package data

import "encoding/binary"

// IDX is the format of MNIST, Fashion-MNIST and KMNIST. A dataset is one or two pairs of files:
// images of any height and width, and their labels. Files are recognised by content, not by name.
// Of two pairs the larger one is for training and the smaller one for testing. Where they are
// equally large, "train", "test" and "t10k" in the names decide, or else the order of the files. Of
// a single pair the last sixth is for testing.
//
// Described at the end of http://yann.lecun.com/exdb/mnist/.

// The limits of an IDX file.
const (
	maxEdge  = 8192 // rows or columns of one image
	maxLabel = 99
)

// Magic numbers of IDX: two zero bytes, the type (0x08, unsigned byte), the number of dimensions.
const (
	magicLabels = 0x0801
	magicImages = 0x0803
	magicQMNIST = 0x0c02 // eight 32-bit integers a sample; its images are MNIST's
)

// idxFile is one file: images [n, h, w], or n labels when h is 0.
type idxFile struct {
	name    string
	n, h, w int
	header  int    // bytes of the header
	body    []byte // the bytes after the header; nil where only the header has been read
}

func (f *idxFile) isImages() bool { return f.h > 0 }

// size is how many bytes the file has according to its header. It is below 2^59, as n, h and w are
// bounded.
func (f *idxFile) size() int64 { return int64(f.header) + int64(f.n)*int64(max(1, f.h*f.w)) }

// recognisesIDX reports whether a file is IDX of any kind.
func recognisesIDX(h Head) bool {
	b := h.Bytes
	return len(b) >= 4 && b[0] == 0 && b[1] == 0 && isIDXType(b[2]) && b[3] != 0
}

// checkIDX checks the headers, and that the files are whole pairs.
func checkIDX(heads []Head) error {
	files, err := idxFiles(heads)
	if err != nil {
		return err
	}
	_, _, err = pairUp(files)
	return err
}

// readIDX reads one or two pairs of files.
func readIDX(files []File, progress func(done int64)) (Source, error) {
	idx, err := idxFiles(headsOf(files))
	if err != nil {
		return nil, err
	}
	var done int64
	for i := range idx {
		f, content := &idx[i], files[i].Data
		f.body = content[f.header:]
		if !f.isImages() {
			if err := f.checkLabels(func(read int) { progress(done + int64(read)) }); err != nil {
				return nil, err
			}
		}
		done += int64(len(content))
		progress(done)
	}
	train, test, err := pairUp(idx)
	if err != nil {
		return nil, err
	}
	return newByteSource(Info{Name: "idx", C: 1, H: train.images.h, W: train.images.w}, train.split(), test.split()), nil
}

// checkLabels returns the fault of the first label that is too large. It calls progress with the
// number of labels read.
func (f *idxFile) checkLabels(progress func(read int)) error {
	const piece = 256 << 10
	for from := 0; from < len(f.body); from += piece {
		progress(from)
		for _, label := range f.body[from:min(from+piece, len(f.body))] {
			if label > maxLabel {
				return fault(CodeTooManyLabels, f.name, int(label), maxLabel)
			}
		}
	}
	return nil
}

// idxFiles reads the headers of files that may have MaxBytes together.
func idxFiles(heads []Head) ([]idxFile, error) {
	files := make([]idxFile, len(heads))
	room := int64(MaxBytes)
	for i, h := range heads {
		f, err := readIDXHeader(h, room)
		if err != nil {
			return nil, err
		}
		files[i] = f
		room -= f.size()
	}
	return files, nil
}

// readIDXHeader reads the header of a file that may be room bytes long, and compares the file's
// length with it.
func readIDXHeader(h Head, room int64) (idxFile, error) {
	none, b := idxFile{}, h.Bytes
	f := idxFile{name: h.Name, header: 4 + 4*int(b[3])}
	switch binary.BigEndian.Uint32(b) {
	case magicLabels, magicImages:
	case magicQMNIST:
		return none, fault(CodeQMNIST, h.Name)
	default:
		return none, fault(CodeIDXKind, h.Name, idxType(b[2]), int(b[3]))
	}
	if len(b) < f.header {
		return none, fault(CodeTruncated, h.Name, f.header)
	}
	f.n = int(binary.BigEndian.Uint32(b[4:]))
	if f.header == 16 {
		rows, columns := binary.BigEndian.Uint32(b[8:]), binary.BigEndian.Uint32(b[12:])
		if rows < 1 || columns < 1 || rows > maxEdge || columns > maxEdge {
			return none, fault(CodeImageSize, h.Name, int(rows), int(columns), maxEdge)
		}
		f.h, f.w = int(rows), int(columns)
	}
	if f.n == 0 {
		return none, fault(CodeNoSamples, h.Name)
	}
	switch promised := f.size(); {
	case promised > room:
		return none, TooLarge(h.Name)
	case h.Size < 0: // the length is not known
	case h.Size < promised:
		return none, fault(CodeTruncated, h.Name, int(promised))
	case h.Size > promised:
		return none, fault(CodeTrailing, h.Name, int(promised))
	}
	return f, nil
}

// isIDXType reports whether b is one of the element types that the format defines.
func isIDXType(b byte) bool { return idxType(b) != "" }

// idxType returns the name of an element type, or "" where the format defines none.
func idxType(b byte) string {
	switch b {
	case 0x08:
		return "bytes"
	case 0x09:
		return "signed bytes"
	case 0x0b:
		return "16-bit integers"
	case 0x0c:
		return "32-bit integers"
	case 0x0d:
		return "32-bit floats"
	case 0x0e:
		return "64-bit floats"
	}
	return ""
}
