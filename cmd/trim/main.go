// Command trim writes a copy of go-app without what only a server calls.
//
//	trim -from $(go list -m -f '{{.Dir}}' MODULE) -to .cache/goapp -mod .cache/page.mod
//
//	go-app in the module cache ─┬─ http.go      left to builds that are no WebAssembly ─┐
//	                            ├─ wasm.go      left out with it                        ├─> .cache/goapp
//	                            ├─ resource.go  without the one file server             │
//	                            ├─ route.go     patterns are prefixes, without regexp   │
//	                            ├─ context.go, state.go, crypto.go                      │
//	                            │               without AES, and without uuid, which    │
//	                            │               brings MD5, SHA-1 and database/sql      │
//	                            ├─ engine.go    keeps what it stores in memory          │
//	                            ├─ js_wasm.go   loads a page whose address is refused   │
//	                            └─ the rest     as it is                               ─┘
//	go.mod ── and a line that puts the copy in go-app's place ──> .cache/page.mod
//
// go-app keeps its HTTP handler in the package that pages import, and with it
// net/http, crypto/tls and what they bring: a quarter of the page's program,
// which no page ever runs. Its regular expressions, ciphers and UUIDs are a fifteenth more:
// the page routes by two prefixes, keeps nothing secret, and tells its tabs apart by a random
// number. And where a browser refuses all site data, to read window.localStorage is an exception
// that ends the program: go-app reads it when it starts, though no page of this one asks it to
// keep anything (app/ui/storage.go does). The page is built with -modfile=.cache/page.mod; all
// else uses go-app as it comes.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An edit replaces a text that must be in the file once: go-app is pinned, and a
// version in which it is not there wants another look.
type edit struct{ file, old, new string }

func edits() []edit {
	return []edit{
		{"pkg/app/http.go", "package app\n", "//go:build !wasm\n\npackage app\n"},
		{"pkg/app/wasm.go", "//go:build wasm\n", "//go:build ignore\n"},
		{"pkg/app/resource.go", "\t\"net/http\"\n", ""},
		{"pkg/app/resource.go", "\t\tHandler:   http.FileServer(http.Dir(directory)),\n", ""},
		{"pkg/app/resource.go", "type localResourceResolver struct {\n\thttp.Handler\n", "type localResourceResolver struct {\n"},

		{"pkg/app/route.go", "\t\"regexp\"\n", "\t\"strings\"\n"},
		{"pkg/app/route.go", "regexp.MustCompile(pattern)", "makePrefix(pattern)"},
		{"pkg/app/route.go", "*regexp.Regexp", "prefix"},
		{"pkg/app/route.go", "type regexpRoute struct", prefixes + "\ntype regexpRoute struct"},

		{"pkg/app/crypto.go", "package app\n", "//go:build !wasm\n\npackage app\n"},
		{"pkg/app/context.go", "b, err = encrypt(ctx.cryptoKey(), b)", "err = errors.New(\"cmd/trim leaves encryption out of the page\")"},
		{"pkg/app/context.go", "b, err := decrypt(ctx.cryptoKey(), crypted)", "var b []byte\n\tvar err error = errors.New(\"cmd/trim leaves encryption out of the page\")"},
		{"pkg/app/context.go", "\t\"github.com/google/uuid\"\n", "\t\"math/rand/v2\"\n\t\"strconv\"\n"},
		{"pkg/app/context.go", "uuid.NewString()", "strconv.FormatUint(rand.Uint64(), 36)"},
		{"pkg/app/state.go", "\t\"github.com/google/uuid\"\n", "\t\"math/rand/v2\"\n\t\"strconv\"\n"},
		{"pkg/app/state.go", "uuid.NewString()", "strconv.FormatUint(rand.Uint64(), 36)"},

		{"pkg/app/engine.go", "newJSStorage(\"localStorage\")", "newMemoryStorage()"},
		{"pkg/app/engine.go", "newJSStorage(\"sessionStorage\")", "newMemoryStorage()"},
		{"pkg/app/js_wasm.go", "\tw.Get(\"history\").Call(\"pushState\"", loadWhereRefused + "\tw.Get(\"history\").Call(\"pushState\""},
	}
}

// loadWhereRefused has a page loaded that cannot be shown under its address in place: some
// browsers let a sandboxed frame without an origin not change its path, and Safari lets no
// page do so more than a hundred times in half a minute.
const loadWhereRefused = `	defer func() {
		if recover() != nil {
			w.Get("location").Set("href", u.String())
		}
	}()
`

// prefixes stand in for regular expressions in go-app's router.
const prefixes = `// prefix is what the paths of a route begin with.
type prefix string

// makePrefix takes the pattern of a prefix and panics at any other.
func makePrefix(pattern string) prefix {
	p, ok := strings.CutPrefix(pattern, "^")
	if !ok || strings.ContainsAny(p, "\\.+*?()|[]{}^$") {
		panic("cmd/trim leaves the page no regular expressions but ^ and a prefix: " + pattern)
	}
	return prefix(p)
}

func (p prefix) MatchString(path string) bool { return strings.HasPrefix(path, string(p)) }
`

func main() {
	from := flag.String("from", "", "folder of go-app's module")
	to := flag.String("to", "", "folder for the copy")
	mod := flag.String("mod", "", "go.mod file to write, with the copy in go-app's place")
	flag.Parse()
	err := trim(*from, *to)
	if err == nil {
		err = writeMod("go.mod", *mod, *to)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "trim:", err)
		os.Exit(1)
	}
}

// trim copies go-app's packages and makes the edits.
func trim(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	for _, name := range []string{"pkg/app", "pkg/errors"} {
		if err := copyPackage(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	if err := copyFile(filepath.Join(from, "go.mod"), filepath.Join(to, "go.mod")); err != nil {
		return err
	}
	for _, e := range edits() {
		file := filepath.Join(to, e.file)
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if n := strings.Count(string(content), e.old); n != 1 {
			return fmt.Errorf("%s of this go-app holds %q %d times and not once: see what changed and what trim must do", e.file, e.old, n)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(content), e.old, e.new, 1)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// copyPackage copies a package's source files, those of tests left out.
func copyPackage(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if err := copyFile(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

// copyFile copies a file. The module cache is read-only; the copy is not.
func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, fs.FileMode(0o644))
}

// writeMod writes the module file that the page is built with, and the checksums
// that belong to it.
func writeMod(from, to, goapp string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if !filepath.IsAbs(goapp) {
		goapp = "./" + goapp
	}
	replace := "\nreplace github.com/maxence-charriere/go-app/v10 => " + filepath.ToSlash(goapp) + "\n"
	if err := os.WriteFile(to, append(content, replace...), 0o644); err != nil {
		return err
	}
	return copyFile(strings.TrimSuffix(from, ".mod")+".sum", strings.TrimSuffix(to, ".mod")+".sum")
}
