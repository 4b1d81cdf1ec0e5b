package train

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// These functions write the fields of a message. Everything is little-endian, and a count
// stands before what it counts. reader.go reads the fields.

func appendByte(dst []byte, v byte) []byte { return append(dst, v) }

func appendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, 1)
	}
	return append(dst, 0)
}

// appendInt writes v in 4 bytes. It panics if v is negative or does not fit.
func appendInt(dst []byte, v int) []byte {
	if v < 0 || v > math.MaxInt32 {
		panic("train: number does not fit the message")
	}
	return binary.LittleEndian.AppendUint32(dst, uint32(v))
}

func appendUint64(dst []byte, v uint64) []byte {
	return binary.LittleEndian.AppendUint64(dst, v)
}

func appendFloat64(dst []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(v))
}

func appendFloat32(dst []byte, v float32) []byte {
	return binary.LittleEndian.AppendUint32(dst, math.Float32bits(v))
}

func appendFloats(dst []byte, v []float32) []byte {
	dst = appendInt(dst, len(v))
	if littleEndian() {
		return append(dst, bytesOf(v)...)
	}
	for _, x := range v {
		dst = appendFloat32(dst, x)
	}
	return dst
}

func appendInts(dst []byte, list []int) []byte {
	dst = appendInt(dst, len(list))
	for _, v := range list {
		dst = appendInt(dst, v)
	}
	return dst
}

func appendString(dst []byte, s string) []byte {
	dst = appendInt(dst, len(s))
	return append(dst, s...)
}

func appendStrings(dst []byte, list []string) []byte {
	dst = appendInt(dst, len(list))
	for _, s := range list {
		dst = appendString(dst, s)
	}
	return dst
}

// littleEndian reports whether the machine stores numbers in the byte order of messages.
// If so, many numbers are copied at once.
func littleEndian() bool { return binary.NativeEndian.Uint16([]byte{1, 0}) == 1 }

// bytesOf returns the memory of v as bytes.
func bytesOf(v []float32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(v))), 4*len(v))
}

// fits reports whether c·h·w equals n. The product cannot overflow.
func fits(c, h, w, n int) bool {
	if c < 0 || h < 0 || w < 0 {
		return false
	}
	return uint64(c)*uint64(h) <= math.MaxUint32 && uint64(c)*uint64(h)*uint64(w) == uint64(n)
}
