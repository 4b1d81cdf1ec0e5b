package train

import "stridelab/data"

// DatasetKind says what a run is trained on.
type DatasetKind uint8

// The kinds of dataset.
const (
	DigitsColour DatasetKind = iota // built-in digits, 32×32×3, made from the seed of the run
	DigitsGrey                      // built-in digits, 32×32×1
	Files                           // the files of the last LoadFiles
	datasetKinds
)

var datasetNames = [...]string{"digits-colour", "digits-grey", "files"}

// String returns the name that pages and addresses use.
func (k DatasetKind) String() string {
	if int(k) < len(datasetNames) {
		return datasetNames[k]
	}
	return "unknown"
}

// ParseDatasetKind is the inverse of String.
func ParseDatasetKind(s string) (DatasetKind, bool) {
	for i, name := range datasetNames {
		if s == name {
			return DatasetKind(i), true
		}
	}
	return 0, false
}

// Dataset describes the samples of a run, or of files that the next run can use. It
// describes them as loaded, before they are adapted to the input of the network.
type Dataset struct {
	ID   int // of the LoadFiles that it answers; 0 after a Configure
	Kind DatasetKind
	Info data.Info
}

// Append implements Message.
func (m Dataset) Append(dst []byte) []byte {
	dst = appendHead(dst, kindDataset)
	dst = appendInt(dst, m.ID)
	dst = appendByte(dst, byte(m.Kind))
	dst = appendString(dst, m.Info.Name)
	dst = appendInt(dst, m.Info.C)
	dst = appendInt(dst, m.Info.H)
	dst = appendInt(dst, m.Info.W)
	dst = appendInt(dst, m.Info.Classes)
	dst = appendStrings(dst, m.Info.ClassNames)
	dst = appendInt(dst, m.Info.Train)
	dst = appendInt(dst, m.Info.Test)
	dst = appendBool(dst, m.Info.Endless)
	dst = appendInts(dst, m.Info.Labels)
	dst = appendStrings(dst, m.Info.LeftOut)
	dst = appendLook(dst, m.Info.Look)
	dst = appendBool(dst, m.Info.Turned)
	dst = appendInt(dst, m.Info.FirstLabel)
	dst = appendFloat64(dst, m.Info.Black)
	return appendFloat64(dst, m.Info.White)
}

// appendLook writes a Look: its numbers, then its two marks.
func appendLook(dst []byte, l data.Look) []byte {
	dst = appendInt(dst, l.Pictures)
	for _, r := range [...]data.Range{l.Edge, l.Area, l.Border} {
		dst = appendInt(dst, r.Lo)
		dst = appendInt(dst, r.Mid)
		dst = appendInt(dst, r.Hi)
	}
	dst = appendBool(dst, l.Light)
	return appendBool(dst, l.Wide)
}

func readLook(r *reader) data.Look {
	readRange := func() data.Range { return data.Range{Lo: r.int(), Mid: r.int(), Hi: r.int()} }
	return data.Look{
		Pictures: r.int(), Edge: readRange(), Area: readRange(), Border: readRange(),
		Light: r.bool(), Wide: r.bool(),
	}
}

func (Dataset) kind() kind { return kindDataset }

func readDataset(r *reader) Message {
	return Dataset{
		ID: r.int(), Kind: DatasetKind(r.enum(int(datasetKinds))),
		Info: data.Info{
			Name: r.string(), C: r.int(), H: r.int(), W: r.int(),
			Classes: r.int(), ClassNames: r.strings(),
			Train: r.int(), Test: r.int(), Endless: r.bool(),
			Labels: r.ints(), LeftOut: r.strings(), Look: readLook(r),
			Turned: r.bool(), FirstLabel: r.int(), Black: r.float64(), White: r.float64(),
		},
	}
}
