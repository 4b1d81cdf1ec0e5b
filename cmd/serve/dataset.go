package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
)

const (
	dataPath  = "/data/"      // where datasets lie on the server
	indexPath = "/data/index" // their list
	maxFiles  = 1000          // in the list
	maxDepth  = 4             // folders below DIR that are looked into
)

// Datasets serves the datasets found in a folder, read-only, and nothing else
// that lies there. It works on the folder as it is when asked, so that a file
// put there while the server runs is found.
//
// The list, at /data/index, is text: one file a line, its path below /data/
// escaped as in a URL, a tab, its size in bytes. Files of one folder belong
// together:
//
//	mnist/train-images-idx3-ubyte.gz	9912422
//	mnist/train-labels-idx1-ubyte.gz	28881
type Datasets struct {
	root *os.Root
}

// OpenDatasets returns the datasets in a folder. The root refuses every path
// that leads out of it, through ".." or a symbolic link.
func OpenDatasets(dir string) (*Datasets, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("the folder of datasets cannot be opened: %w", err)
	}
	return &Datasets{root}, nil
}

// Close closes the folder.
func (d *Datasets) Close() error { return d.root.Close() }

// ServeHTTP answers with the list or with one of its files.
func (d *Datasets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if isLoopback(r.Context().Value(http.LocalAddrContextKey)) && !isLocalName(r.Host) {
		// Another site's name that points at this machine (DNS rebinding).
		refuse(w, http.StatusForbidden, "Datasets are served to this machine's own address only.")
		return
	}
	if r.URL.Path == indexPath {
		var list bytes.Buffer
		for _, f := range d.files() {
			fmt.Fprintf(&list, "%s\t%d\n", (&url.URL{Path: f.name}).EscapedPath(), f.size)
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.Write(list.Bytes())
		return
	}
	d.serveFile(w, r, strings.TrimPrefix(r.URL.Path, dataPath))
}

// serveFile answers with a file's bytes as they are: a gzipped dataset is
// unpacked by the trainer and not on the way.
func (d *Datasets) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	file, info, ok := d.open(name)
	if !ok {
		refuse(w, http.StatusNotFound, "There is no such dataset.")
		return
	}
	defer file.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, "", info.ModTime(), file)
}

// open opens a file of the folder when it is a dataset.
func (d *Datasets) open(name string) (*os.File, fs.FileInfo, bool) {
	if !fs.ValidPath(name) || hidden(name) {
		return nil, nil, false
	}
	// Asked before opening: to open a named pipe waits for its writer.
	info, err := d.root.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil, false
	}
	file, err := d.root.Open(name)
	if err != nil {
		return nil, nil, false
	}
	if info, err = file.Stat(); err != nil || !info.Mode().IsRegular() || !isDataset(name, info.Size(), file) {
		file.Close()
		return nil, nil, false
	}
	return file, info, true
}

// A datasetFile is a line of the list.
type datasetFile struct {
	name string
	size int64
}

// files returns the datasets there are, sorted by name, at most maxFiles.
func (d *Datasets) files() []datasetFile {
	var found []datasetFile
	fs.WalkDir(d.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // a folder that cannot be read holds nothing for us
		case len(found) == maxFiles:
			return fs.SkipAll
		case name != "." && hidden(name):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			if strings.Count(name, "/") >= maxDepth {
				return fs.SkipDir
			}
			return nil
		}
		if file, info, ok := d.open(name); ok {
			file.Close()
			found = append(found, datasetFile{name, info.Size()})
		}
		return nil
	})
	return found
}

// hidden reports whether a part of the path begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// isDataset reports by a file's first bytes whether the training lab could read
// it: IDX, raw or gzipped; a zip archive; CIFAR-10's binary form, which has no
// mark but its size.
func isDataset(name string, size int64, file io.ReaderAt) bool {
	const cifarRecord = 1 + 32*32*3
	head := make([]byte, 4)
	if _, err := file.ReadAt(head, 0); err != nil {
		return false
	}
	switch {
	case isIDX(head), string(head) == "PK\x03\x04":
		return true
	case head[0] == 0x1f && head[1] == 0x8b:
		r, err := gzip.NewReader(io.NewSectionReader(file, 0, size))
		if err != nil {
			return false
		}
		_, err = io.ReadFull(r, head)
		return err == nil && isIDX(head)
	}
	return path.Ext(name) == ".bin" && size%cifarRecord == 0
}

// isIDX reports whether a file of bytes of one (labels) or three (images)
// dimensions begins so.
func isIDX(head []byte) bool {
	return head[0] == 0 && head[1] == 0 && head[2] == 8 && (head[3] == 1 || head[3] == 3)
}

// isLoopback reports whether a connection came in on a loopback address.
func isLoopback(local any) bool {
	addr, ok := local.(*net.TCPAddr)
	return ok && addr.IP.IsLoopback()
}

// isLocalName reports whether a Host header names this machine.
func isLocalName(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}
