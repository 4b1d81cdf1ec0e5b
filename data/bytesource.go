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
	var occurs [256]bool
	for _, labels := range [][]byte{train.labels, test.labels} {
		for _, label := range labels {
			occurs[label] = true
		}
	}
	classes := 0
	for label, does := range occurs {
		if does {
			info.Labels, classes = append(info.Labels, label), label+1
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
	s.info.Look = LookOf(s)
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

// leavingOut returns src, which says in its Info that it was read without these files.
func leavingOut(src Source, strays []Head) Source {
	if len(strays) == 0 {
		return src
	}
	s := withInfo{src, src.Info()}
	for _, h := range strays {
		s.info.LeftOut = append(s.info.LeftOut, h.Name)
	}
	return s
}

// withInfo is a Source with another Info.
type withInfo struct {
	Source
	info Info
}

func (s withInfo) Info() Info { return s.info }
