package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAssetAnswersInTheFormTheRequestAccepts(t *testing.T) {
	raw := []byte(strings.Repeat("body { margin: 0 }\n", 200))
	asset := newAsset("text/css; charset=utf-8", raw)
	asset.Compress(5)
	tests := []struct {
		accept, want string
		body         []byte
	}{
		{"gzip, deflate, br, zstd", "br", asset.Brotli},
		{"gzip", "gzip", asset.Gzip},
		{"br;q=0, gzip;q=0.5", "gzip", asset.Gzip},
		{"BR", "br", asset.Brotli},
		{"br;q=nonsense", "", raw},
		{"identity", "", raw},
		{"", "", raw},
	}
	tags := map[string]string{}
	for _, test := range tests {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Encoding", test.accept)
		w := httptest.NewRecorder()
		asset.ServeHTTP(w, r)
		h := w.Header()
		if got := h.Get("Content-Encoding"); got != test.want || !bytes.Equal(w.Body.Bytes(), test.body) {
			t.Errorf("Accept-Encoding %q: got %q and %d bytes, want %q and %d", test.accept, got, w.Body.Len(), test.want, len(test.body))
		}
		if h.Get("Vary") != "Accept-Encoding" || h.Get("Content-Type") != asset.Type {
			t.Errorf("Accept-Encoding %q: got Vary %q, Content-Type %q", test.accept, h.Get("Vary"), h.Get("Content-Type"))
		}
		if form, taken := tags[h.Get("ETag")]; taken && form != test.want {
			t.Errorf("the forms %q and %q share the tag %s", form, test.want, h.Get("ETag"))
		}
		tags[h.Get("ETag")] = test.want
	}
}

func TestAssetIsNotSentTwice(t *testing.T) {
	asset := newAsset("text/css", []byte("a"))
	tag := `"` + asset.sum + `"`
	tests := []struct {
		header string
		want   int
	}{
		{tag, http.StatusNotModified},
		{`"other", W/` + tag, http.StatusNotModified},
		{"*", http.StatusNotModified},
		{`"other"`, http.StatusOK},
		{"", http.StatusOK},
	}
	for _, test := range tests {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("If-None-Match", test.header)
		w := httptest.NewRecorder()
		asset.ServeHTTP(w, r)
		if w.Code != test.want {
			t.Errorf("If-None-Match %s: got %d, want %d", test.header, w.Code, test.want)
		}
	}
}

func TestCompressedFormsOfAnotherBuildAreRefused(t *testing.T) {
	now, before := newAsset("application/wasm", bytes.Repeat([]byte("now "), 100)), newAsset("application/wasm", bytes.Repeat([]byte("then"), 100))
	now.Compress(5)
	before.Compress(5)
	tests := []struct {
		name         string
		brotli, gzip []byte
		ok           bool
	}{
		{"both of this build", now.Brotli, now.Gzip, true},
		{"none", nil, nil, true},
		{"brotli of the last", before.Brotli, now.Gzip, false},
		{"gzip of the last", now.Brotli, before.Gzip, false},
		{"broken brotli", []byte{1, 2, 3}, nil, false},
		{"broken gzip", nil, []byte{1, 2, 3}, false},
	}
	for _, test := range tests {
		if err := newAsset(now.Type, now.Raw).adopt(test.brotli, test.gzip); (err == nil) != test.ok {
			t.Errorf("%s: got error %v, want ok %v", test.name, err, test.ok)
		}
	}
}
