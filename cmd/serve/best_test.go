package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// asked returns the body of the answer to a browser that takes brotli.
func asked(a *Asset) []byte {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("Accept-Encoding", "br")
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	return w.Body.Bytes()
}

// siteOf returns a site with one program, compressed in haste.
func siteOf(program string) (*Site, *Asset) {
	a := newAsset(contentType(".wasm"), bytes.Repeat([]byte(program), 2000))
	a.Compress(0)
	return &Site{assets: map[string]*Asset{programPath: a, "/": newAsset(contentType(".html"), nil)}}, a
}

func TestTheSmallestFormIsKeptByContent(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "best")
	site, a := siteOf("the first program ")
	hasty := asked(a)
	if err := site.packBest(folder); err != nil {
		t.Fatal(err)
	}
	best := asked(a)
	if len(best) >= len(hasty) || !unpacksTo(brotliReader(best), a.Raw) {
		t.Errorf("%d bytes in haste, %d at best", len(hasty), len(best))
	}
	kept := filepath.Join(folder, a.sum+".br")
	if on, err := os.ReadFile(kept); err != nil || !bytes.Equal(on, best) {
		t.Errorf("%s holds %d bytes, want the %d that are sent (%v)", kept, len(on), len(best), err)
	}

	// The next start takes the file as it is: here one that no compressor made today.
	other := packBrotli(a.Raw, 9)
	if bytes.Equal(other, best) {
		t.Fatal("two qualities give the same bytes")
	}
	if err := os.WriteFile(kept, other, 0o644); err != nil {
		t.Fatal(err)
	}
	again, b := siteOf("the first program ")
	if err := again.packBest(folder); err != nil || !bytes.Equal(asked(b), other) {
		t.Errorf("the kept form is not used (%v)", err)
	}

	// A file that is cut is made anew, and forms of another build go.
	if err := os.WriteFile(kept, other[:5], 0o644); err != nil {
		t.Fatal(err)
	}
	third, c := siteOf("the first program ")
	if err := third.packBest(folder); err != nil || !bytes.Equal(asked(c), best) {
		t.Errorf("a cut form is used (%v)", err)
	}
	next, _ := siteOf("the second program ")
	if err := next.packBest(folder); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(filepath.Join(folder, "*")); len(files) != 1 || files[0] == kept {
		t.Errorf("the folder holds %q, want the new build's form only", files)
	}
}

// A folder that cannot be written is told, and the smallest form is sent all the same.
func TestTheSmallestFormNeedsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	site, a := siteOf("a program ")
	hasty := asked(a)
	if err := site.packBest(file); err == nil {
		t.Error("no error")
	}
	if len(asked(a)) >= len(hasty) {
		t.Error("the form made in haste is still sent")
	}
}
