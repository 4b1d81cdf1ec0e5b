package data

import "strconv"

// array is a file, or an entry of an archive, that holds the numbers of many samples: pictures, or
// one label each.
type array struct {
	name    string
	header  int    // bytes before the first number
	n       int    // samples
	record  int    // numbers of one sample; of labels the first one counts
	layout  layout // of a picture; zero for labels
	numbers        // its bytes are nil where only the header has been read
	labels  []byte // what readLabels has read
}

func (a *array) isImages() bool { return a.layout.h > 0 }

// size is how many bytes the file has according to its header.
func (a *array) size() int64 {
	return int64(a.header) + int64(a.n)*int64(a.record)*int64(a.kind.size())
}

// fits compares the length of a file, -1 where it is not known, with its header. The file may be
// room bytes long.
func (a *array) fits(length, room int64) error {
	switch promised := a.size(); {
	case a.n == 0:
		return fault(CodeNoSamples, a.name)
	case promised > room:
		return TooLarge(a.name)
	case length < 0:
	case length < promised:
		return fault(CodeTruncated, a.name, int(promised))
	case length > promised:
		return fault(CodeTrailing, a.name, int(promised))
	}
	return nil
}

// readLabels reads the labels as bytes; labels that are bytes are not copied. It calls progress
// with the number of bytes read.
func (a *array) readLabels(progress func(done int)) error {
	size := a.record * a.kind.size()
	if a.labels = a.bytes; size > 1 {
		a.labels = make([]byte, a.n)
	}
	piece := max(1, progressBytes/size)
	for from := 0; from < a.n; from += piece {
		progress(from * size)
		for i := from; i < min(from+piece, a.n); i++ {
			label := a.at(i * a.record)
			if !(label >= 0 && label <= maxLabel && label == float64(int(label))) {
				return fault(CodeTooManyLabels, a.name, strconv.FormatFloat(label, 'g', -1, 64), maxLabel)
			}
			if size > 1 {
				a.labels[i] = byte(label)
			}
		}
	}
	return nil
}

// arraysOf reads the headers of files that may have MaxBytes together.
func arraysOf(heads []Head, header func(Head) (array, error)) ([]array, error) {
	arrays := make([]array, len(heads))
	room := int64(MaxBytes)
	for i, h := range heads {
		a, err := header(h)
		if err == nil {
			err = a.fits(h.Size, room)
		}
		if err != nil {
			return nil, err
		}
		arrays[i] = a
		room -= a.size()
	}
	return arrays, nil
}

// checkArrays checks the headers of files, and that the files are whole pairs.
func checkArrays(heads []Head, header func(Head) (array, error)) error {
	arrays, err := arraysOf(heads, header)
	if err != nil {
		return err
	}
	_, _, err = pairUp(arrays)
	return err
}

// readArrays reads one or two pairs of files as the dataset name.
func readArrays(name string, files []File, header func(Head) (array, error), progress func(done int64)) (Source, error) {
	arrays, err := arraysOf(headsOf(files), header)
	if err != nil {
		return nil, err
	}
	all := noExtent()
	var done int64
	for i := range arrays {
		a := &arrays[i]
		a.bytes = files[i].Data[a.header:]
		told := func(read int) { progress(done + int64(read)) }
		if a.isImages() {
			e, ok := a.extent(told)
			if !ok {
				return nil, fault(CodeNoNumbers, a.name)
			}
			all = all.with(e)
		} else if err := a.readLabels(told); err != nil {
			return nil, err
		}
		done += int64(len(files[i].Data))
		progress(done)
	}
	train, test, err := pairUp(arrays)
	if err != nil {
		return nil, err
	}
	s := newStored(Info{Name: name}, train.images.layout, train.part(), test.part(), all, nil)
	s.settleEMNIST(namesOf(files))
	return s, nil
}
