package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/andybalholm/brotli"
)

// An Asset is one answer of the server: a page, a script, a program.
type Asset struct {
	Type   string // Content-Type
	Raw    []byte
	Brotli []byte // nil where compression gains nothing
	Gzip   []byte // nil where compression gains nothing
	// A smaller Brotli, once packBest has made it.
	best atomic.Pointer[[]byte]
	// The first 12 bytes of the SHA-256 of Raw, in hex. The ETag begins with it.
	sum string
}

// newAsset returns an asset without compressed forms.
func newAsset(contentType string, raw []byte) *Asset {
	sum := sha256.Sum256(raw)
	return &Asset{Type: contentType, Raw: raw, sum: hex.EncodeToString(sum[:12])}
}

// contentType returns the media type for the extension of a file's name. mime.TypeByExtension
// would depend on the machine, and a browser streams WebAssembly only as application/wasm.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".png":
		return "image/png"
	case ".svg":
		return "image/svg+xml"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".webmanifest":
		return "application/manifest+json"
	}
	return "application/octet-stream"
}

// compressible reports whether a media type is worth compressing.
func compressible(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") ||
		strings.HasPrefix(contentType, "application/") && contentType != "application/octet-stream" ||
		contentType == "image/svg+xml"
}

// Compress sets Brotli, at the given quality from 0 to 11, and Gzip, at its best. It leaves out a
// form that is there already, and one that is not smaller than the raw bytes.
func (a *Asset) Compress(quality int) {
	if !compressible(a.Type) {
		return
	}
	if a.Brotli == nil {
		a.Brotli = ifSmaller(packBrotli(a.Raw, quality), a.Raw)
	}
	if a.Gzip == nil {
		var b bytes.Buffer
		// The level is valid, so there is no error.
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		closeAfter(w, a.Raw)
		a.Gzip = ifSmaller(b.Bytes(), a.Raw)
	}
}

// packBrotli compresses at a quality from 0 to 11, with the same window as cmd/pack.
func packBrotli(raw []byte, quality int) []byte {
	var b bytes.Buffer
	closeAfter(brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: quality, LGWin: 24}), raw)
	return b.Bytes()
}

func brotliReader(packed []byte) io.Reader { return brotli.NewReader(bytes.NewReader(packed)) }

// smallest returns the smallest brotli form that there is now, nil where there is none.
func (a *Asset) smallest() []byte {
	if best := a.best.Load(); best != nil {
		return *best
	}
	return a.Brotli
}

// closeAfter writes p to a compressor and closes it. The compressor writes to memory, so neither
// call can fail.
func closeAfter(w io.WriteCloser, p []byte) {
	w.Write(p)
	w.Close()
}

func ifSmaller(packed, raw []byte) []byte {
	if len(packed) < len(raw) {
		return packed
	}
	return nil
}

// adopt sets the compressed forms made at build time. A form that does not unpack to the raw bytes
// is left over from an earlier build. It is an error, since browsers would run old code.
func (a *Asset) adopt(packedBrotli, packedGzip []byte) error {
	if packedBrotli != nil {
		if !unpacksTo(brotliReader(packedBrotli), a.Raw) {
			return fmt.Errorf("its .br file is of another build")
		}
		a.Brotli = packedBrotli
	}
	if packedGzip != nil {
		r, err := gzip.NewReader(bytes.NewReader(packedGzip))
		if err != nil || !unpacksTo(r, a.Raw) {
			return fmt.Errorf("its .gz file is of another build")
		}
		a.Gzip = packedGzip
	}
	return nil
}

func unpacksTo(r io.Reader, raw []byte) bool {
	got, err := io.ReadAll(io.LimitReader(r, int64(len(raw))+1))
	return err == nil && bytes.Equal(got, raw)
}

// ServeHTTP answers with a form of the asset that the request accepts, or with 304 where the
// browser has it already. Addresses have no version, so a browser asks each time, and mostly
// gets the 304.
func (a *Asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.serve(w, r, http.StatusOK)
}

func (a *Asset) serve(w http.ResponseWriter, r *http.Request, status int) {
	body, encoding := a.Raw, ""
	packed := a.smallest()
	accepted := acceptedEncodings(r.Header.Values("Accept-Encoding"))
	switch {
	case packed != nil && accepted["br"]:
		body, encoding = packed, "br"
	case a.Gzip != nil && accepted["gzip"]:
		body, encoding = a.Gzip, "gzip"
	}
	tag := `"` + a.sum + `"`
	if encoding != "" {
		tag = `"` + a.sum + "-" + encoding + `"`
	}

	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", tag)
	if status == http.StatusOK && matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", a.Type)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// matches reports whether an If-None-Match header contains the tag, by weak comparison, or is a
// star (RFC 9110, 13.1.2).
func matches(header, tag string) bool {
	for _, t := range strings.Split(header, ",") {
		t = strings.TrimSpace(t)
		if t == "*" || strings.TrimPrefix(t, "W/") == tag {
			return true
		}
	}
	return false
}

// acceptedEncodings returns the codings that an Accept-Encoding header allows: those with a weight
// other than 0 (RFC 9110, 12.5.3).
func acceptedEncodings(headers []string) map[string]bool {
	accepted := map[string]bool{}
	for _, coding := range strings.Split(strings.Join(headers, ","), ",") {
		name, params, _ := strings.Cut(coding, ";")
		weight := 1.0
		if q, found := strings.CutPrefix(strings.TrimSpace(params), "q="); found {
			weight, _ = strconv.ParseFloat(q, 64) // a malformed weight counts as 0
		}
		accepted[strings.ToLower(strings.TrimSpace(name))] = weight > 0
	}
	return accepted
}
