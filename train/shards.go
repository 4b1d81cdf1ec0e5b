package train

import "math/bits"

// shardsOf returns which shards of a round the worker of a rank computes: from up to, but
// not including, to. size is the number of workers. The ranges follow each other without a
// gap. They begin at multiples of a power of two that grows with the round. So the shards of
// a worker are few nodes of the tree, and no worker has much more work than another.
func shardsOf(shards, size, rank int) (from, to int) {
	grain := 1
	for shards >= 16*grain*size {
		grain *= 2
	}
	blocks := (shards + grain - 1) / grain
	return min(shards, blocks*rank/size*grain), min(shards, blocks*(rank+1)/size*grain)
}

// nodeAt returns the level of the largest node of the tree that begins with shard from and
// ends at to or before it. The node has 2^level shards. from is below to.
func nodeAt(from, to int) (level int) {
	level = bits.Len(uint(to-from)) - 1
	if from > 0 {
		level = min(level, bits.TrailingZeros(uint(from)))
	}
	return level
}

// nodes returns how many nodes of the tree hold the shards from up to to.
func nodes(from, to int) (n int) {
	for ; from < to; from += 1 << nodeAt(from, to) {
		n++
	}
	return n
}
