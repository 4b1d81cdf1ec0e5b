package trainlab

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
)

// servedPrefix begins the Dataset of a folder of the server's; the folder's path follows.
const servedPrefix = "data:"

// topFolder stands for the files that lie in no folder, as path.Dir has it.
const topFolder = "."

// maxFolder is how long a folder's path may be in an address, in bytes.
const maxFolder = 1000

// Served is the dataset in a folder of the server's.
func Served(folder string) Dataset { return Dataset(servedPrefix + folder) }

// Folder is the folder of the server's that d lies in; not ok where d is no dataset of a
// server, or of a path that no folder has.
func (d Dataset) Folder() (folder string, ok bool) {
	folder, ok = strings.CutPrefix(string(d), servedPrefix)
	if !ok || len(folder) > maxFolder || !utf8.ValidString(folder) || strings.ContainsFunc(folder, unicode.IsControl) {
		return "", false
	}
	if folder == topFolder {
		return folder, true
	}
	for part := range strings.SplitSeq(folder, "/") {
		if part == "" || part[0] == '.' { // the server lists nothing that is hidden
			return "", false
		}
	}
	return folder, true
}

// FromFiles reports whether d has to be read from files before a run begins.
func (d Dataset) FromFiles() bool {
	_, served := d.Folder()
	return d == Files || served
}

// A servedFolder is a folder of the server's list, and the files in it.
type servedFolder struct {
	name  string
	files []servedFile
}

// A servedFile is a line of the server's list.
type servedFile struct {
	path string // below the list's folder, escaped as in a URL
	name string // without its folder, as people write it
	size int64  // bytes
}

// size is that of all its files, in bytes.
func (f servedFolder) size() (total int64) {
	for _, file := range f.files {
		total += file.size
	}
	return total
}

// parseServed reads the server's list (cmd/serve, Datasets): a file a line, its escaped
// path, a tab, its size. Folders stand in the order of their first file. Not ok when it is
// no such list.
func parseServed(list string) (folders []servedFolder, ok bool) {
	for line := range strings.Lines(list) {
		escaped, bytes, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		name, err := url.PathUnescape(escaped)
		size, err2 := strconv.ParseInt(bytes, 10, 64)
		if err != nil || err2 != nil || size < 0 || name == "" {
			return nil, false
		}
		folder := path.Dir(name)
		if _, ok := Served(folder).Folder(); !ok {
			continue // no address could name it
		}
		at := slices.IndexFunc(folders, func(f servedFolder) bool { return f.name == folder })
		if at < 0 {
			at = len(folders)
			folders = append(folders, servedFolder{name: folder})
		}
		folders[at].files = append(folders[at].files, servedFile{escaped, path.Base(name), size})
	}
	return folders, true
}

// loadServedList asks the server what datasets it has, where it said that it has a list.
func (l *Lab) loadServedList() {
	if l.server.index == "" {
		return
	}
	listServed(l.server.index, func(list string, ok bool) {
		l.servedListCame(list, ok)
		l.Rerender()
	})
}

// servedListCame takes in the server's answer; ok is false when there was none. It reports whether
// it could be read. What was known before stays where it could not.
func (s *session) servedListCame(list string, ok bool) bool {
	folders, read := parseServed(list)
	s.server.unlisted = !ok || !read
	if !s.server.unlisted {
		s.server.folders = folders
	}
	return !s.server.unlisted
}

// fetchServed has the files of a folder brought to the worker, or says why not. The list is
// asked for again first: a link comes before it, and files come and go.
func (s *session) fetchServed(id int, folder string) {
	s.progressed(FileProgress{ID: id, Fetching: true})
	listServed(s.server.index, func(list string, ok bool) {
		if s.load.id == id {
			s.fetchFromList(id, folder, s.servedListCame(list, ok))
		}
	})
}

// fetchFromList goes on when the list is there.
func (s *session) fetchFromList(id int, folder string, ok bool) {
	at := slices.IndexFunc(s.server.folders, func(f servedFolder) bool { return f.name == folder })
	switch {
	case !ok:
		s.refused(pageFault(id, text.ServedUnlisted))
	case at < 0:
		s.refused(pageFault(id, servedText(text.ServedGone, folder)))
	case s.server.folders[at].size() > data.MaxBytes:
		s.refused(tooLarge(id, s.server.folders[at].size()))
	default:
		s.client.loadServed(id, strings.TrimSuffix(s.server.index, path.Base(s.server.index)), s.server.folders[at])
	}
}

// servedOptions offers what the server has, and what is chosen even where the server has
// it no more, or has not said yet.
func (l *Lab) servedOptions() (options []ui.Option) {
	known := false
	for _, f := range l.server.folders {
		d := Served(f.name)
		known = known || d == l.state.Dataset
		label := l.t(text.ServedOption, folderName(l.Page.Lang, f.name), len(f.files), formatSize(f.size()))
		if len(f.files) == 1 {
			label = l.t(text.ServedOptionOne, folderName(l.Page.Lang, f.name), formatSize(f.size()))
		}
		options = append(options, ui.Option{Value: string(d), Label: label})
	}
	if folder, ok := l.state.Dataset.Folder(); ok && !known {
		options = append(options, ui.Option{Value: string(l.state.Dataset), Label: l.t(text.ServedOptionBare, folderName(l.Page.Lang, folder))})
	}
	return options
}

// folderName is what a folder is called.
func folderName(l lang.Lang, folder string) string {
	if folder == topFolder {
		return text.ServedTop.In(l)
	}
	return folder
}

// servedText is a text whose first place is for a folder's name.
func servedText(t lang.Text, folder string, args ...any) lang.Text {
	return lang.Make(func(l lang.Lang) string { return t.With(l, append([]any{folderName(l, folder)}, args...)...) })
}
