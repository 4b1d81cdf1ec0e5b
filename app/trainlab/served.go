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

// servedPrefix is the beginning of the Dataset of a folder on the server. The path of the folder
// follows.
const servedPrefix = "data:"

// topFolder is the name of the folder for files outside all folders, as path.Dir returns it.
const topFolder = "."

// maxFolder is the greatest length of a folder's path in an address, in bytes.
const maxFolder = 1000

// Served returns the dataset in a folder on the server.
func Served(folder string) Dataset { return Dataset(servedPrefix + folder) }

// Folder returns the folder on the server that d is in. ok is false if d is not on the server, or
// if its path is one that no folder can have.
func (d Dataset) Folder() (folder string, ok bool) {
	folder, ok = strings.CutPrefix(string(d), servedPrefix)
	if !ok || len(folder) > maxFolder || !utf8.ValidString(folder) || strings.ContainsFunc(folder, unicode.IsControl) {
		return "", false
	}
	if folder == topFolder {
		return folder, true
	}
	for part := range strings.SplitSeq(folder, "/") {
		if part == "" || part[0] == '.' { // the server does not list hidden files
			return "", false
		}
	}
	return folder, true
}

// FromFiles reports whether d must be read from files before a run begins.
func (d Dataset) FromFiles() bool {
	_, served := d.Folder()
	return d == Files || served
}

// A servedFolder is a folder in the server's list, and its files.
type servedFolder struct {
	name  string
	files []servedFile
}

// A servedFile is a line of the server's list.
type servedFile struct {
	path string // relative to the list's folder, escaped as in a URL
	name string // without its folder, not escaped
	size int64  // bytes
}

// size returns the size of all its files, in bytes.
func (f servedFolder) size() (total int64) {
	for _, file := range f.files {
		total += file.size
	}
	return total
}

// parseServed reads the server's list (cmd/serve, Datasets). A line is a file: its escaped path, a
// tab, and its size in bytes. The folders are in the order of their first files. ok is false if the
// text is not such a list.
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
			continue // an address cannot name it
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

// loadServedList fetches the server's list of datasets, if the server has one.
func (l *Lab) loadServedList() {
	if l.server.index == "" {
		return
	}
	listServed(l.server.index, func(list string, ok bool) {
		l.servedListCame(list, ok)
		l.Rerender()
	})
}

// servedListCame takes the server's list; ok is false if it could not be fetched. It reports
// whether the list could be read. If it could not, the list before stays.
func (s *session) servedListCame(list string, ok bool) bool {
	folders, read := parseServed(list)
	s.server.unlisted = !ok || !read
	if !s.server.unlisted {
		s.server.folders = folders
	}
	return !s.server.unlisted
}

// fetchServed brings the files of a folder to the worker, or reports why it cannot. It fetches the
// list again first: a link may be opened before the list is there, and the server's files may have
// changed.
func (s *session) fetchServed(id int, folder string) {
	s.progressed(FileProgress{ID: id, Fetching: true})
	listServed(s.server.index, func(list string, ok bool) {
		if s.load.id == id {
			s.fetchFromList(id, folder, s.servedListCame(list, ok))
		}
	})
}

// fetchFromList continues fetchServed when the list has come. ok is false if it has not.
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

// servedOptions returns an option for each of the server's datasets. It includes the chosen
// dataset, even if the list does not have it or has not come yet.
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

// folderName returns the name of a folder for people.
func folderName(l lang.Lang, folder string) string {
	if folder == topFolder {
		return text.ServedTop.In(l)
	}
	return folder
}

// servedText fills a folder's name into {0} of a text, and args into the places after it.
func servedText(t lang.Text, folder string, args ...any) lang.Text {
	return lang.Make(func(l lang.Lang) string { return t.With(l, append([]any{folderName(l, folder)}, args...)...) })
}
