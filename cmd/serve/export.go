package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"os"
	"path"
	"path/filepath"
	"strings"

	"stridelab/app/lang"
)

//go:embed slash.js
var slashScript []byte

// slashPath is the path of slashScript in an exported site. The server redirects instead.
const slashPath = "/slash.js"

// Export writes the site into a folder, ready for a static host. The folder must be empty or hold
// an earlier export.
//
// Each page is written twice, as train.html and as train/index.html, because hosts differ in which
// one they serve for /train. A host that serves the second redirects to /train/, an address that
// the interface does not know. So that form has a script that removes the slash. Beside each file
// are its compressed forms, at the given brotli quality, for hosts that use them.
func Export(site *Site, dir string, quality int) error {
	if err := prepare(dir); err != nil {
		return err
	}
	if err := writeAsset(dir, strings.TrimPrefix(slashPath, "/"), newAsset(contentType(slashPath), slashScript)); err != nil {
		return err
	}
	for _, p := range site.Paths() {
		name := strings.TrimPrefix(p, "/")
		switch {
		case p == "/":
			name = "index.html"
		case path.Ext(p) == "":
			folder := withScript(site.assets[p], site.Prefix+slashPath)
			folder.Compress(quality)
			if err := writeAsset(dir, name+"/index.html", folder); err != nil {
				return err
			}
			name += ".html"
		}
		if err := writeAsset(dir, name, site.assets[p]); err != nil {
			return err
		}
	}
	for _, l := range lang.All() {
		name := strings.TrimPrefix(l.Prefix()+"/404.html", "/")
		if err := writeAsset(dir, name, site.missing[l]); err != nil {
			return err
		}
	}
	// Without this file GitHub Pages leaves out files whose names Jekyll reserves.
	return os.WriteFile(filepath.Join(dir, exportMark), nil, 0o644)
}

// exportMark is a file in every export, by which prepare recognises one.
const exportMark = ".nojekyll"

// prepare makes the folder, or empties that of an earlier export. It returns an error for a folder
// with anything else in it.
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

// withScript returns the page with another script at the end of its head, which runs before the
// deferred ones.
func withScript(page *Asset, address string) *Asset {
	tag := `<script src="` + html.EscapeString(address) + `"></script>`
	return newAsset(page.Type, bytes.Replace(page.Raw, []byte("</head>"), []byte(tag+"\n</head>"), 1))
}

func writeAsset(dir, name string, a *Asset) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	for ext, content := range map[string][]byte{"": a.Raw, ".br": a.smallest(), ".gz": a.Gzip} {
		if content == nil && ext != "" {
			continue
		}
		if err := os.WriteFile(file+ext, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
