package train

import "testing"

func TestOrderIsAPermutation(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 5, 15, 16, 17, 90, 1000, 60000} {
		o := epochOrder(n, 1, 0)
		seen := make([]bool, n)
		for i := range n {
			v := o.at(i)
			if v < 0 || v >= n || seen[v] {
				t.Fatalf("n = %d: position %d gives %d, out of range or again", n, i, v)
			}
			seen[v] = true
		}
	}
}

func TestOrderDiffersByEpochAndSeed(t *testing.T) {
	a, b, c := epochOrder(1000, 1, 0), epochOrder(1000, 1, 1), epochOrder(1000, 2, 0)
	sameB, sameC := 0, 0
	for i := range 1000 {
		if a.at(i) == b.at(i) {
			sameB++
		}
		if a.at(i) == c.at(i) {
			sameC++
		}
	}
	if sameB > 10 || sameC > 10 { // one is expected by chance
		t.Errorf("%d places of 1000 are the same in the next epoch, %d with another seed", sameB, sameC)
	}
}

// Samples are spread evenly over the positions: χ² over 10×10 cells of (position, sample) has
// 81 degrees of freedom, and is below 138 with a probability of 99.99 %.
func TestOrderSpreadsEvenly(t *testing.T) {
	for seed := range uint64(5) {
		const n = 10000
		o := epochOrder(n, seed, 3)
		var cells [10][10]float64
		for i := range n {
			cells[i*10/n][o.at(i)*10/n]++
		}
		chi := 0.0
		for _, row := range cells {
			for _, v := range row {
				chi += (v - 100) * (v - 100) / 100
			}
		}
		if chi > 138 {
			t.Errorf("seed %d: χ² is %.1f, want below 138", seed, chi)
		}
	}
}
