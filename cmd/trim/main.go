package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// goApp is the module of go-app. checked is the version that the patches were last checked against.
const (
	goApp   = "github.com/maxence-charriere/go-app/v10"
	checked = "v10.1.11"
)

const howToUpdate = "docs/architecture.md says what to do, under “A new version of go-app”."

func main() {
	from := flag.String("from", "", "folder of go-app's module")
	to := flag.String("to", "", "folder for the copy")
	mod := flag.String("mod", "", "go.mod file to write, with the copy in go-app's place")
	flag.Parse()
	err := checkVersion("go.mod")
	if err == nil {
		err = trim(*from, *to)
	}
	if err == nil {
		err = writeMod("go.mod", *mod, *to)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "trim:", err)
		os.Exit(1)
	}
}

// trim copies go-app's packages and applies the patches.
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
	return applyPatches(to)
}

// checkVersion returns an error unless the module file requires the checked version of go-app.
func checkVersion(mod string) error {
	content, err := os.ReadFile(mod)
	if err != nil {
		return err
	}
	_, after, _ := strings.Cut(string(content), goApp+" ")
	if version, _, _ := strings.Cut(after, "\n"); strings.TrimSpace(version) != checked {
		return fmt.Errorf("%s asks for go-app %q, and the patches in cmd/trim/patches are for %s. %s", mod, version, checked, howToUpdate)
	}
	return nil
}

// copyPackage copies the source files of a package, without its tests.
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

// copyFile copies a file. The copy is writable, unlike a file of the module cache.
func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, fs.FileMode(0o644))
}

// writeMod writes the module file for the page, which replaces go-app by the copy, and the file of
// checksums beside it.
func writeMod(from, to, goapp string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if !filepath.IsAbs(goapp) {
		goapp = "./" + goapp
	}
	replace := "\nreplace " + goApp + " => " + filepath.ToSlash(goapp) + "\n"
	if err := os.WriteFile(to, append(content, replace...), 0o644); err != nil {
		return err
	}
	return copyFile(strings.TrimSuffix(from, ".mod")+".sum", strings.TrimSuffix(to, ".mod")+".sum")
}
