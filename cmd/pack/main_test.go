package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestPackWritesBothFormsBesideTheFile(t *testing.T) {
	raw := bytes.Repeat([]byte("a filter slides over an image; "), 1000)
	file := filepath.Join(t.TempDir(), "app.wasm")
	if err := os.WriteFile(file, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := pack(file, 5); err != nil {
		t.Fatal(err)
	}
	for ext, open := range map[string]func(io.Reader) (io.Reader, error){
		".br": func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		".gz": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	} {
		packed, err := os.ReadFile(file + ext)
		if err != nil {
			t.Fatal(err)
		}
		if len(packed) >= len(raw)/10 {
			t.Errorf("%s: got %d bytes of %d, want a tenth at most", ext, len(packed), len(raw))
		}
		r, err := open(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, raw) {
			t.Errorf("%s: got %d bytes, %v, want the file's %d", ext, len(got), err, len(raw))
		}
	}
}

func TestMeasureFailsPastTheBudget(t *testing.T) {
	file := filepath.Join(t.TempDir(), "app.wasm")
	if err := os.WriteFile(file, bytes.Repeat([]byte("x"), 1_500_000), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ arg, want string }{
		{file + "=1.0", ""},
		{file + "=0", "past its budget of 0.00 MB"},
		{file, "is not FILE=MB"},
		{file + "x=1", "no such file"},
	}
	for _, test := range tests {
		line, err := measure(test.arg)
		if test.want == "" {
			if err != nil || !strings.Contains(line, "raw  1.500 MB") {
				t.Errorf("measure(%q) = %q, %v, want a line with the raw size", test.arg, line, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("measure(%q): got %v, want ...%s", test.arg, err, test.want)
		}
	}
}
