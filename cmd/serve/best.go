package main

import (
	"os"
	"path/filepath"
)

// packBest gives the site's programs their smallest brotli form. Compressing them takes half a
// minute, so the folder keeps the forms from one start to the next: each in a file that is named
// after the program's checksum. Forms of other builds are removed. It may run while the site is
// served: until a form is there, the one of Compress is sent.
//
// An error says that the folder cannot be written. The forms are used nevertheless.
func (s *Site) packBest(folder string) error {
	err := os.MkdirAll(folder, 0o755)
	current := map[string]bool{}
	for _, p := range s.Paths() {
		a := s.assets[p]
		if a.Type != contentType(".wasm") {
			continue
		}
		file := filepath.Join(folder, a.sum+".br")
		current[file] = true
		if kept, e := os.ReadFile(file); e == nil && a.setBest(kept) {
			continue
		}
		packed := packBrotli(a.Raw, exportQuality)
		a.setBest(packed)
		if e := replaceFile(file, packed); err == nil {
			err = e
		}
	}
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.br"))
	for _, file := range files {
		if !current[file] {
			os.Remove(file) // what stays is removed at the next start
		}
	}
	return err
}

// setBest sets the form that is sent to browsers that take brotli. It returns false for a form
// that does not unpack to the asset's bytes, and for one that is not smaller than the present one.
func (a *Asset) setBest(packed []byte) bool {
	if a.Brotli != nil && len(packed) >= len(a.Brotli) || !unpacksTo(brotliReader(packed), a.Raw) {
		return false
	}
	a.best.Store(&packed)
	return true
}

// replaceFile writes a file so that a reader finds the whole of the old or of the new one.
func replaceFile(file string, content []byte) error {
	part, err := os.CreateTemp(filepath.Dir(file), "part-*")
	if err != nil {
		return err
	}
	_, err = part.Write(content)
	if e := part.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(part.Name(), file)
	}
	if err != nil {
		os.Remove(part.Name())
	}
	return err
}
