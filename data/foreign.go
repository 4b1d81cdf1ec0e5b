package data

import "strings"

// foreign returns the fault of a file that no format of formats recognises. It says what the file
// is, where its beginning or its name shows that, since a person who got the wrong file may not
// know it.
func foreign(h Head) *Error {
	b, name := h.Bytes, strings.ToLower(h.Name)
	switch {
	case len(b) == 0 && h.Cut:
		return DamagedGzip(h.Name)
	case len(b) == 0 && isPictureName(name):
		return fault(CodePictures, h.Name)
	case len(b) == 0 && h.Size > 0:
		return fault(CodeZipKind, h.Name)
	case len(b) == 0:
		return fault(CodeEmptyFile, h.Name)
	case IsGzip(b):
		return fault(CodeGzipTwice, h.Name)
	case isPage(b):
		return fault(CodePage, h.Name)
	case isPicture(b):
		return fault(CodePicture, h.Name)
	}
	if format := otherFormat(b, name); format != "" {
		return fault(CodeFormat, h.Name, format)
	}
	if archive := archiveOf(b); archive != "" {
		return fault(CodeArchive, h.Name, archive)
	}
	return fault(CodeUnknown, h.Name)
}

// A signature is what files of some kind have at an offset.
type signature struct {
	at    int
	bytes string
	kind  string
}

// find returns the kind of the first signature that b has, or "".
func find(b []byte, signatures []signature) string {
	for _, s := range signatures {
		if len(b) > s.at && strings.HasPrefix(string(b[s.at:]), s.bytes) {
			return s.kind
		}
	}
	return ""
}

// archiveOf returns the name of the archive or compression that a file begins as, or "".
func archiveOf(b []byte) string {
	return find(b, []signature{
		{0, "PK\x03\x04", "zip"},
		{257, "ustar", "tar"},
		{0, "7z\xbc\xaf\x27\x1c", "7z"},
		{0, "Rar!", "RAR"},
		{0, "\xfd7zXZ\x00", "xz"},
		{0, "BZh", "bzip2"},
		{0, "\x28\xb5\x2f\xfd", "Zstandard"},
	})
}

// otherFormat returns the name of a dataset format that Read does not know, or "".
func otherFormat(b []byte, name string) string {
	switch {
	case strings.HasSuffix(name, "/data.pkl"):
		return "PyTorch"
	case b[0] == 0x80 && strings.Contains(string(b), "batch_label"):
		return "CIFAR for Python"
	case isPickle(b, name):
		return "Python pickle"
	}
	return find(b, []signature{
		{0, "\x89HDF\r\n\x1a\n", "HDF5"},
		{0, "MATLAB", "MATLAB"},
		{0, "PAR1", "Parquet"},
	})
}

// isPickle reports whether a file is pickled Python. From protocol 2 on it begins with a byte of
// its own; before, NumPy's arrays tell it.
func isPickle(b []byte, name string) bool {
	return len(b) > 1 && b[0] == 0x80 && b[1] >= 2 && b[1] <= 5 || strings.Contains(string(b), "cnumpy.core") ||
		strings.HasSuffix(name, ".pkl") || strings.HasSuffix(name, ".pickle")
}

// isPage reports whether a file is a web page, or the error that a server sent as XML.
func isPage(b []byte) bool {
	for len(b) > 0 && (b[0] <= ' ' || b[0] >= 0x80) { // blanks, and the byte order mark
		b = b[1:]
	}
	text := strings.ToLower(string(b[:min(len(b), 64)]))
	for _, tag := range [...]string{"<!doctype", "<html", "<head", "<?xml", "<!--"} {
		if strings.HasPrefix(text, tag) {
			return true
		}
	}
	return false
}

// isPicture reports whether a file is one picture, in a format that cameras and screens make.
func isPicture(b []byte) bool {
	return find(b, []signature{
		{0, "\x89PNG\r\n", "PNG"},
		{0, "\xff\xd8\xff", "JPEG"},
		{0, "GIF8", "GIF"},
		{8, "WEBP", "WebP"},
	}) != ""
}

// isPictureName reports whether a file is a picture by its name.
func isPictureName(name string) bool {
	at := strings.LastIndexByte(name, '.')
	switch strings.ToLower(name[at+1:]) {
	case "png", "jpg", "jpeg", "gif", "webp":
		return at >= 0
	}
	return false
}

// isHidden reports whether a file is one that systems add by themselves, as .DS_Store and all that
// is in the folder __MACOSX of an archive.
func isHidden(path string) bool {
	for name := range strings.SplitSeq(path, "/") {
		if strings.HasPrefix(name, ".") || name == "__MACOSX" {
			return true
		}
	}
	return false
}
