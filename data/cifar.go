package data

import "strings"

// CIFAR-10's binary version has files of 10,000 records, data_batch_1.bin to data_batch_5.bin for
// training and test_batch.bin for testing. A record is a label and an image of 32×32 pixels: its
// red, then its green, then its blue, row after row. Files are in the order of their names; without
// test_batch.bin the last sixth is for testing.
//
// CIFAR-100's files, train.bin and test.bin, have two labels in each record: one of 20 groups, then
// one of 100 classes.
//
// Described at https://www.cs.toronto.edu/~kriz/cifar.html.
const (
	cifarEdge   = 32
	cifarImage  = 3 * cifarEdge * cifarEdge
	cifarRecord = 1 + cifarImage // bytes
)

// cifarNames are the classes of CIFAR-10.
func cifarNames() []string {
	return []string{"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"}
}

// recognisesCIFAR reports whether a file is of CIFAR-10 or CIFAR-100, by its name and its first
// labels. Other files named so are told from it by their first label.
func recognisesCIFAR(h Head) bool {
	name := strings.ToLower(h.Name)
	switch {
	case !strings.HasSuffix(name, ".bin") || len(h.Bytes) < 2:
		return false
	case isCIFAR100(h):
		return true
	case h.Bytes[0] >= 10:
		return false
	}
	return strings.Contains(name, "data_batch") || strings.Contains(name, "test_batch") || h.Size > 0 && h.Size%cifarRecord == 0
}

// isCIFAR100 reports whether a file is of CIFAR-100: by its size, or where that is not known, by
// the name that it has.
func isCIFAR100(h Head) bool {
	b, name := h.Bytes, strings.ToLower(h.Name[strings.LastIndexByte(h.Name, '/')+1:])
	if len(b) < 2 || b[0] >= 20 || b[1] >= 100 {
		return false
	}
	if h.Size > 0 {
		return h.Size%(cifarRecord+1) == 0 && h.Size%cifarRecord != 0
	}
	return name == "train.bin" || name == "test.bin"
}

// checkCIFAR checks that files are whole records.
func checkCIFAR(heads []Head) error {
	records := int64(0)
	for _, h := range heads {
		switch {
		case isCIFAR100(h):
			return fault(CodeCIFAR100, h.Name)
		case h.Size < 0:
			records += 2 // unpacked there may be enough
		case h.Size%cifarRecord != 0:
			return fault(CodeCIFARSize, h.Name, cifarRecord)
		}
		records += max(0, h.Size/cifarRecord)
	}
	if records < 2 {
		return fault(CodeTooFew, heads[0].Name)
	}
	return nil
}

func readCIFAR(files []File, progress func(done int64)) (Source, error) {
	if err := checkCIFAR(headsOf(files)); err != nil {
		return nil, err
	}
	// Insertion by name. A test batch comes last if there is another.
	sorted := make([]File, 0, len(files))
	for _, f := range files {
		at := len(sorted)
		sorted = append(sorted, f)
		for ; at > 0 && sorted[at-1].Name > f.Name; at-- {
			sorted[at] = sorted[at-1]
		}
		sorted[at] = f
	}
	var train, test part
	var done int64
	for i, f := range sorted {
		for _, before := range sorted[:i] {
			if string(before.Data) == string(f.Data) {
				return nil, fault(CodeDuplicate, before.Name, f.Name)
			}
		}
		to := &train
		if strings.Contains(strings.ToLower(f.Name), "test") {
			to = &test
		}
		n := len(f.Data) / cifarRecord
		to.blocks = append(to.blocks, block{numbers{kind: uint8s, bytes: f.Data[1:]}, n, cifarRecord})
		for i := range n {
			label := f.Data[i*cifarRecord]
			if int(label) >= len(cifarNames()) {
				return nil, fault(CodeTooManyLabels, f.Name, int(label), len(cifarNames())-1)
			}
			to.labels = append(to.labels, label)
			if i%(progressBytes/cifarRecord) == 0 {
				progress(done + int64(i)*cifarRecord)
			}
		}
		done += int64(len(f.Data))
		progress(done)
	}
	if len(train.labels) == 0 {
		train, test = test, train
	}
	return newStored(Info{Name: "cifar10"}, planes(3, cifarEdge, cifarEdge), train, test, extent{0, 255}, cifarNames()), nil
}
