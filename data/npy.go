package data

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// NPY is the format of numpy's arrays: a file for each. An npz file is a zip archive of them, as
// Keras' mnist.npz, which holds x_train, y_train, x_test and y_test. Arrays are recognised by their
// shape, and paired as those of IDX are:
//
//	images  [n, h, w], [n, h, w, c], [n, c, h, w], and [n, h*w] or [n, 3*h*w] of square images
//	labels  [n], [n, 1]
//
// c is 1 or 3. Numbers of 1, 2, 4 and 8 bytes become [0,1] as those of IDX do.
//
// Described at https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.

const npyMagic = "\x93NUMPY"

func recognisesNPY(h Head) bool { return strings.HasPrefix(string(h.Bytes), npyMagic) }

func checkNPY(heads []Head) error { return checkArrays(heads, readNPYHeader) }

func readNPY(files []File, progress func(done int64)) (Source, error) {
	return readArrays("npy", files, readNPYHeader, progress)
}

// readNPYHeader reads the header of a file: magic number, version, length of the rest, and a Python
// dictionary as text.
func readNPYHeader(h Head) (array, error) {
	none, b := array{}, h.Bytes
	if len(b) < len(npyMagic)+6 {
		return none, fault(CodeTruncated, h.Name, len(npyMagic)+6)
	}
	a := array{name: h.Name}
	start := len(npyMagic) + 4
	length := int64(binary.LittleEndian.Uint16(b[8:]))
	if b[6] > 1 {
		start += 2
		length = int64(binary.LittleEndian.Uint32(b[8:]))
	}
	if b[6] < 1 || b[6] > 3 || int64(start)+length > HeadLength {
		return none, fault(CodeNPY, h.Name)
	}
	a.header = start + int(length)
	if len(b) < a.header {
		return none, fault(CodeTruncated, h.Name, a.header)
	}
	d := string(b[start:a.header])
	descr, ok1 := entryOf(d, "descr")
	order, ok2 := entryOf(d, "fortran_order")
	dims, ok3 := entryOf(d, "shape")
	if !ok1 || !ok2 || !ok3 {
		return none, fault(CodeNPY, h.Name)
	}
	if a.kind, a.little = npyKind(descr); a.kind == noNumbers {
		return none, fault(CodeNPYKind, h.Name, shown(descr))
	}
	if strings.HasPrefix(order, "True") && strings.Count(dims, ",") > 1 {
		return none, fault(CodeNPYOrder, h.Name)
	}
	if !a.setShape(dims) {
		return none, fault(CodeNPYShape, h.Name, shown(dims))
	}
	return a, nil
}

// entryOf returns the value of a key of a Python dictionary of a single level: a string without its
// quotes, the inside of brackets, or a word.
func entryOf(dictionary, key string) (string, bool) {
	at := strings.Index(dictionary, "'"+key+"'")
	if at < 0 {
		return "", false
	}
	value := strings.TrimLeft(dictionary[at+len(key)+2:], " :")
	end, skip := ",}", 0
	switch {
	case strings.HasPrefix(value, "'"):
		end, skip = "'", 1
	case strings.HasPrefix(value, "("):
		end, skip = ")", 1
	case strings.HasPrefix(value, "["): // the fields of records
		end = "]"
	}
	value = value[skip:]
	if at = strings.IndexAny(value, end); at < 0 {
		return "", false
	}
	return value[:at], true
}

// npyKind returns the type of numbers that a description stands for, such as "<f4", or noNumbers.
func npyKind(descr string) (kind numberKind, little bool) {
	if len(descr) != 3 {
		return noNumbers, false
	}
	switch descr[1:] {
	case "u1", "b1":
		kind = uint8s
	case "i1":
		kind = int8s
	case "i2":
		kind = int16s
	case "i4":
		kind = int32s
	case "i8":
		kind = int64s
	case "f4":
		kind = float32s
	case "f8":
		kind = float64s
	}
	switch descr[0] {
	case '>':
		return kind, false
	case '<', '|', '=':
		return kind, true
	}
	return noNumbers, false
}

// setShape sets what follows from the dimensions, as "60000, 28, 28". It reports whether they are
// those of images or labels.
func (a *array) setShape(dims string) bool {
	var shape []int
	for word := range strings.SplitSeq(dims, ",") {
		if word = strings.TrimSpace(word); word == "" {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSuffix(word, "L")) // Python 2 wrote long numbers so
		if err != nil || n < 0 || n > 1<<32 {
			return false
		}
		shape = append(shape, n)
	}
	if len(shape) == 0 || len(shape) > 4 {
		return false
	}
	a.n, a.record = shape[0], 1
	inner := shape[1:]
	isColours := func(n int) bool { return n == 1 || n == 3 }
	switch {
	case len(inner) == 0, len(inner) == 1 && inner[0] == 1:
		return true
	case len(inner) == 1:
		var ok bool
		if a.layout, ok = flattened(inner[0]); !ok {
			return false
		}
	case len(inner) == 2:
		a.layout = planes(1, inner[0], inner[1])
	case isColours(inner[2]):
		a.layout = pixels(inner[2], inner[0], inner[1])
	case isColours(inner[0]):
		a.layout = planes(inner[0], inner[1], inner[2])
	default:
		return false
	}
	if !isEdge(a.layout.h) || !isEdge(a.layout.w) {
		return false
	}
	a.record = a.layout.size()
	return true
}

// flattened is the layout of a square picture of n numbers, grey or in colour, pixel after pixel.
// ok is false where no picture has so many.
func flattened(n int) (l layout, ok bool) {
	for _, c := range [...]int{1, 3} {
		edge := 1
		for edge < maxEdge && c*edge*edge < n {
			edge++
		}
		if c*edge*edge == n {
			return pixels(c, edge, edge), true
		}
	}
	return l, false
}

// shown is a text of a file as a message shows it.
func shown(s string) string {
	const most = 40
	s = strings.ToValidUTF8(s, "\ufffd")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
