package train

import "encoding/binary"

// Samples carries the samples of whole steps from a worker that makes them ahead to the
// coordinator. A worker makes it with Begin and Fill. The zero value is ready for Begin.
//
// It is no Message: Session.Receive reads it where it stands. Its bytes:
//
//	 0  version, kind, 2 zeros
//	 4  generation, first step    uint32 each
//	12  samples                   uint32
//	16  size                      uint32: numbers in a sample
//	20  labels                    uint32 a sample
//	    pixels                    float32 a number, one sample after the other
type Samples struct {
	words  words
	n      int
	size   int
	labels []int // of one step, see Fill
}

const samplesHead = 20 // bytes before the labels

// Begin makes m empty, with room for the samples of the steps from up to, but not including,
// to.
func (m *Samples) Begin(l *Loader, generation uint32, from, to int) {
	m.reset(l.seen(to)-l.seen(from), l.size)
	m.words.setUint32(4, generation)
	m.words.setUint32(8, uint32(from))
}

func (m *Samples) reset(n, size int) {
	m.words.resize(samplesHead/4 + n + n*size)
	m.n, m.size = n, size
	m.words.begin(kindSamples)
	m.words.setUint32(12, uint32(n))
	m.words.setUint32(16, uint32(size))
}

// Fill makes the samples of a step, one of those that Begin made room for.
func (m *Samples) Fill(l *Loader, step int) {
	n := l.batchAt(step)
	if len(m.labels) < n {
		m.labels = make([]int, n)
	}
	at := l.seen(step) - l.seen(m.step())
	l.load(step, 0, n, m.pixels(at), m.labels)
	for i, label := range m.labels[:n] {
		m.setLabel(at+i, label)
	}
}

// Bytes returns m as it travels. It shares the memory of m.
func (m *Samples) Bytes() []byte { return m.words.bytes() }

// read makes m a copy of the samples in b. It reports false if b holds none.
func (m *Samples) read(b []byte) bool {
	if len(b) < samplesHead || len(b)%4 != 0 || !isKind(b, kindSamples) {
		return false
	}
	n, size := uint64(binary.LittleEndian.Uint32(b[12:])), uint64(binary.LittleEndian.Uint32(b[16:]))
	if most := uint64(len(b)); n > most || size > most || samplesHead+4*n+4*n*size != most {
		return false
	}
	m.words.copyFrom(b)
	m.n, m.size = int(n), int(size)
	return true
}

func (m *Samples) generation() uint32 { return m.words.uint32(4) }

// step returns the first step whose samples m carries.
func (m *Samples) step() int { return int(m.words.uint32(8)) }

func (m *Samples) label(i int) int       { return int(m.words.uint32(samplesHead + 4*i)) }
func (m *Samples) setLabel(i, label int) { m.words.setUint32(samplesHead+4*i, uint32(label)) }

// pixels returns the pixels of the samples from i on. They share the memory of m.
func (m *Samples) pixels(i int) []float32 { return m.words[samplesHead/4+m.n+i*m.size:] }
