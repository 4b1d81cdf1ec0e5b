package data

import "strings"

// Folders is pictures in folders, one folder for each class, as paths tell it. It decodes nothing:
// the browser does, and a Collection takes the pictures.
type Folders struct {
	Classes  []string // names of the folders; in their order as numbers if all are, else by name
	Pictures []Picture
	Strays   []string // paths of files that are no pictures
}

// Picture is one picture of Folders.
type Picture struct {
	Path  string
	Class int // an index of Classes
	Part  Part
}

// Part says which part of a dataset a sample is in.
type Part uint8

// The parts of a dataset.
const (
	AnyPart   Part = iota // the split decides
	TrainPart             // it is for training
	TestPart              // it is for testing
)

// ReadFolders finds the classes among paths such as "animals/train/cat/1.png": the folder that a
// picture lies in is its class. Folders above, as "animals", do not matter, except that those with
// a usual name say what a picture is for: "train" and "training"; "test", "testing", "val", "valid"
// and "validation". Paths that end in a slash are folders. Files that systems add, as .DS_Store,
// are no strays.
//
// Every fault is an *Error: no picture, pictures in no folder, a single class, too many classes,
// and a folder without pictures beside those of classes.
func ReadFolders(paths []string) (Folders, error) {
	var f Folders
	classes := map[string]int{}   // by name; the index is set when all are known
	above := map[string]bool{}    // folders with pictures in them or below them
	siblings := map[string]bool{} // folders that hold those of classes
	others := map[string]bool{}   // folders with no picture so far
	first := ""
	for _, path := range paths {
		path = strings.TrimPrefix(strings.ReplaceAll(path, `\`, "/"), "/")
		folder, name := cutLast(path)
		class := classIn(folder)
		switch {
		case isHidden(path):
			continue
		case !isPictureName(name):
			if name != "" {
				f.Strays = append(f.Strays, path)
			}
			others[folder] = true
			continue
		case first == "":
			first = path
		}
		if class == "" {
			f.Strays = append(f.Strays, path)
			continue
		}
		classes[class] = 0
		f.Pictures = append(f.Pictures, Picture{Path: path, Part: partOfPath(folder)})
		parent, _ := cutLast(folder)
		siblings[parent] = true
		for up := folder; !above[up]; up, _ = cutLast(up) {
			above[up] = true
		}
	}
	switch {
	case len(paths) == 0:
		return Folders{}, fault(CodeNoFiles)
	case first == "":
		return Folders{}, fault(CodeNoPictures, paths[0])
	case len(classes) == 0:
		return Folders{}, fault(CodeNoFolders, first)
	case len(classes) > maxLabel+1:
		return Folders{}, fault(CodeTooManyClasses, len(classes), maxLabel+1)
	}
	for class := range classes {
		f.Classes = append(f.Classes, class)
	}
	sortNames(f.Classes)
	if len(f.Classes) == 1 {
		return Folders{}, fault(CodeOneClass, f.Classes[0])
	}
	for _, path := range paths { // in their order, so that the fault is the same each time
		folder, _ := cutLast(path)
		if parent, name := cutLast(folder); others[folder] && !above[folder] && siblings[parent] && folder != "" {
			if _, isClass := classes[name]; !isClass {
				return Folders{}, fault(CodeEmptyClass, name)
			}
		}
	}
	for i, class := range f.Classes {
		classes[class] = i
	}
	for i := range f.Pictures {
		folder, _ := cutLast(f.Pictures[i].Path)
		f.Pictures[i].Class = classes[classIn(folder)]
	}
	return f, nil
}

// classIn returns the class of the pictures in a folder, which may be an archive, or "" for none.
func classIn(folder string) string {
	_, class := cutLast(folder)
	if partOf(class) != AnyPart {
		return ""
	}
	return strings.TrimSuffix(class, ".zip")
}

// partOfPath returns what the pictures in a folder are for.
func partOfPath(folder string) (part Part) {
	for name := range strings.SplitSeq(folder, "/") {
		if is := partOf(name); is != AnyPart {
			part = is
		}
	}
	return part
}

// cutLast cuts a path before its last name.
func cutLast(path string) (folder, name string) {
	at := strings.LastIndexByte(path, '/')
	return path[:max(at, 0)], path[at+1:]
}

// partOf returns what the pictures below a folder are for.
func partOf(folder string) Part {
	switch strings.ToLower(folder) {
	case "train", "training":
		return TrainPart
	case "test", "testing", "val", "valid", "validation":
		return TestPart
	}
	return AnyPart
}

// sortNames sorts names, as numbers if all are numbers. There are as many as classes, and
// slices.Sort would make the worker 17 kB larger.
func sortNames(names []string) {
	numbers := true
	for _, name := range names {
		for _, c := range []byte(name) {
			numbers = numbers && c >= '0' && c <= '9'
		}
	}
	less := func(a, b string) bool {
		if a0, b0 := strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0"); numbers && a0 != b0 {
			return len(a0) < len(b0) || len(a0) == len(b0) && a0 < b0
		}
		return a < b
	}
	for i := range names {
		for j := i; j > 0 && less(names[j], names[j-1]); j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
}
