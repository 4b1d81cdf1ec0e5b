package train

import (
	"encoding/binary"
	"math"
)

// gradients is what one worker has computed in a round: the loss and the number of correct
// answers of each of its shards and, in training, the gradient sums of its nodes of the tree.
// In an evaluation there are no gradients. Workers send it to each other.
//
// It is no Message: Session.Receive reads it where it stands. Its bytes:
//
//	 0  version, kind, 2 zeros
//	 4  generation, round, rank    uint32 each
//	16  learning rate              float64
//	24  shards, numbers            uint32 each: the lengths of what follows
//	32  losses                     float64 a shard
//	    correct answers            uint32 a shard
//	    gradients                  float32 a number, one node after the other
type gradients struct {
	words   words
	shards  int
	numbers int // of the gradients of all nodes
}

const gradientsHead = 32 // bytes before the losses

// reset makes g empty, with room for so many shards and numbers.
func (g *gradients) reset(shards, numbers int) {
	g.words.resize(gradientsHead/4 + 3*shards + numbers)
	g.shards, g.numbers = shards, numbers
	g.words.begin(kindGradients)
	g.words.setUint32(24, uint32(shards))
	g.words.setUint32(28, uint32(numbers))
}

// read makes g a copy of the gradients in b. It reports false if b holds none.
func (g *gradients) read(b []byte) bool {
	if len(b) < gradientsHead || len(b)%4 != 0 || !isKind(b, kindGradients) {
		return false
	}
	shards, numbers := binary.LittleEndian.Uint32(b[24:]), binary.LittleEndian.Uint32(b[28:])
	if uint64(len(b)) != gradientsHead+12*uint64(shards)+4*uint64(numbers) {
		return false
	}
	g.words.copyFrom(b)
	g.shards, g.numbers = int(shards), int(numbers)
	return true
}

// sign writes which worker has computed g, and when.
func (g *gradients) sign(generation, round uint32, rank int, rate float64) {
	g.words.setUint32(4, generation)
	g.words.setUint32(8, round)
	g.words.setUint32(12, uint32(rank))
	g.words.setUint64(16, math.Float64bits(rate))
}

func (g *gradients) generation() uint32    { return g.words.uint32(4) }
func (g *gradients) round() uint32         { return g.words.uint32(8) }
func (g *gradients) rank() int             { return int(g.words.uint32(12)) }
func (g *gradients) learningRate() float64 { return math.Float64frombits(g.words.uint64(16)) }

// setShard writes the loss and the number of correct answers of shard i of g.
func (g *gradients) setShard(i int, loss float64, correct int) {
	g.words.setUint64(gradientsHead+8*i, math.Float64bits(loss))
	g.words.setUint32(gradientsHead+8*g.shards+4*i, uint32(correct))
}

// shard reads what setShard wrote.
func (g *gradients) shard(i int) (loss float64, correct int) {
	return math.Float64frombits(g.words.uint64(gradientsHead + 8*i)), int(g.words.uint32(gradientsHead + 8*g.shards + 4*i))
}

// sums returns the gradient sums of the nodes, one after the other. They share the memory
// of g.
func (g *gradients) sums() []float32 { return g.words[gradientsHead/4+3*g.shards:] }
