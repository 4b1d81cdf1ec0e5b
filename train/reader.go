package train

import (
	"encoding/binary"
	"math"
)

// reader reads the fields of a message, in the order in which wire.go wrote them. The first
// field that does not fit sets failed, and every later read returns zero. So a decoder
// checks failed once, at its end.
//
// A count is compared with the rest of the message before memory is allocated. A message of
// n bytes therefore costs no more than a small multiple of n bytes, whatever it claims.
type reader struct {
	rest   []byte
	failed bool
}

// take returns the next n bytes, or nil if there are fewer.
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

// enum reads a byte that must be below n.
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

// int reads 4 bytes. Numbers past math.MaxInt32 fail, so that an int of 32 bits holds all.
func (r *reader) int() int {
	v := r.uint32()
	if v > math.MaxInt32 {
		r.failed = true
		return 0
	}
	return int(v)
}

// count31 reads a count that still grows. It fails past 2^30, so that the grown count fits
// a message too.
func (r *reader) count31() int {
	v := r.int()
	if v > 1<<30 {
		r.failed = true
		return 0
	}
	return v
}

func (r *reader) uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// size reads a number of 8 bytes that is not negative.
func (r *reader) size() int64 {
	v := r.uint64()
	if v > math.MaxInt64 {
		r.failed = true
		return 0
	}
	return int64(v)
}

func (r *reader) float64() float64 { return math.Float64frombits(r.uint64()) }

func (r *reader) float32() float32 { return math.Float32frombits(r.uint32()) }

// count reads how many elements follow, each at least size bytes long.
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

func (r *reader) ints() []int {
	n := r.count(4)
	if n == 0 {
		return nil
	}
	list := make([]int, n)
	for i := range list {
		list[i] = r.int()
	}
	return list
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
