package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	for _, f := range Files() {
		want, err := f.Source()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		got, err := os.ReadFile(filepath.Join("..", f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the generator writes: run go generate ./nn/internal/kernel", f.Name)
		}
	}
}
