package data

import "strconv"

// idxSource serves one or two pairs of IDX files. It has no scratch memory.
type idxSource struct {
	info        Info
	train, test split
	shares      [256]float32 // of 255, what a byte becomes: looked up sooner than divided
}

// split is a run of samples: images [n, h, w] as bytes, and n labels.
type split struct{ images, labels []byte }

// newIDXSource makes a source of train and test; when test is empty, of the last sixth of train.
func newIDXSource(train, test pair) Source {
	a := split{train.images.body, train.labels.body}
	b := split{test.images.body, test.labels.body}
	size := train.images.h * train.images.w
	if len(b.labels) == 0 {
		cut := len(a.labels) - max(1, len(a.labels)/6)
		b = split{a.images[cut*size:], a.labels[cut:]}
		a = split{a.images[:cut*size], a.labels[:cut]}
	}
	classes := 0
	for _, labels := range [][]byte{a.labels, b.labels} {
		for _, label := range labels {
			classes = max(classes, int(label)+1)
		}
	}
	names := make([]string, classes)
	for i := range names {
		names[i] = strconv.Itoa(i)
	}
	s := &idxSource{train: a, test: b, info: Info{Name: "idx", C: 1, H: train.images.h, W: train.images.w,
		Classes: classes, ClassNames: names, Train: len(a.labels), Test: len(b.labels)}}
	for b := range s.shares {
		s.shares[b] = float32(b) / 255
	}
	return s
}

func (s *idxSource) Info() Info { return s.info }

func (s *idxSource) TrainSample(i int, dst []float32) int {
	return s.sample(&s.train, i, dst)
}

func (s *idxSource) TestSample(i int, dst []float32) int {
	return s.sample(&s.test, i, dst)
}

func (s *idxSource) sample(from *split, i int, dst []float32) int {
	if i < 0 || i >= len(from.labels) {
		panic(panicIndex)
	}
	size := s.info.H * s.info.W
	if len(dst) != size {
		panic(panicDst)
	}
	for p, b := range from.images[i*size:][:size] {
		dst[p] = s.shares[b]
	}
	return int(from.labels[i])
}
