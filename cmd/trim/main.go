package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// goApp is the module, and checked the version that the patches were last read against.
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

// checkVersion holds that a module file asks for the version of go-app that the patches are for.
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
	replace := "\nreplace " + goApp + " => " + filepath.ToSlash(goapp) + "\n"
	if err := os.WriteFile(to, append(content, replace...), 0o644); err != nil {
		return err
	}
	return copyFile(strings.TrimSuffix(from, ".mod")+".sum", strings.TrimSuffix(to, ".mod")+".sum")
}
