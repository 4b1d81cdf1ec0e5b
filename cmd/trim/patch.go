package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed patches/*.patch
var patches embed.FS

// A hunk is one change of a patch.
type hunk struct {
	file     string // its path below the folder of the copy
	old, new string // whole lines
}

// applyPatches applies all patches, in the order of their names, to the copy of go-app in a folder.
func applyPatches(dir string) error {
	entries, err := patches.ReadDir("patches") // sorted by name
	if err != nil {
		return err
	}
	for _, entry := range entries {
		content, err := patches.ReadFile("patches/" + entry.Name())
		if err != nil {
			return err
		}
		hunks, err := parsePatch(string(content))
		for i := 0; err == nil && i < len(hunks); i++ {
			err = hunks[i].apply(dir)
		}
		if err != nil {
			return fmt.Errorf("cmd/trim/patches/%s: %w", entry.Name(), err)
		}
	}
	return nil
}

// parsePatch reads the hunks of a unified diff. It ignores the text before the first file, and the
// line numbers.
func parsePatch(patch string) ([]hunk, error) {
	var hunks []hunk
	file := ""
	lines := strings.SplitAfter(patch, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if strings.HasPrefix(line, "--- a/") && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "+++ b/") {
			file = strings.TrimSpace(strings.TrimPrefix(line, "--- a/"))
			i++
			continue
		}
		if file == "" || line == "" {
			continue // the text before the first file, or the end
		}
		if strings.HasPrefix(line, "@@") {
			hunks = append(hunks, hunk{file: file})
			continue
		}
		if len(hunks) == 0 || hunks[len(hunks)-1].file != file {
			return nil, fmt.Errorf("line %d stands before the first @@ of %s", i+1, file)
		}
		h := &hunks[len(hunks)-1]
		switch line[0] {
		case ' ':
			h.old, h.new = h.old+line[1:], h.new+line[1:]
		case '-':
			h.old += line[1:]
		case '+':
			h.new += line[1:]
		default:
			return nil, fmt.Errorf("line %d begins with none of +, - and a space", i+1)
		}
	}
	if len(hunks) == 0 {
		return nil, fmt.Errorf("no change in it")
	}
	return hunks, nil
}

// apply makes the change. It returns an error unless the old lines are in the file exactly once.
func (h hunk) apply(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(h.file))
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	text := string(content)
	places := occurrences(text, h.old)
	if len(places) != 1 {
		return fmt.Errorf("go-app's %s has these lines %d times and not once:\n%s%s", h.file, len(places), h.old, howToUpdate)
	}
	at := places[0]
	return os.WriteFile(name, []byte(text[:at]+h.new+text[at+len(h.old):]), 0o644)
}

// occurrences returns the offsets of lines in a text. A match must begin at the start of a line.
func occurrences(text, lines string) []int {
	var places []int
	for at := 0; at < len(text); {
		if strings.HasPrefix(text[at:], lines) {
			places = append(places, at)
		}
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return places
}
