package invlab

// measuredRight returns how many of 200 test digits the shipped nets read correctly at each shift
// from −12 to 12 pixels to the right. A test counts them anew.
func measuredRight() [netKinds][2*chartMost + 1]int {
	return [netKinds][2*chartMost + 1]int{
		convNet:  {157, 167, 179, 184, 197, 198, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 199, 199, 197, 192, 185},
		denseNet: {11, 10, 11, 15, 24, 43, 81, 126, 169, 183, 190, 194, 194, 195, 194, 175, 138, 98, 52, 42, 38, 32, 31, 35, 32},
	}
}

// measured returns the chart with which the page opens, so that it shows one before anything is
// computed: of the shipped nets, moved left and right.
func measured() chart {
	c := chart{Direction: Horizontal, Samples: sampleCounts()[0], Told: true, Beforehand: true}
	for net, right := range measuredRight() {
		for _, n := range right {
			c.counts[net] = append(c.counts[net], tally{n, c.Samples})
		}
	}
	return c
}
