package main

import (
	archivezip "archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stridelab/app"
	"stridelab/data"
	"stridelab/data/unpack"
)

// datasetFolder returns a folder of datasets and of other files, and beside it a secret that links
// in the folder lead to.
func datasetFolder(t *testing.T) string {
	t.Helper()
	top := t.TempDir()
	dir := filepath.Join(top, "data")
	labels := []byte{0, 0, 8, 1, 0, 0, 0, 2, 7, 3}
	images := []byte{0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 50, 60}
	more := []byte{0, 0, 8, 1, 0, 0, 0, 3, 7, 3, 1}
	zip := func(content []byte) []byte {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		w.Write(content)
		w.Close()
		return packed.Bytes()
	}
	archive := func(files map[string][]byte) []byte {
		var packed bytes.Buffer
		w := archivezip.NewWriter(&packed)
		for name, content := range files {
			entry, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			entry.Write(content)
		}
		w.Close()
		return packed.Bytes()
	}
	files := map[string][]byte{
		"data/mnist/train-labels-idx1-ubyte.gz":    zip(labels),
		"data/mnist/train-images-idx3-ubyte":       images,
		"data/mnist/README":                        []byte("two digits"),
		"data/한글 name\t/a.idx":                     images,
		"data/한글 name\t/b.idx":                     labels,
		"data/labels only/train-labels-idx1-ubyte": labels,
		"data/others labels/images.gz":             zip(images),
		"data/others labels/labels.gz":             zip(more),
		"data/cut short/images":                    images[:17],
		"data/cut short/labels":                    labels,
		"data/both forms/images":                   images,
		"data/both forms/images.gz":                zip(images),
		"data/both forms/labels":                   labels,
		"data/nine/images":                         {0, 0, 8, 9, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3, 4},
		"data/nine/labels":                         labels,
		"data/zipped/mnist.zip":                    archive(map[string][]byte{"README": []byte("digits"), "mnist/i": images, "mnist/l": labels}),
		"data/zipped twice/mnist.zip":              archive(map[string][]byte{"i": images, "l": labels}),
		"data/zipped twice/i":                      images,
		"data/zipped twice/l":                      labels,
		"data/half a zip/mnist.zip":                archive(map[string][]byte{"i": images}),
		"data/zip of notes/notes.zip":              archive(map[string][]byte{"diary": []byte("dear diary")}),
		"data/cifar/batch_1.bin":                   make([]byte, 2*3073),
		"data/cifar/short.bin":                     make([]byte, 3072),
		"data/pictures.zip":                        []byte("PK\x03\x04rest"),
		"data/diary.gz":                            zip([]byte("a diary")),
		"data/diary.txt":                           []byte("dear diary"),
		"data/empty":                               nil,
		"data/.hidden/train-labels-idx1-ubyte":     labels,
		"data/a/b/c/d/e/f/train-labels-idx1-ubyte": labels,
		"secret/train-labels-idx1-ubyte":           labels,
	}
	for name, content := range files {
		file := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"link": filepath.Join(top, "secret"), "link.idx": "../secret/train-labels-idx1-ubyte"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func openFolder(t *testing.T) *Datasets {
	t.Helper()
	d, err := OpenDatasets(datasetFolder(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func TestDatasetListNamesWhatTheLabCanRead(t *testing.T) {
	w := httptest.NewRecorder()
	openFolder(t).ServeHTTP(w, httptest.NewRequest("GET", "/data/index", nil))
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(w.Body.String()), "\n") {
		got = append(got, strings.Split(line, "\t")[0])
	}
	want := "both%20forms/images both%20forms/labels cifar/batch_1.bin mnist/train-images-idx3-ubyte mnist/train-labels-idx1-ubyte.gz zipped/mnist.zip zipped%20twice/i zipped%20twice/l %ED%95%9C%EA%B8%80%20name%09/a.idx %ED%95%9C%EA%B8%80%20name%09/b.idx"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	if !strings.Contains(w.Body.String(), "mnist/train-images-idx3-ubyte\t18\n") {
		t.Errorf("got %q, want a line with the size of mnist/train-images-idx3-ubyte, 18", w.Body)
	}
}

// What is offered is what data reads: each folder of the list is read, no other that could be is
// left out.
func TestOfferedFoldersAreThoseThatAreRead(t *testing.T) {
	d := openFolder(t)
	offered := map[string][]string{}
	for _, f := range d.files() {
		offered[path.Dir(f.name)] = append(offered[path.Dir(f.name)], path.Base(f.name))
	}
	entries, err := fs.ReadDir(d.root.FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !entry.IsDir() || hidden(entry.Name()) {
			continue
		}
		inside, err := fs.ReadDir(d.root.FS(), entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		var files []data.File
		for _, f := range inside {
			if listed := offered[entry.Name()]; listed != nil && !slices.Contains(listed, f.Name()) {
				continue
			}
			if file, _, _, ok := d.open(entry.Name() + "/" + f.Name()); ok {
				content, err := io.ReadAll(file)
				if file.Close(); err != nil {
					t.Fatal(err)
				}
				files = append(files, data.File{Name: f.Name(), Data: content})
			}
		}
		if files, err = unpack.Files(files); err == nil {
			_, err = data.Read(files, nil)
		}
		if listed := offered[entry.Name()]; (err == nil) != (listed != nil) {
			t.Errorf("%s: offered are %q, but reading them gives %v", entry.Name(), listed, err)
		}
	}
}

func TestDatasetsServesNothingElse(t *testing.T) {
	d := openFolder(t)
	tests := []struct {
		path string
		want int
	}{
		{"/data/mnist/train-labels-idx1-ubyte.gz", 200},
		{"/data/%ED%95%9C%EA%B8%80%20name%09/a.idx", 200},
		{"/data/pictures.zip", 404},
		{"/data/zipped/mnist.zip", 200},
		{"/data/zip%20of%20notes/notes.zip", 404},
		{"/data/cifar/batch_1.bin", 200},
		{"/data/mnist/README", 404},
		{"/data/a/b/c/d/e/f/train-labels-idx1-ubyte", 200},
		{"/data/", 404},
		{"/data/mnist", 404},
		{"/data/mnist/", 404},
		{"/data/diary.txt", 404},
		{"/data/diary.gz", 404},
		{"/data/empty", 404},
		{"/data/cifar/short.bin", 404},
		{"/data/.hidden/train-labels-idx1-ubyte", 404},
		{"/data/../secret/train-labels-idx1-ubyte", 404},
		{"/data/%2e%2e/secret/train-labels-idx1-ubyte", 404},
		{"/data/mnist/..%2f..%2f..%2fsecret/train-labels-idx1-ubyte", 404},
		{"/data//etc/passwd", 404},
		{"/data/link/train-labels-idx1-ubyte", 404},
		{"/data/link.idx", 404},
		{"/data/mnist/train-labels-idx1-ubyte%00", 404},
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		d.ServeHTTP(w, httptest.NewRequest("GET", test.path, nil))
		if w.Code != test.want {
			t.Errorf("%s: got %d, want %d", test.path, w.Code, test.want)
		}
	}
}

func TestDatasetsAnswersPartsOfAFile(t *testing.T) {
	r := httptest.NewRequest("GET", "/data/mnist/train-images-idx3-ubyte", nil)
	r.Header.Set("Range", "bytes=16-")
	w := httptest.NewRecorder()
	openFolder(t).ServeHTTP(w, r)
	if w.Code != http.StatusPartialContent || !bytes.Equal(w.Body.Bytes(), []byte{50, 60}) {
		t.Errorf("got %d %v, want 206 [50 60]", w.Code, w.Body.Bytes())
	}
}

func TestDatasetsOnLoopbackAreForThisMachine(t *testing.T) {
	d := openFolder(t)
	tests := []struct {
		local, host string
		want        int
	}{
		{"127.0.0.1", "127.0.0.1:8000", 200},
		{"127.0.0.1", "localhost:8000", 200},
		{"::1", "[::1]:8000", 200},
		{"127.0.0.1", "evil.example:8000", 403},
		{"127.0.0.1", "localhost.evil.example", 403},
		{"192.168.1.5", "lab.school.example", 200},
	}
	for _, test := range tests {
		r := httptest.NewRequest("GET", "/data/index", nil)
		r.Host = test.host
		local := &net.TCPAddr{IP: net.ParseIP(test.local), Port: 8000}
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(local)))
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		if w.Code != test.want {
			t.Errorf("%s asked for as %s: got %d, want %d", test.local, test.host, w.Code, test.want)
		}
	}
}

func TestOpenDatasetsSaysThatTheFolderIsNotThere(t *testing.T) {
	if _, err := OpenDatasets(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "the folder of datasets cannot be opened") {
		t.Errorf("got %v, want a sentence", err)
	}
}

// Whoever starts the server reads why a folder is not offered.
func TestServerSaysWhyAFolderIsNotOffered(t *testing.T) {
	got := map[string]string{}
	for _, folder := range openFolder(t).Refused() {
		got[folder.name] += folder.why.Error()
	}
	want := map[string]string{ // a sentence of package data names a file
		"labels only":   "train-labels-idx1-ubyte",
		"others labels": "labels.gz",
		"cut short":     "images",
		"nine":          "images",
		"half a zip":    "mnist.zip/i",
		"zip of notes":  "no file in it is of a format",
		"a/b/c/d/e":     "more than 4 folders deep",
	}
	for name, why := range want {
		if !strings.Contains(got[name], why) {
			t.Errorf("%s: got %q, want ...%s...", name, got[name], why)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %q, want reasons for %d folders", got, len(want))
	}

	empty, err := OpenDatasets(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	if refused := empty.Refused(); len(refused) != 1 || refused[0].name != "." {
		t.Errorf("an empty folder: got %v, want that there is no dataset", refused)
	}
}

// The reasons are said once, when the server starts.
func TestReasonsAreInTheLog(t *testing.T) {
	dir := datasetFolder(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var log bytes.Buffer
	if err := serve(ctx, Options{Files: testFiles(), Missing: app.MissingPath, Quality: 5, Warn: warnTo(&log)}, dir, "127.0.0.1:0", "", io.Discard); err != nil {
		t.Fatal(err)
	}
	if want := "serve: " + filepath.Join(dir, "labels only") + " is not offered: "; strings.Count(log.String(), want) != 1 {
		t.Errorf("got %q, want ...%s... once", log.String(), want)
	}
}
