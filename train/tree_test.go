package train

import (
	"math"
	"slices"
	"testing"
)

// sumTree is the naive twin. It keeps all shards and adds neighbours, level by level. If their
// number is odd, the last one moves up as it is.
func sumTree(shards [][]float32) []float32 {
	for len(shards) > 1 {
		var up [][]float32
		for i := 0; i < len(shards); i += 2 {
			node := slices.Clone(shards[i])
			if i+1 < len(shards) {
				for j := range node {
					node[j] += shards[i+1][j]
				}
			}
			up = append(up, node)
		}
		shards = up
	}
	return shards[0]
}

func randomShards(n, size int) [][]float32 {
	shards := make([][]float32, n)
	for i := range shards {
		shards[i] = make([]float32, size)
		for j := range shards[i] {
			// The numbers have very different sizes, so that the order of the additions shows.
			shards[i][j] = float32(math.Exp(float64(mix(uint64(n), uint64(i), uint64(j))%40)/4 - 5))
		}
	}
	return shards
}

func TestTreeAddsNeighboursLevelByLevel(t *testing.T) {
	for n := 1; n <= 40; n++ {
		shards := randomShards(n, 33)
		tree := newTree(33, n)
		for round := range 2 { // the second with a tree that was used
			for _, shard := range shards {
				tree.add(slices.Clone(shard))
			}
			got := tree.sum()
			if want := sumTree(shards); !slices.Equal(got, want) {
				t.Fatalf("%d shards, round %d:\ngot  %v\nwant %v", n, round, got, want)
			}
		}
	}
}

// A worker that sums an aligned block of 2^k shards has exactly the inner node of the tree.
// Workers that share a run rely on it.
func TestTreeOfBlocksIsTheSameTree(t *testing.T) {
	shards := randomShards(13, 20)
	whole := newTree(20, len(shards))
	for _, shard := range shards {
		whole.add(slices.Clone(shard))
	}
	want := slices.Clone(whole.sum())
	for _, block := range []int{1, 2, 4, 8} {
		var nodes [][]float32
		for from := 0; from < len(shards); from += block {
			part := newTree(20, block)
			for _, shard := range shards[from:min(from+block, len(shards))] {
				part.add(slices.Clone(shard))
			}
			nodes = append(nodes, part.sum())
		}
		if got := sumTree(nodes); !slices.Equal(got, want) {
			t.Errorf("blocks of %d: got %v, want %v", block, got, want)
		}
	}
}

func TestTreeHoldsALevelForEachBit(t *testing.T) {
	for shards, levels := range map[int]int{1: 1, 2: 2, 8: 4, 128: 8} {
		if got := len(newTree(3, shards).levels); got != levels {
			t.Errorf("%d shards: %d levels, want %d", shards, got, levels)
		}
	}
}
