package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"stridelab/data"
	"stridelab/data/unpack"
)

const (
	dataPath  = "/data/"      // before the path of each file
	indexPath = "/data/index" // the list of datasets
	maxFiles  = 1000          // in the list
	maxDepth  = 4             // levels of folders below DIR that are searched
)

// Datasets serves the datasets in a folder, read-only, and no other files. It reads the folder on
// each request, so files can be added while the server runs.
//
// The files of one folder are one dataset. The list, at /data/index, holds the folders in which
// data.Check finds no fault, so that data.Read will read them. It is text with one line for each
// file: its path below /data/, escaped as in a URL, a tab, and its size in bytes:
//
//	mnist/train-images-idx3-ubyte.gz	9912422
//	mnist/train-labels-idx1-ubyte.gz	28881
type Datasets struct {
	root *os.Root
}

// OpenDatasets returns the datasets in a folder. No path leads out of the folder, neither through
// ".." nor through a symbolic link.
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
		// The name of another site may point to this machine (DNS rebinding).
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

// serveFile answers with the bytes of a file as they are. The page unpacks a gzipped file.
func (d *Datasets) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	file, info, _, ok := d.open(name)
	if !ok {
		refuse(w, http.StatusNotFound, "There is no such dataset.")
		return
	}
	defer file.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, "", info.ModTime(), file)
}

// open opens a file of the folder if it is of a format that package data reads. It returns the
// heads of the file, see unpack.Heads. An archive has to hold a file of such a format.
func (d *Datasets) open(name string) (*os.File, fs.FileInfo, []data.Head, bool) {
	if !fs.ValidPath(name) || hidden(name) {
		return nil, nil, nil, false
	}
	// Stat comes first, since to open a named pipe would wait for its writer.
	info, err := d.root.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil, nil, false
	}
	file, err := d.root.Open(name)
	if err != nil {
		return nil, nil, nil, false
	}
	if info, err = file.Stat(); err == nil && info.Mode().IsRegular() {
		heads, err := unpack.Heads(path.Base(name), info.Size(), file)
		if err == nil && slices.ContainsFunc(heads, data.Recognise) {
			return file, info, heads, true
		}
	}
	file.Close()
	return nil, nil, nil, false
}

// Refused returns the folders with files that are not in the list, sorted, each with the reason.
func (d *Datasets) Refused() []refusedFolder {
	_, refused := d.read()
	return refused
}

// A refusedFolder is a folder that is no dataset.
type refusedFolder struct {
	name string // "." for the folder of datasets itself
	why  error
}

// A datasetFile is a line of the list.
type datasetFile struct {
	name    string
	size    int64
	archive bool
}

// A folderHeads is the heads of the files in a folder that are recognised. data.Read opens
// archives only where there are no other files.
type folderHeads struct{ files, inArchives []data.Head }

// heads returns those of the files that data.Read reads.
func (f folderHeads) heads() []data.Head {
	if len(f.files) > 0 {
		return f.files
	}
	return f.inArchives
}

// files returns the files of all datasets, sorted by name, at most maxFiles.
func (d *Datasets) files() []datasetFile {
	files, _ := d.read()
	return files
}

// errNoDataset is the reason why a folder is not offered in which no file is recognised.
var errNoDataset = errors.New("no file in it is of a format that Stridelab reads")

// read searches the folder. It returns the files of all datasets, at most maxFiles, and the folders
// with files that are none, both sorted by name.
func (d *Datasets) read() (found []datasetFile, refused []refusedFolder) {
	folders := map[string]folderHeads{}
	fs.WalkDir(d.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			refused = append(refused, refusedFolder{name, err})
			return nil
		case len(found) == maxFiles:
			refused = append(refused, refusedFolder{path.Dir(name), fmt.Errorf("%d files are offered already, which is the most", maxFiles)})
			return fs.SkipAll
		case name != "." && hidden(name):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			if strings.Count(name, "/") >= maxDepth {
				refused = append(refused, refusedFolder{name, fmt.Errorf("it lies more than %d folders deep", maxDepth)})
				return fs.SkipDir
			}
			return nil
		}
		folders[path.Dir(name)] = folders[path.Dir(name)] // it has a file
		if plain, ok := strings.CutSuffix(name, ".gz"); ok && slices.ContainsFunc(found, func(f datasetFile) bool { return f.name == plain }) {
			return nil // the same file unpacked is in the list; torchvision stores both
		}
		if file, info, heads, ok := d.open(name); ok {
			file.Close()
			folder := folders[path.Dir(name)]
			archive := heads[0].Name != path.Base(name)
			if archive {
				folder.inArchives = append(folder.inArchives, heads...)
			} else {
				folder.files = append(folder.files, heads...)
			}
			found, folders[path.Dir(name)] = append(found, datasetFile{name, info.Size(), archive}), folder
		}
		return nil
	})
	faults := map[string]error{}
	for name, folder := range folders {
		switch heads := folder.heads(); {
		case len(heads) > 0:
			faults[name] = data.Check(heads)
		case name != ".": // the folder of datasets itself may hold a text about them
			faults[name] = errNoDataset
		}
		if faults[name] != nil {
			refused = append(refused, refusedFolder{name, faults[name]})
		}
	}
	found = slices.DeleteFunc(found, func(f datasetFile) bool {
		folder := path.Dir(f.name)
		return faults[folder] != nil || f.archive && len(folders[folder].files) > 0
	})
	if len(found) == 0 && len(refused) == 0 {
		refused = append(refused, refusedFolder{".", errNoDataset})
	}
	slices.SortStableFunc(refused, func(a, b refusedFolder) int { return strings.Compare(a.name, b.name) })
	return found, refused
}

// hidden reports whether a part of the path begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
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
