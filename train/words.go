package train

import "encoding/binary"

// words is a message that carries many numbers. It is kept as 4-byte words, so that the
// float32 numbers in it are used where they stand, without copying. They have the byte order
// of the machine: sender and receiver are on the same machine.
type words []float32

// resize makes w n words long. It keeps the memory if it is large enough.
func (w *words) resize(n int) {
	if cap(*w) < n {
		*w = make([]float32, n)
	}
	*w = (*w)[:n]
}

// bytes returns w as it travels. It shares the memory of w.
func (w words) bytes() []byte { return bytesOf(w) }

// begin writes the version and the kind.
func (w words) begin(k kind) { w.setUint32(0, MessageVersion|uint32(k)<<8) }

// copyFrom makes w a copy of b, whose length is a multiple of 4.
func (w *words) copyFrom(b []byte) {
	w.resize(len(b) / 4)
	copy(w.bytes(), b)
}

// uint32 reads the number at byte at, and setUint32 writes it.
func (w words) uint32(at int) uint32 { return binary.LittleEndian.Uint32(w.bytes()[at:]) }

func (w words) setUint32(at int, v uint32) { binary.LittleEndian.PutUint32(w.bytes()[at:], v) }

// uint64 reads the number at byte at, and setUint64 writes it.
func (w words) uint64(at int) uint64 { return binary.LittleEndian.Uint64(w.bytes()[at:]) }

func (w words) setUint64(at int, v uint64) { binary.LittleEndian.PutUint64(w.bytes()[at:], v) }
