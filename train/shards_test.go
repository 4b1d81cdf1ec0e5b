package train

import (
	"slices"
	"testing"
)

func TestSharesFollowEachOther(t *testing.T) {
	for shards := 0; shards <= 300; shards++ {
		for n := 1; n <= 9; n++ {
			at, most, least := 0, 0, shards
			for i := range n {
				from, to := shardsOf(shards, n, i)
				if from != at || to < from {
					t.Fatalf("%d shards, worker %d of %d: [%d,%d) after %d", shards, i, n, from, to, at)
				}
				at = to
				most, least = max(most, to-from), min(least, to-from)
				if k := nodes(from, to); k > 14 {
					t.Errorf("%d shards, worker %d of %d: %d nodes", shards, i, n, k)
				}
			}
			if at != shards {
				t.Fatalf("%d shards for %d workers: only %d given out", shards, n, at)
			}
			if most-least > max(1, shards/(6*n)) {
				t.Errorf("%d shards for %d workers: shares from %d to %d", shards, n, least, most)
			}
		}
	}
}

// The nodes of all workers, added in order, have the same sum as all shards.
func TestNodesOfSharesMakeTheSameTree(t *testing.T) {
	for shards := 1; shards <= 40; shards++ {
		all := randomShards(shards, 7)
		want := sumTree(all)
		for n := 1; n <= 5; n++ {
			whole, part := newTree(0, shards), newTree(7, shards)
			for i := range n {
				from, to := shardsOf(shards, n, i)
				for from < to {
					level := nodeAt(from, to)
					for range 1 << level {
						part.add(slices.Clone(all[from]))
						from++
					}
					whole.addNode(slices.Clone(part.sum()), level)
				}
			}
			if got := whole.sum(); !slices.Equal(got, want) {
				t.Errorf("%d shards by %d workers: got %v, want %v", shards, n, got, want)
			}
		}
	}
}
