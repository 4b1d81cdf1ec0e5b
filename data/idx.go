package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// File is a file a person chose: its name as shown in messages, and its whole content.
type File struct {
	Name string
	Data []byte
}

// The limits of what ReadIDX takes. Unpacked MNIST is 53 MB.
const (
	maxUnpacked = 64 << 20 // bytes in all files together, headers included
	maxEdge     = 8192     // rows or columns of one image
	maxLabel    = 99
)

// Magic numbers of IDX: two zero bytes, the type (0x08, unsigned byte), the number of dimensions.
const (
	magicLabels = 0x0801
	magicImages = 0x0803
)

// idxFile is one unpacked file: images [n, h, w], or n labels when h is 0.
type idxFile struct {
	name    string
	n, h, w int
	body    []byte
}

func (f *idxFile) isImages() bool { return f.h > 0 }

// ReadIDX reads MNIST-style files: one or two pairs of images (IDX magic 0x803, any height and width) and labels
// (0x801), each gzipped or raw, recognised by content and not by name, 64 MB unpacked at most. Of two pairs the larger
// is for training and the smaller for testing; when they are equally large, "train", "test" and "t10k" in the names
// decide, and else the order given. Of a single pair the last sixth is for testing.
//
// Every fault is an *Error that names the file. progress, which may be nil, is told how many of the given bytes have
// been read. The source keeps the Data of raw files, so the caller must not change them afterwards.
//
// Format: http://yann.lecun.com/exdb/mnist/, at the end.
func ReadIDX(files []File, progress func(done, total int64)) (Source, error) {
	if progress == nil {
		progress = func(done, total int64) {}
	}
	if len(files) == 0 {
		return nil, fault(CodeNoFiles)
	}
	var done, total int64
	for _, f := range files {
		total += int64(len(f.Data))
	}
	var images, labels []idxFile
	room := int64(maxUnpacked)
	for _, f := range files {
		idx, err := readIDXFile(f, room, func(read int) { progress(done+int64(read), total) })
		if err != nil {
			return nil, err
		}
		done += int64(len(f.Data))
		progress(done, total)
		room -= int64(len(idx.body))
		if idx.isImages() {
			images = append(images, idx)
		} else {
			labels = append(labels, idx)
		}
	}
	train, test, err := pairUp(images, labels)
	if err != nil {
		return nil, err
	}
	return newIDXSource(train, test), nil
}

// readIDXFile unpacks one file of at most room bytes and checks its header and length. read is told how many bytes of
// f.Data have been taken so far.
func readIDXFile(f File, room int64, read func(int)) (idxFile, error) {
	none := idxFile{}
	if len(f.Data) == 0 {
		return none, fault(CodeEmptyFile, f.Name)
	}
	zipped := bytes.HasPrefix(f.Data, []byte{0x1f, 0x8b})
	var r io.Reader = bytes.NewReader(f.Data)
	if zipped {
		r = newGunzip(f.Data, read)
	}

	var head [16]byte
	n, err := io.ReadFull(r, head[:4])
	switch {
	case err == io.EOF:
		return none, fault(CodeEmptyFile, f.Name)
	case err != nil && (n == 0 || !errors.Is(err, io.ErrUnexpectedEOF)): // only a gzip stream can end or break here
		return none, fault(CodeGzip, f.Name)
	case err != nil || head[0] != 0 || head[1] != 0 || head[3] == 0:
		return none, fault(CodeNotIDX, f.Name)
	}
	out := idxFile{name: f.Name}
	headLen := 4 + 4*int(head[3])
	switch magic := binary.BigEndian.Uint32(head[:]); magic {
	case magicLabels, magicImages:
	default:
		if !isIDXType(head[2]) {
			return none, fault(CodeNotIDX, f.Name)
		}
		return none, fault(CodeIDXKind, f.Name, "0x"+hexByte(head[2]), int(head[3]))
	}
	if _, err := io.ReadFull(r, head[4:headLen]); err != nil {
		return none, readFault(err, f.Name, int64(headLen))
	}
	count := int64(binary.BigEndian.Uint32(head[4:]))
	size := count // of the body; below 2^58, as edges are bounded
	if headLen == 16 {
		h, w := binary.BigEndian.Uint32(head[8:]), binary.BigEndian.Uint32(head[12:])
		if h < 1 || w < 1 || h > maxEdge || w > maxEdge {
			return none, fault(CodeImageSize, f.Name, int(h), int(w), maxEdge)
		}
		out.h, out.w = int(h), int(w)
		size *= int64(h) * int64(w)
	}
	if count == 0 {
		return none, fault(CodeNoSamples, f.Name)
	}
	if size > room {
		return none, fault(CodeTooLarge, f.Name, maxUnpacked>>20)
	}
	out.n = int(count)
	promised := int64(headLen) + size

	if !zipped {
		switch {
		case int64(len(f.Data)) < promised:
			return none, fault(CodeTruncated, f.Name, int(promised))
		case int64(len(f.Data)) > promised:
			return none, fault(CodeTrailing, f.Name, int(promised))
		}
		out.body = f.Data[headLen:]
	} else {
		if err := out.unpack(r, int(size), len(f.Data)); err != nil {
			return none, readFault(err, f.Name, promised)
		}
	}
	if !out.isImages() {
		for _, label := range out.body {
			if label > maxLabel {
				return none, fault(CodeTooManyLabels, f.Name, int(label), maxLabel)
			}
		}
	}
	return out, nil
}

var errTrailing = errors.New("data: trailing bytes")

// unpack reads exactly size bytes into body and then wants the stream's sound end. packed is the length of the gzip
// file: deflate makes at most 1032 bytes of one (RFC 1951: 258 bytes from two bits), so that a small file with a huge
// promise is refused before memory is set aside for it.
func (f *idxFile) unpack(r io.Reader, size, packed int) error {
	if size/1032 > packed {
		return io.ErrUnexpectedEOF
	}
	f.body = make([]byte, size)
	if _, err := io.ReadFull(r, f.body); err != nil {
		return err
	}
	var more [1]byte
	switch n, err := io.ReadFull(r, more[:]); {
	case n > 0:
		return errTrailing
	case err != io.EOF:
		return err
	}
	return nil
}

// readFault turns an error of reading the promised bytes into a sentence.
func readFault(err error, name string, promised int64) *Error {
	switch {
	case errors.Is(err, errTrailing):
		return fault(CodeTrailing, name, int(promised))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fault(CodeTruncated, name, int(promised))
	}
	return fault(CodeGzip, name)
}

// isIDXType tells whether b is one of the element types the format knows.
func isIDXType(b byte) bool {
	switch b {
	case 0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e:
		return true
	}
	return false
}

// hexByte is b in two hexadecimal digits.
func hexByte(b byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[b>>4], digits[b&15]})
}
