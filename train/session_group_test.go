package train

import "testing"

func TestRoundOfAGroupDoesNotAllocate(t *testing.T) {
	var group [2]*Session
	for i := range group {
		group[i] = newSmall(t, func(c *Config) { c.Epochs = 0 })
	}
	for i := range group {
		group[i].JoinGroup(1, i, 2, func(b []byte) { group[1-i].Receive(b) })
		group[i].Run(0)
	}
	epoch := func() { // training and evaluating
		for end := group[0].epochEnd(); group[0].Step() < end || group[0].test.on; {
			for _, s := range group {
				s.Advance(always)
			}
		}
	}
	epoch()
	epoch()
	if n := testing.AllocsPerRun(10, epoch); n != 0 {
		t.Errorf("an epoch allocates %v times", n)
	}
	for group[1].Step() < group[0].Step() {
		group[1].Advance(always)
	}
	if a, b := Fingerprint(group[0].model.Params()), Fingerprint(group[1].model.Params()); a != b && group[0].Step() == group[1].Step() {
		t.Errorf("weights %016x and %016x at the same step", a, b)
	}
}
