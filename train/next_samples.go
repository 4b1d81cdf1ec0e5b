package train

// nextSamples holds samples of the next minibatch, which a worker makes while it waits for
// others. A sample is the same whenever it is made, so this changes nothing but the time.
type nextSamples struct {
	step   int // of the minibatch; -1: there are none
	from   int // first shard
	shards int // number of shards
	input  []float32
	labels []int
}
