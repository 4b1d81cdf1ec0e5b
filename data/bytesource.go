package data

import "strconv"

// A byteSource is a Source of images that are stored as bytes. Formats make one from their files.
type byteSource struct {
	info        Info
	train, test split
	shares      [256]float32 // b/255 for each byte b; a table is faster than a division
}

// split is one part of a dataset: images [n, c, h, w] as bytes, and n labels.
type split struct{ images, labels []byte }

// newByteSource makes a source of train and test. When test is empty, the last sixth of train is
// the test part. Of info only Name, C, H and W are used; the rest follows from the labels.
func newByteSource(info Info, train, test split) Source {
	size := info.C * info.H * info.W
	if len(test.labels) == 0 {
		cut := len(train.labels) - max(1, len(train.labels)/6)
		test = split{train.images[cut*size:], train.labels[cut:]}
		train = split{train.images[:cut*size], train.labels[:cut]}
	}
	classes := 0
	for _, labels := range [][]byte{train.labels, test.labels} {
		for _, label := range labels {
			classes = max(classes, int(label)+1)
		}
	}
	info.Classes, info.Train, info.Test = classes, len(train.labels), len(test.labels)
	info.ClassNames = make([]string, classes)
	for i := range info.ClassNames {
		info.ClassNames[i] = strconv.Itoa(i)
	}
	s := &byteSource{info: info, train: train, test: test}
	for b := range s.shares {
		s.shares[b] = float32(b) / 255
	}
	return s
}

func (s *byteSource) Info() Info { return s.info }

func (s *byteSource) TrainSample(i int, dst []float32) int {
	return s.sample(&s.train, i, dst)
}

func (s *byteSource) TestSample(i int, dst []float32) int {
	return s.sample(&s.test, i, dst)
}

func (s *byteSource) sample(from *split, i int, dst []float32) int {
	if i < 0 || i >= len(from.labels) {
		panic(panicIndex)
	}
	size := s.info.C * s.info.H * s.info.W
	if len(dst) != size {
		panic(panicDst)
	}
	for p, b := range from.images[i*size:][:size] {
		dst[p] = s.shares[b]
	}
	return int(from.labels[i])
}
