package train

import "stridelab/data"

// A subset is a data.Source with fewer training samples: n of those of another, drawn by a seed.
// The test samples are all there. Of an endless source it has the first n, in every epoch the same.
type subset struct {
	data.Source
	info data.Info
	pick order // not used of an endless source
}

// newSubset returns source itself where it has no more than n training samples.
func newSubset(source data.Source, n int, seed uint64) data.Source {
	info := source.Info()
	if n >= info.Train && !info.Endless {
		return source
	}
	s := &subset{Source: source, info: info, pick: newOrder(info.Train, seed, forSubset, 0)}
	s.info.Train, s.info.Endless = n, false
	return s
}

func (s *subset) Info() data.Info { return s.info }

func (s *subset) TrainSample(i int, dst []float32) int {
	if i < 0 || i >= s.info.Train {
		panic("train: sample index out of range")
	}
	if !s.Source.Info().Endless {
		i = s.pick.at(i)
	}
	return s.Source.TrainSample(i, dst)
}
