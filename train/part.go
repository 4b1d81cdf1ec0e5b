package train

import (
	"encoding/binary"
	"math"
)

// part is what one worker brings to a round: the loss and the right answers of
// each of its shards and, in training, the gradients of its nodes of the tree.
// It lives in the very bytes that travel, so that nothing is copied number by
// number. The bytes are a message of their own kind:
//
//	 0  version, kind, 2 zeros
//	 4  term, round, worker     uint32 each: what it belongs to
//	16  learning rate           float64
//	24  shards, numbers         uint32 each: how many of what follows
//	32  losses                  float64 a shard
//	    right answers           uint32 a shard
//	    gradients               float32 a number, node after node
//
// The gradients stand as the machine holds them, little-endian wherever there
// is a browser; sender and receiver are on one machine.
type part struct {
	words   []float32 // the bytes, in a form that holds gradients without copying
	shards  int
	numbers int
}

const partHead = 32 // bytes before the losses

// partWords is the length of a part in words of 4 bytes.
func partWords(shards, numbers int) int { return partHead/4 + 3*shards + numbers }

// reset makes p an empty part of so many shards and numbers.
func (p *part) reset(shards, numbers int) {
	p.resize(partWords(shards, numbers))
	p.shards, p.numbers = shards, numbers
	b := p.bytes()
	b[0], b[1], b[2], b[3] = MessageVersion, byte(kindPart), 0, 0
	binary.LittleEndian.PutUint32(b[24:], uint32(shards))
	binary.LittleEndian.PutUint32(b[28:], uint32(numbers))
}

func (p *part) resize(words int) {
	if cap(p.words) < words {
		p.words = make([]float32, words)
	}
	p.words = p.words[:words]
}

// read makes p a copy of the part in b and reports whether b holds one.
func (p *part) read(b []byte) bool {
	if len(b) < partHead || len(b)%4 != 0 || b[0] != MessageVersion || b[1] != byte(kindPart) {
		return false
	}
	shards, numbers := binary.LittleEndian.Uint32(b[24:]), binary.LittleEndian.Uint32(b[28:])
	if uint64(len(b)) != partHead+12*uint64(shards)+4*uint64(numbers) {
		return false
	}
	p.resize(len(b) / 4)
	copy(p.bytes(), b)
	p.shards, p.numbers = int(shards), int(numbers)
	return true
}

// bytes is the part as it travels. It aliases p.
func (p *part) bytes() []byte { return bytesOf(p.words) }

func (p *part) sign(term, round uint32, worker int, rate float64) {
	b := p.bytes()
	binary.LittleEndian.PutUint32(b[4:], term)
	binary.LittleEndian.PutUint32(b[8:], round)
	binary.LittleEndian.PutUint32(b[12:], uint32(worker))
	binary.LittleEndian.PutUint64(b[16:], math.Float64bits(rate))
}

func (p *part) term() uint32  { return binary.LittleEndian.Uint32(p.bytes()[4:]) }
func (p *part) round() uint32 { return binary.LittleEndian.Uint32(p.bytes()[8:]) }
func (p *part) worker() int   { return int(binary.LittleEndian.Uint32(p.bytes()[12:])) }
func (p *part) rate() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(p.bytes()[16:]))
}

// setShard notes what came of the part's i-th shard, and shard reads it.
func (p *part) setShard(i int, loss float64, correct int) {
	b := p.bytes()[partHead:]
	binary.LittleEndian.PutUint64(b[8*i:], math.Float64bits(loss))
	binary.LittleEndian.PutUint32(b[8*p.shards+4*i:], uint32(correct))
}

func (p *part) shard(i int) (loss float64, correct int) {
	b := p.bytes()[partHead:]
	return math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:])), int(binary.LittleEndian.Uint32(b[8*p.shards+4*i:]))
}

// gradients is the sums of the part's nodes, one after the other.
func (p *part) gradients() []float32 { return p.words[partHead/4+3*p.shards:] }
