package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"stridelab/app/lang"
)

// Export writes the site into a folder, ready for a static host. A page is
// written twice, as train.html and train/index.html, because hosts differ in
// which of the two /train asks for. Compressed forms lie beside each file for
// hosts that look for them. The folder must be empty, or hold an earlier export.
func Export(site *Site, dir string) error {
	if err := prepare(dir); err != nil {
		return err
	}
	for _, p := range site.Paths() {
		for _, name := range fileNames(p) {
			if err := writeAsset(dir, name, site.assets[p]); err != nil {
				return err
			}
		}
	}
	if err := writeAsset(dir, "404.html", site.missing[lang.En]); err != nil {
		return err
	}
	if err := writeAsset(dir, "ko/404.html", site.missing[lang.Ko]); err != nil {
		return err
	}
	// GitHub Pages leaves out files it takes for Jekyll's unless this file is there.
	return os.WriteFile(filepath.Join(dir, exportMark), nil, 0o644)
}

// exportMark is a file that every export holds.
const exportMark = ".nojekyll"

// prepare empties the folder of an earlier export, or makes it. What is
// not an export is left alone.
func prepare(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, exportMark)); err != nil {
			return fmt.Errorf("the folder %s holds something else: name an empty folder, or one of an earlier export", dir)
		}
		for _, entry := range entries {
			if err := os.RemoveAll(filepath.Join(dir, entry.Name())); err != nil {
				return err
			}
		}
	}
	return os.MkdirAll(dir, 0o755)
}

// fileNames returns the files a path is written to.
func fileNames(p string) []string {
	switch {
	case p == "/":
		return []string{"index.html"}
	case path.Ext(p) == "":
		name := strings.TrimPrefix(p, "/")
		return []string{name + ".html", name + "/index.html"}
	}
	return []string{strings.TrimPrefix(p, "/")}
}

func writeAsset(dir, name string, a *Asset) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	for ext, content := range map[string][]byte{"": a.Raw, ".br": a.Brotli, ".gz": a.Gzip} {
		if content == nil && ext != "" {
			continue
		}
		if err := os.WriteFile(file+ext, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
