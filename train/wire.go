package train

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// The primitives of the wire format. Everything is little-endian. Counts and
// lengths are 4 bytes and are compared with what is left of the message before
// anything is made for them, so that a message of n bytes never costs more
// than a small multiple of n in memory, whatever it claims.

func appendByte(dst []byte, v byte) []byte { return append(dst, v) }

func appendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, 1)
	}
	return append(dst, 0)
}

// appendInt writes v, which is never negative, in 4 bytes; what does not fit
// is a programmer's error.
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

// littleEndian reports whether the machine holds numbers as messages do, so that
// many can be copied at once.
func littleEndian() bool { return binary.NativeEndian.Uint16([]byte{1, 0}) == 1 }

// bytesOf is the memory of v.
func bytesOf(v []float32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(v))), 4*len(v))
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

// reader takes a message apart. The first thing that does not fit sets failed
// and every later read gives zero, so that a decoder checks once, at its end.
type reader struct {
	rest   []byte
	failed bool
}

// take gives the next n bytes, or nil when there are fewer.
func (r *reader) take(n int) []byte {
	if r.failed || n < 0 || n > len(r.rest) {
		r.failed = true
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// enum reads a byte that has to be below n.
func (r *reader) enum(n int) byte {
	v := r.byte()
	if int(v) >= n {
		r.failed = true
		return 0
	}
	return v
}

func (r *reader) bool() bool { return r.enum(2) == 1 }

func (r *reader) uint32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) int() int {
	v := r.uint32()
	if v > math.MaxInt32 {
		r.failed = true // keeps every number an int on 32-bit machines too
		return 0
	}
	return int(v)
}

func (r *reader) uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *reader) float64() float64 { return math.Float64frombits(r.uint64()) }

func (r *reader) float32() float32 { return math.Float32frombits(r.uint32()) }

// count reads how many elements follow, each of at least size bytes.
func (r *reader) count(size int) int {
	n := r.int()
	if n > len(r.rest)/size {
		r.failed = true
		return 0
	}
	return n
}

func (r *reader) floats() []float32 {
	n := r.count(4)
	b := r.take(4 * n)
	if n == 0 || b == nil {
		return nil
	}
	v := make([]float32, n)
	if littleEndian() {
		copy(bytesOf(v), b)
		return v
	}
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return v
}

func (r *reader) string() string { return string(r.take(r.count(1))) }

func (r *reader) strings() []string {
	n := r.count(4)
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = r.string()
	}
	return list
}

// fits reports whether c·h·w is n, without overflowing on the way.
func fits(c, h, w, n int) bool {
	if c < 0 || h < 0 || w < 0 {
		return false
	}
	return uint64(c)*uint64(h) <= math.MaxUint32 && uint64(c)*uint64(h)*uint64(w) == uint64(n)
}
