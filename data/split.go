package data

// Split says how samples are divided into those for training and those for testing.
type Split struct {
	// Test is the share for testing, between 0 and 1. It is that of each class, so that both parts
	// have the classes in the same shares. A class of two samples or more has one in each part.
	Test float64
	Seed uint64 // decides which samples are for testing
}

// Resplit divides all samples of src, for training and for testing, anew. The same split of the
// same samples is the same each time. An Endless source makes its test samples itself and is
// returned as it is. Fewer than two samples are an *Error.
func Resplit(src Source, split Split) (Source, error) {
	info := src.Info()
	if info.Endless {
		return src, nil
	}
	return divide(src, classesOf(src), make([]Part, info.Train+info.Test), split)
}

// divide divides the samples of src, whose classes are given, training samples first. Samples with
// a part stay there.
func divide(src Source, classes []uint8, parts []Part, split Split) (Source, error) {
	if len(classes) < 2 {
		return nil, fault(CodeFewSamples, len(classes))
	}
	byClass := map[uint8][]int{}
	for i, class := range classes {
		if parts[i] == AnyPart {
			byClass[class] = append(byClass[class], i)
		}
	}
	isTest := make([]bool, len(classes))
	n := 0 // for testing
	for i, part := range parts {
		if isTest[i] = part == TestPart; isTest[i] {
			n++
		}
	}
	share := min(max(split.Test, 0), 1)
	for class, samples := range byClass {
		take := int(share*float64(len(samples)) + 0.5)
		take = min(max(take, 1), len(samples)-1)
		r := rng{mix64(mix64(split.Seed+golden) + uint64(class))}
		for i := range take {
			j := i + int(r.next()%uint64(len(samples)-i))
			samples[i], samples[j] = samples[j], samples[i]
			isTest[samples[i]] = true
		}
		n += take
	}
	// Each part has a sample, whatever classes and parts say.
	last := len(classes) - 1
	switch n {
	case 0:
		isTest[last] = true
	case len(classes):
		isTest[0] = false
	}
	d := &divided{src: src, info: src.Info()}
	for i, test := range isTest {
		if test {
			d.test = append(d.test, i)
		} else {
			d.train = append(d.train, i)
		}
	}
	d.before, d.info.Train, d.info.Test = d.info.Train, len(d.train), len(d.test)
	return d, nil
}

// divided is a Source of the samples of another one, divided in another way. An index below before
// is that of a training sample of src; the test samples follow.
type divided struct {
	src         Source
	info        Info
	before      int
	train, test []int
}

func (d *divided) Info() Info { return d.info }

func (d *divided) TrainSample(i int, dst []float32) int { return d.sample(d.train, i, dst) }

func (d *divided) TestSample(i int, dst []float32) int { return d.sample(d.test, i, dst) }

func (d *divided) sample(from []int, i int, dst []float32) int {
	if i < 0 || i >= len(from) {
		panic(panicIndex)
	}
	if at := from[i]; at >= d.before {
		return d.src.TestSample(at-d.before, dst)
	}
	return d.src.TrainSample(from[i], dst)
}

// classesOf returns the class of each training sample of a source that is not Endless, then of each
// test sample. Where no list of labels is at hand, it makes every sample.
func classesOf(src Source) []uint8 {
	info := src.Info()
	classes := make([]uint8, 0, info.Train+info.Test)
	switch s := src.(type) {
	case withInfo:
		return classesOf(s.Source)
	case *adapted:
		return classesOf(s.src)
	case *divided:
		all := classesOf(s.src)
		for _, part := range [][]int{s.train, s.test} {
			for _, at := range part {
				classes = append(classes, all[at])
			}
		}
		return classes
	case *stored:
		for _, part := range []*part{&s.train, &s.test} {
			for _, label := range part.labels {
				classes = append(classes, label-byte(s.first))
			}
		}
		return classes
	}
	picture := make([]float32, info.C*info.H*info.W)
	for i := range info.Train {
		classes = append(classes, uint8(src.TrainSample(i, picture)))
	}
	for i := range info.Test {
		classes = append(classes, uint8(src.TestSample(i, picture)))
	}
	return classes
}
