package stridelab_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fileName is a name in a comment that is one of a file kept in the repository. What is built
// (wasm), trained (safetensors) or written by a person's command has no fixed place.
var fileName = regexp.MustCompile(`[\w*./-]*[\w*]\.(go|js|css|html|md|mod|sh|patch|svg)\b`)

// Whoever reads a package's document looks for the files that it names.
func TestFilesNamedInADocExist(t *testing.T) {
	everywhere := map[string]bool{} // by their name alone
	for _, file := range sources(t, ".js", ".css", ".html", ".md", ".mod", ".sh", ".patch", ".svg") {
		everywhere[filepath.Base(file)] = true
	}
	named := 0
	for _, file := range sources(t, ".go") {
		if filepath.Base(file) != "doc.go" {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, comment := range syntax.Comments {
			for _, name := range fileName.FindAllString(comment.Text(), -1) {
				if strings.HasPrefix(name, ".cache/") {
					continue // what the build makes
				}
				named++
				if !exists(filepath.Dir(file), name, everywhere) {
					t.Errorf("%s names %s, which is not there", file, name)
				}
			}
		}
	}
	if named < 20 {
		t.Errorf("%d files named in all: the test does not see them", named)
	}
}

// exists says whether a file is named as a document in a folder would: from there, from the top of
// the repository or, unless it is in Go, by its name alone.
func exists(folder, name string, everywhere map[string]bool) bool {
	for _, from := range []string{folder, "."} {
		if found, err := filepath.Glob(filepath.Join(from, name)); err == nil && len(found) > 0 {
			return true
		}
	}
	return filepath.Ext(name) != ".go" && everywhere[name]
}

// The files that CONTRIBUTING.md and docs/architecture.md send a reader to exist as well. Names in
// capitals stand for a name of the reader's own.
func TestFilesNamedInADocumentExist(t *testing.T) {
	own := regexp.MustCompile(`[A-Z]{3,}`)
	for _, document := range []string{"CONTRIBUTING.md", "docs/architecture.md"} {
		content, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range regexp.MustCompile("`[^`\n]+`").FindAllString(string(content), -1) {
			name := strings.Trim(code, "`")
			if !fileName.MatchString(name) || strings.ContainsAny(name, " {<") || own.MatchString(name) || !strings.Contains(name, "/") {
				continue
			}
			if found, err := filepath.Glob(name); err != nil || len(found) == 0 {
				t.Errorf("%s names %s, which is not there", document, name)
			}
		}
	}
}
