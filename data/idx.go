package data

import "encoding/binary"

// IDX is the format of MNIST, Fashion-MNIST, KMNIST, EMNIST and QMNIST. A dataset is one or two
// pairs of files: images of any height and width, and their labels. Files are recognised by
// content, not by name. Of two pairs the larger one is for training and the smaller one for
// testing. Where they are equally large, "train", "test" and "t10k" in the names decide, or else
// the order of the files. Of a single pair the last sixth is for testing.
//
// Images and labels may be numbers of any type of the format. Unsigned bytes b become b/255, except
// where all are 0 or 1, which stay. Of other types, the least usual range that holds all numbers of
// the dataset's images becomes [0,1]: 0 to 1, -1 to 1, 0 to 255, -128 to 127, or 0 to 65535. Where
// none holds them, or they fill less than a tenth of it, the range from the least number to the
// greatest becomes [0,1]. Info.Black and Info.White say which range it was.
//
// QMNIST's labels are eight 32-bit integers for each digit, of which the first is its class.
//
// Described at the end of http://yann.lecun.com/exdb/mnist/ and at
// https://github.com/facebookresearch/qmnist.

// qmnistColumns is how many numbers QMNIST has for each digit.
const qmnistColumns = 8

// recognisesIDX reports whether a file is IDX of any kind.
func recognisesIDX(h Head) bool {
	b := h.Bytes
	return len(b) >= 4 && b[0] == 0 && b[1] == 0 && idxKind(b[2]) != noNumbers && b[3] != 0
}

func checkIDX(heads []Head) error { return checkArrays(heads, readIDXHeader) }

func readIDX(files []File, progress func(done int64)) (Source, error) {
	return readArrays("idx", files, readIDXHeader, progress)
}

// readIDXHeader reads the header of a file: two zero bytes, the type, the number of dimensions, and
// how long each is.
func readIDXHeader(h Head) (array, error) {
	none, b := array{}, h.Bytes
	a := array{name: h.Name, header: 4 + 4*int(b[3]), record: 1, numbers: numbers{kind: idxKind(b[2])}}
	if b[3] > 3 || b[3] == 2 && a.kind != int32s {
		return none, fault(CodeIDXKind, h.Name, int(b[3]))
	}
	if len(b) < a.header {
		return none, fault(CodeTruncated, h.Name, a.header)
	}
	var dims [3]int
	for i := range int(b[3]) {
		dims[i] = int(binary.BigEndian.Uint32(b[4+4*i:]))
	}
	a.n = dims[0]
	switch b[3] {
	case 2:
		if dims[1] != qmnistColumns {
			return none, fault(CodeIDXKind, h.Name, int(b[3]))
		}
		a.record = qmnistColumns
	case 3:
		if !isEdge(dims[1]) || !isEdge(dims[2]) {
			return none, fault(CodeImageSize, h.Name, dims[1], dims[2], maxEdge)
		}
		a.layout = planes(1, dims[1], dims[2])
		a.record = a.layout.size()
	}
	return a, nil
}

// isEdge reports whether images may have so many rows or columns.
func isEdge(n int) bool { return n >= 1 && n <= maxEdge }

// idxKind returns the type of numbers that a byte of the header stands for, or noNumbers.
func idxKind(b byte) numberKind {
	switch b {
	case 0x08:
		return uint8s
	case 0x09:
		return int8s
	case 0x0b:
		return int16s
	case 0x0c:
		return int32s
	case 0x0d:
		return float32s
	case 0x0e:
		return float64s
	}
	return noNumbers
}
