// Package stridelab_test holds the tests of the repository as a whole: which package may know which
// (DESIGN 1), and the habits that a machine can check.
package stridelab_test

import (
	"bytes"
	"encoding/json"
	"go/parser"
	"go/scanner"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const module = "stridelab/"

// The forms in which the repository is built: natively, natively with vectors, for the page, for
// the trainer. An arrow may
// be there in one of them only.
var builds = []struct {
	name string
	env  []string
}{
	{"native", nil},
	{"native with vectors", []string{"GOEXPERIMENT=simd"}},
	{"page", []string{"GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nojsonv2"}},
	{"trainer", []string{"GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd,nojsonv2"}},
}

// A listed package is what go list says of one.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// list returns the packages the patterns name, with all they depend on.
func list(t *testing.T, env []string, patterns ...string) map[string]listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-deps", "-json=ImportPath,Standard,Imports,Deps"}, patterns...)...)
	cmd.Env = append(os.Environ(), env...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", patterns, err, &complaint)
	}
	packages := map[string]listed{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

// arrows says what a folder's packages may import besides the standard library and each other:
// DESIGN 1's table. A name that ends in a slash stands for all that begins with it.
var arrows = []struct {
	folder string
	may    []string
}{
	{"internal/sentence", nil},
	{"nn/internal/kernel", []string{"gonum.org/v1/gonum/blas"}}, // the interface it implements
	{"nn/weightfile", []string{"stridelab/nn", "stridelab/internal/sentence"}},
	{"nn", []string{"gonum.org/", "stridelab/internal/sentence"}},
	{"data", []string{"golang.org/x/image/", "stridelab/internal/sentence"}},
	{"train/cluster", []string{"stridelab/train", "stridelab/data", "stridelab/nn", "stridelab/internal/sentence"}},
	// Gradients are added with Axpy.
	{"train", []string{"stridelab/nn", "stridelab/data", "stridelab/internal/sentence", "gonum.org/v1/gonum/blas/blas32"}},
	{"viz", []string{"stridelab/nn", "golang.org/x/image/"}},
	{"app/lang", []string{"github.com/maxence-charriere/go-app/"}},
	{"app/promise", nil},
	{"app/weights", []string{"stridelab/app/lang", "stridelab/app/promise", "stridelab/nn", "stridelab/train", "stridelab/web"}},
	{"app/ui", []string{"stridelab/app/lang", "stridelab/app/promise", "stridelab/viz", "github.com/maxence-charriere/go-app/", "rsc.io/qr"}},
	{"app/trainer", []string{"stridelab/app/lang", "stridelab/train"}},
	{"app/lab", []string{"stridelab/app/ui", "stridelab/app/lang", "stridelab/app/trainer", "stridelab/train", "github.com/maxence-charriere/go-app/"}},
	{"app", []string{"stridelab/nn", "stridelab/data", "stridelab/train", "stridelab/viz", "github.com/maxence-charriere/go-app/", "rsc.io/qr"}},
	{"web", nil},
	{"cmd/wasm", []string{"stridelab/app", "github.com/maxence-charriere/go-app/"}},
	{"cmd/weights", []string{"stridelab/train", "stridelab/data", "stridelab/nn"}},
	{"cmd/worker", []string{"stridelab/train/cluster", "stridelab/nn"}},
	{"cmd/serve", []string{"stridelab/app", "stridelab/data", "stridelab/web", "github.com/maxence-charriere/go-app/", "github.com/andybalholm/brotli"}},
}

// never lists arrows into a folder's own subfolder, or into that of an allowed folder, which
// arrows would allow. What the page sends and gets is train's; what answers it is cluster's.
var never = []struct{ folder, imports string }{
	{"train", "train/cluster"},
	{"app", "train/cluster"},
}

func TestPackagesImportWhatTheDesignAllows(t *testing.T) {
	for _, build := range builds {
		packages := list(t, build.env, "./...")
		for _, p := range packages {
			folder := ""
			for _, a := range arrows {
				if inside(p.ImportPath, module+a.folder) {
					folder = a.folder
					break
				}
			}
			if folder == "" {
				continue
			}
			for _, n := range never {
				if n.folder == folder && slices.ContainsFunc(p.Imports, func(imported string) bool { return inside(imported, module+n.imports) }) {
					t.Errorf("%s build: %s imports %s, which %s may not", build.name, p.ImportPath, n.imports, folder)
				}
			}
			for _, imported := range p.Imports {
				if packages[imported].Standard || allowed(folder, imported) {
					continue
				}
				t.Errorf("%s build: %s imports %s, which %s may not", build.name, p.ImportPath, imported, folder)
			}
		}
	}
}

// inside reports whether a package is the folder's own or below it.
func inside(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func allowed(folder, imported string) bool {
	if inside(imported, module+folder) {
		return true
	}
	for _, a := range arrows {
		if a.folder != folder {
			continue
		}
		for _, may := range a.may {
			if strings.HasSuffix(may, "/") && strings.HasPrefix(imported, may) || inside(imported, may) {
				return true
			}
		}
	}
	return false
}

// What computes must run anywhere, so nothing of it reaches the browser. In a build for the browser
// the standard library's os and time use syscall/js themselves; what counts is that none of our
// packages, nor of those outside the standard library that they use, does.
func TestWhatComputesNeverReachesTheBrowser(t *testing.T) {
	for _, build := range builds {
		packages := list(t, build.env, "./nn/...", "./data/...", "./train/...", "./viz/...")
		for _, p := range packages {
			if strings.HasPrefix(p.ImportPath, "github.com/maxence-charriere/go-app/") {
				t.Errorf("%s build: nn, data, train or viz reaches %s", build.name, p.ImportPath)
			}
			if !p.Standard && slices.Contains(p.Imports, "syscall/js") {
				t.Errorf("%s build: %s imports syscall/js", build.name, p.ImportPath)
			}
		}
	}
}

// The trainer is fetched and compiled beside the page, so what is large and of no use to it stays
// out, whoever may bring it along.
func TestWorkerStaysSmall(t *testing.T) {
	worker := list(t, builds[2].env, "./cmd/worker")
	if _, ok := worker["stridelab/train/cluster"]; !ok {
		t.Fatal("cmd/worker does not reach train/cluster: this test looks at the wrong thing")
	}
	for _, p := range worker {
		switch {
		case p.ImportPath == "net/http", p.ImportPath == "encoding/json", p.ImportPath == "regexp",
			strings.HasPrefix(p.ImportPath, "github.com/maxence-charriere/go-app/"):
			t.Errorf("cmd/worker reaches %s", p.ImportPath)
		}
	}
}

// sources returns the repository's own files with one of the extensions.
func sources(t *testing.T, extensions ...string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "dist" || path != "." && strings.HasPrefix(entry.Name(), ".")) {
			return fs.SkipDir
		}
		if !entry.IsDir() && slices.Contains(extensions, filepath.Ext(path)) {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBrowserIsSpokenToInFilesNamedForIt(t *testing.T) {
	for _, file := range sources(t, ".go") {
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, spec := range syntax.Imports {
			if spec.Path.Value == `"syscall/js"` && !strings.HasSuffix(file, "_js.go") && !strings.HasSuffix(file, "_js_test.go") {
				t.Errorf("%s imports syscall/js; only files named *_js.go do", file)
			}
		}
	}
}

func TestFilesHoldOneNoun(t *testing.T) {
	const limit = 500 // lines
	for _, file := range sources(t, ".go", ".js") {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		generated := bytes.HasPrefix(content, []byte("// Code generated "))
		catalogue := strings.HasSuffix(file, "text.go") // a sentence a line
		if lines := bytes.Count(content, []byte("\n")); lines > limit && !generated && !catalogue {
			t.Errorf("%s has %d lines; past %d a file wants splitting", file, lines, limit)
		}
	}
}

// A test that leaves itself out is no test. Those that need something a machine
// may lack have a build tag, and the Makefile says aloud when it is not set.
func TestNoTestLeavesItselfOut(t *testing.T) {
	skips := regexp.MustCompile(`\b(t|b|f|tb)\.Skip|\btesting\.Short`)
	for _, file := range sources(t, ".go") {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") && file != "arch_test.go" && skips.Match(content) {
			t.Errorf("%s leaves a test out", file)
		}
	}
}

// A line with a comment is narrow enough to be read beside another file. Directives, the output of
// examples and generated files keep their form.
func TestCommentsAreAtMostAHundredColumnsWide(t *testing.T) {
	const limit = 100
	for _, file := range sources(t, ".go") {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(content, []byte("// Code generated ")) {
			continue
		}
		lines := strings.Split(string(content), "\n")
		for _, n := range commentLines(content) {
			columns := utf8.RuneCountInString(strings.ReplaceAll(lines[n], "\t", "    "))
			if columns > limit {
				t.Errorf("%s:%d: the comment ends in column %d; wrap it at %d, or move it above the code",
					file, n+1, columns, limit)
			}
		}
	}
}

var outputBegins = regexp.MustCompile(`(?i)^//\s*(unordered )?output:`)

// commentLines returns the lines, counted from 0, that end in a comment of the form "// text" which
// is no output of an example. A scanner finds them because strings may contain slashes too.
func commentLines(content []byte) (lines []int) {
	file := token.NewFileSet().AddFile("", -1, len(content))
	var s scanner.Scanner
	s.Init(file, content, nil, scanner.ScanComments)
	lastOutput := -1 // the last line of an example's output so far
	for {
		pos, kind, text := s.Scan()
		if kind == token.EOF {
			return lines
		}
		n := file.Line(pos) - 1
		switch {
		case kind != token.COMMENT || !strings.HasPrefix(text, "//"):
		case outputBegins.MatchString(text), lastOutput >= 0 && n == lastOutput+1:
			lastOutput = n
		case strings.HasPrefix(text, "// "), strings.HasPrefix(text, "//\t"):
			lines = append(lines, n)
		}
	}
}

func TestCommentLinesAreThoseOfProse(t *testing.T) {
	source := strings.Join([]string{
		"package p", // line 0
		"// One.",
		"var s = `",
		"// in a string",
		"` // two",
		"//go:embed x",
		"//",
		"//\tthree",
		"/* in another form */",
		"func Example() {",
		"	// Output:",
		"	// printed",
		"}",
		"// Four.",
	}, "\n")
	if got, want := commentLines([]byte(source)), []int{1, 4, 7, 13}; !slices.Equal(got, want) {
		t.Errorf("comments in lines %v, want %v", got, want)
	}
}
