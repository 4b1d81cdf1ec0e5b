package data

import (
	"encoding/binary"
	"math"
)

// numberKind is a type of numbers, as files store them.
type numberKind uint8

// The kinds of numbers.
const (
	noNumbers numberKind = iota
	uint8s
	int8s
	int16s
	int32s
	int64s
	float32s
	float64s
)

// size is how many bytes a number takes.
func (k numberKind) size() int {
	return [...]int{uint8s: 1, int8s: 1, int16s: 2, int32s: 4, int64s: 8, float32s: 4, float64s: 8}[k]
}

func (k numberKind) isFloat() bool { return k == float32s || k == float64s }

// numbers are numbers as they stand in a file, one after the other.
type numbers struct {
	kind   numberKind
	little bool // the lowest byte of each comes first
	bytes  []byte
}

// at returns number i. An integer of 64 bits is rounded to a float64.
func (n *numbers) at(i int) float64 {
	switch n.kind {
	case uint8s:
		return float64(n.bytes[i])
	case int8s:
		return float64(int8(n.bytes[i]))
	case int16s:
		b := n.bytes[2*i:]
		if n.little {
			return float64(int16(binary.LittleEndian.Uint16(b)))
		}
		return float64(int16(binary.BigEndian.Uint16(b)))
	case int32s:
		return float64(int32(n.four(i)))
	case float32s:
		return float64(math.Float32frombits(n.four(i)))
	case int64s:
		return float64(int64(n.eight(i)))
	}
	return math.Float64frombits(n.eight(i))
}

func (n *numbers) four(i int) uint32 {
	if b := n.bytes[4*i:]; n.little {
		return binary.LittleEndian.Uint32(b)
	} else {
		return binary.BigEndian.Uint32(b)
	}
}

func (n *numbers) eight(i int) uint64 {
	if b := n.bytes[8*i:]; n.little {
		return binary.LittleEndian.Uint64(b)
	} else {
		return binary.BigEndian.Uint64(b)
	}
}

// extent is the least and the greatest of some numbers.
type extent struct{ low, high float64 }

// noExtent is that of no numbers.
func noExtent() extent { return extent{math.Inf(1), math.Inf(-1)} }

func (e extent) with(o extent) extent { return extent{min(e.low, o.low), max(e.high, o.high)} }

// extent measures all numbers, and calls progress with the number of bytes measured. Of bytes it
// tells only whether one is above 1, so that pictures of bytes take no time. ok is false where one
// is infinite or not a number.
func (n *numbers) extent(progress func(done int)) (e extent, ok bool) {
	if n.kind == uint8s {
		for from := 0; from < len(n.bytes); from += progressBytes {
			progress(from)
			for _, b := range n.bytes[from:min(from+progressBytes, len(n.bytes))] {
				if b > 1 {
					return extent{0, 255}, true
				}
			}
		}
		return extent{0, 1}, true
	}
	e = noExtent()
	size := n.kind.size()
	for from := 0; from < len(n.bytes)/size; from += progressBytes / size {
		progress(from * size)
		for i := from; i < min(from+progressBytes/size, len(n.bytes)/size); i++ {
			v := n.at(i)
			e.low, e.high = min(e.low, v), max(e.high, v) // a NaN makes both NaN
		}
		if !(e.low-e.low == 0 && e.high-e.high == 0) {
			return e, false
		}
	}
	return e, true
}

// blackWhite returns the numbers that become 0 and 1, for pictures whose numbers have this extent:
// the least usual range that holds them and of which they fill a tenth, or else the extent itself.
func (e extent) blackWhite() (black, white float64) {
	for _, usual := range [...]extent{{0, 1}, {-1, 1}, {0, 255}, {-128, 127}, {0, 65535}} {
		if e.low >= usual.low && e.high <= usual.high && 10*(e.high-e.low) >= usual.high-usual.low {
			return usual.low, usual.high
		}
	}
	if e.low == e.high {
		return e.low, e.low + 1
	}
	return e.low, e.high
}
