package data

import "strings"

// EMNIST (Cohen, Afshar, Tapson, van Schaik 2017, "EMNIST: an extension of MNIST to handwritten
// letters") has the files of MNIST, but two things are different. Rows and columns of its images
// are exchanged, in IDX as in CSV. And the labels of its letters begin at 1. A dataset is taken for
// EMNIST where the name of a file says so, or where its pictures look so (see looksTurned).

// emnistNames returns what the classes of EMNIST are called: digits, capitals, and small letters
// where they have another form. It returns nil for a number of classes that no part of EMNIST has.
func emnistNames(classes int) []string {
	const digits, capitals = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	switch classes {
	case 10:
		return strings.Split(digits, "")
	case 26: // letters
		return strings.Split(capitals, "")
	case 47: // balanced, bymerge
		return strings.Split(digits+capitals+"abdefghnqrt", "")
	case 62: // byclass
		return strings.Split(digits+capitals+"abcdefghijklmnopqrstuvwxyz", "")
	}
	return nil
}

// settleEMNIST turns the pictures and names the classes where the source is EMNIST. files are the
// names of its files.
func (s *stored) settleEMNIST(files []string) {
	named := false
	for _, name := range files {
		named = named || strings.Contains(strings.ToLower(name), "emnist")
	}
	switch {
	case !named && !s.looksTurned():
		return
	case s.layout.h == s.layout.w && s.layout.c == 1:
		// Files that somebody has turned already look wrong afterwards.
		if s.turn(); s.info.Look.Wide {
			s.turn()
		}
	}
	if names := emnistNames(s.info.Classes); names != nil {
		s.info.ClassNames = names
	}
}

// looksTurned reports whether the pictures are of MNIST's size, wide for the most part, and most
// wide of all in a class that is a thin upright line when it is written: the digit 1 or the letter
// I.
func (s *stored) looksTurned() bool {
	if !s.info.Look.Wide || s.layout != planes(1, 28, 28) || emnistNames(s.info.Classes) == nil {
		return false
	}
	const enough, most = 5, 50
	line := 1
	if s.info.Classes == 26 {
		line = 'I' - 'A'
	}
	picture := make([]float32, s.layout.size())
	seen, flat := 0, 0
	for i := 0; i < s.info.Train && seen < most; i++ {
		if s.classOf(false, i) != line {
			continue
		}
		s.TrainSample(i, picture)
		m := measure(picture, 1, s.layout.h, s.layout.w)
		seen, flat = seen+1, flat+one(2*m.w > 3*m.h)
	}
	return seen >= enough && 5*flat > 4*seen
}
