package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// shownFolders is a listing in a few words: classes, pictures with class and part, strays.
func shownFolders(f Folders) string {
	out := strings.Join(f.Classes, ",") + ";"
	for _, p := range f.Pictures {
		out += fmt.Sprintf(" %d%s", p.Class, [...]string{"", "r", "t"}[p.Part])
	}
	return out + "; " + strings.Join(f.Strays, ",")
}

func TestFoldersAreClasses(t *testing.T) {
	for name, c := range map[string]struct{ paths, want string }{
		"two":             {"cat/1.png dog/1.jpg cat/2.GIF dog/x.webp", "cat,dog; 0 1 0 1; "},
		"in a folder":     {"animals/ animals/dog/1.png animals/cat/1.jpeg", "cat,dog; 1 0; "},
		"numbers":         {"10/a.png 9/a.png 2/a.png 0/a.png", "0,2,9,10; 3 2 1 0; "},
		"numbers, zeros":  {"010/a.png 09/a.png", "09,010; 1 0; "},
		"words":           {"b10/a.png b9/a.png", "b10,b9; 0 1; "},
		"parts":           {"a/train/cat/1.png a/test/cat/2.png a/train/dog/1.png a/Validation/dog/2.png", "cat,dog; 0r 0t 1r 1t; "},
		"parts of a few":  {"train/cat/1.png cat/2.png dog/2.png", "cat,dog; 0r 0 1; "},
		"parts inside":    {"cat/train/1.png dog/1.png mouse/1.png", "dog,mouse; 0 1; cat/train/1.png"},
		"strays":          {"README.md cat/1.png cat/notes.txt dog/1.png loose.png", "cat,dog; 0 1; README.md,cat/notes.txt,loose.png"},
		"hidden":          {".DS_Store cat/._1.png cat/1.png __MACOSX/cat/1.png dog/1.png dog/.DS_Store", "cat,dog; 0 1; "},
		"zip of a class":  {"cat.zip/1.png dog.zip/1.png", "cat,dog; 0 1; "},
		"backslashes":     {`pets\cat\1.png pets\dog\1.png`, "cat,dog; 0 1; "},
		"leading slash":   {"/cat/1.png /dog/1.png", "cat,dog; 0 1; "},
		"Korean":          {"고양이/1.png 개/1.png", "개,고양이; 1 0; "},
		"notes elsewhere": {"cat/1.png dog/1.png docs/a/b.txt", "cat,dog; 0 1; docs/a/b.txt"},
	} {
		f, err := ReadFolders(strings.Fields(c.paths))
		if got := shownFolders(f); err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, c.want)
		}
	}
}

func TestFoldersThatAreNoClassesAreRefused(t *testing.T) {
	many := ""
	for i := range maxLabel + 2 {
		many += fmt.Sprintf("%d/a.png ", i)
	}
	for name, c := range map[string]struct {
		paths string
		want  Code
		arg   any
	}{
		"nothing":         {"", CodeNoFiles, nil},
		"no pictures":     {"a/notes.txt a/film.mp4", CodeNoPictures, "a/notes.txt"},
		"no folders":      {"1.png 2.png", CodeNoFolders, "1.png"},
		"parts alone":     {"train/1.png test/2.png", CodeNoFolders, "train/1.png"},
		"one class":       {"pets/cat/1.png pets/cat/2.png", CodeOneClass, "cat"},
		"one in parts":    {"train/cat/1.png test/cat/2.png", CodeOneClass, "cat"},
		"an empty class":  {"cat/1.png dog/1.png bird/", CodeEmptyClass, "bird"},
		"of other files":  {"pets/cat/1.png pets/dog/1.png pets/bird/1.heic", CodeEmptyClass, "bird"},
		"of hidden files": {"cat/1.png dog/1.png bird/ bird/.DS_Store", CodeEmptyClass, "bird"},
		"too many":        {many, CodeTooManyClasses, 101},
	} {
		_, err := ReadFolders(strings.Fields(c.paths))
		var got *Error
		if !errors.As(err, &got) || got.Code != c.want || c.arg != nil && got.Args[0] != c.arg {
			t.Errorf("%s: got %v, want %s of %v", name, err, c.want, c.arg)
		}
	}
}

// As many files as an archive may hold are listed at once.
func TestManyFoldersAreListedFast(t *testing.T) {
	var paths []string
	for i := range maxEntries {
		paths = append(paths, fmt.Sprintf("set/%d/%d.png", i%50, i), fmt.Sprintf("set/%d/%d.txt", i%50, i))
	}
	f, err := ReadFolders(paths)
	if err != nil || len(f.Pictures) != maxEntries || len(f.Strays) != maxEntries {
		t.Errorf("%d pictures, %d strays, %v", len(f.Pictures), len(f.Strays), err)
	}
}

// Pictures of an archive become a dataset. The browser decodes them; here all are white.
func ExampleReadFolders() {
	packed := zipOf(true, file("cat/1.png", nil), file("cat/2.png", nil), file("dog/1.png", nil), file("dog/2.png", nil), file("README", nil))
	archive, _ := OpenArchive(File{Name: "pets.zip", Data: packed})
	folders, _ := ReadFolders(archive.Paths())
	c := NewCollection("folders", 3, 32, 32, folders.Classes)
	for _, p := range folders.Pictures {
		white := slices.Repeat([]byte{255}, 4*640*480) // decoded
		c.AddRGBA(white, 640, 480, p.Class, p.Part)
	}
	src, _ := c.Source(Split{Test: 0.5, Seed: 1})
	info := src.Info()
	fmt.Println(info.ClassNames, info.Train, info.Test, folders.Strays)
	// Output: [cat dog] 2 2 [pets.zip/README]
}

func FuzzReadFolders(f *testing.F) {
	f.Add("cat/1.png\ndog/1.png")
	f.Add("a/train/cat/1.png\na/test/dog/\n.DS_Store\n\\x.gif")
	f.Fuzz(func(t *testing.T, paths string) {
		list, err := ReadFolders(strings.Split(paths, "\n"))
		if _, ok := err.(*Error); err != nil && !ok {
			t.Fatal(err)
		}
		if err == nil && (len(list.Classes) < 2 || len(list.Pictures) < len(list.Classes)) {
			t.Fatalf("%+v", list)
		}
		seen := map[int]bool{}
		for _, p := range list.Pictures {
			seen[p.Class] = true
		}
		if len(seen) != len(list.Classes) || !slices.Equal(list.Classes, slices.Compact(slices.Clone(list.Classes))) {
			t.Fatalf("a class without pictures in %+v", list)
		}
	})
}
