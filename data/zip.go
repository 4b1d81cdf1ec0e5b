package data

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
)

// Read takes zip archives, and npz, which is zip of npy files: it reads their entries as if they
// were files, named "archive/entry". Entries are stored or deflated. Those that are of no format
// stay packed.
//
// Described in PKWARE's APPNOTE.TXT. The sizes and places of entries are read from the directory at
// the end of the archive, as numpy writes others into the entries themselves.

const (
	zipEntry     = "PK\x03\x04" // begins an entry
	zipDirectory = "PK\x01\x02" // begins an entry of the directory
	zipEnd       = "PK\x05\x06" // begins the end of the directory

	zipEntryLength     = 30 // bytes before the name
	zipDirectoryLength = 46
	zipEndLength       = 22
	maxZipComment      = 1<<16 - 1

	// packedHead is how many bytes of an entry are read for its Head.
	packedHead = 4096
)

// IsZip reports whether a file that begins like this is a zip archive.
func IsZip(beginning []byte) bool { return bytes.HasPrefix(beginning, []byte(zipEntry)) }

// A zipped is an entry of an archive.
type zipped struct {
	name         string // with the archive's before it
	deflated     bool
	unreadable   bool // encrypted, or packed in another way
	sum          uint32
	packed, size int64
	at           int64 // where it begins in the archive
}

// ZipHeads returns the Heads of the entries of an archive of size bytes, without its folders. It
// reads no more of the archive than that takes. The Heads of pictures have no Bytes: there may be
// very many, and their names tell what they are. So have those that cannot be unpacked.
func ZipHeads(name string, size int64, archive io.ReaderAt) ([]Head, error) {
	_, heads, err := openZip(name, size, archive, func() {})
	return heads, err
}

// Archive is a zip archive in memory, for a caller that wants its entries one by one: pictures in
// folders, which the browser decodes.
type Archive struct {
	entries []zipped
	content []byte
}

// OpenArchive reads the directory of an archive. Every fault is an *Error.
func OpenArchive(f File) (*Archive, error) {
	entries, err := zipEntries(f.Name, int64(len(f.Data)), bytes.NewReader(f.Data))
	if err != nil {
		return nil, err
	}
	return &Archive{entries, f.Data}, nil
}

// Paths returns the path of each entry, the archive's name first.
func (a *Archive) Paths() []string {
	paths := make([]string, len(a.entries))
	for i, e := range a.entries {
		paths[i] = e.name
	}
	return paths
}

// Unpack returns the content of entry i, which may share the memory of the archive. It returns an
// *Error where the entry is damaged or has more than MaxBytes.
func (a *Archive) Unpack(i int) ([]byte, error) {
	if e := &a.entries[i]; e.size > MaxBytes {
		return nil, TooLarge(e.name)
	}
	return a.entries[i].unpack(a.content, func(int) {})
}

// openZip returns the entries of an archive, at least one, and their Heads. It calls progress now
// and then.
func openZip(name string, size int64, archive io.ReaderAt, progress func()) (entries []zipped, heads []Head, err error) {
	if entries, err = zipEntries(name, size, archive); err != nil {
		return nil, nil, err
	}
	if len(entries) == 0 {
		return nil, nil, fault(CodeEmptyFile, name)
	}
	heads = make([]Head, len(entries))
	memory := make([]byte, packedHead)
	var unpacking inflater
	for i, e := range entries {
		heads[i] = Head{Name: e.name, Size: e.size}
		if i%(progressBytes/packedHead) == 0 {
			progress()
		}
		if isPictureName(e.name) || e.unreadable {
			continue
		}
		beginning := memory[:min(e.packed, packedHead)]
		start, ok := e.start(archive)
		if !ok || !readAt(archive, beginning, start) {
			return nil, nil, fault(CodeZip, e.name)
		}
		if heads[i].Bytes = e.head(beginning, &unpacking); e.size > 0 && len(heads[i].Bytes) == 0 {
			return nil, nil, fault(CodeZip, e.name)
		}
	}
	return entries, heads, nil
}

// zipEntries reads the directory of an archive.
func zipEntries(name string, size int64, archive io.ReaderAt) ([]zipped, error) {
	damage := fault(CodeZip, name)
	tail := make([]byte, min(size, zipEndLength+maxZipComment))
	if !readAt(archive, tail, size-int64(len(tail))) {
		return nil, damage
	}
	end := bytes.LastIndex(tail, []byte(zipEnd))
	if end < 0 || len(tail)-end < zipEndLength {
		return nil, damage
	}
	length := int64(binary.LittleEndian.Uint32(tail[end+12:]))
	from := int64(binary.LittleEndian.Uint32(tail[end+16:]))
	// Where something stands before the archive, all places are that much further on.
	before := size - int64(len(tail)-end) - length - from
	if n := binary.LittleEndian.Uint16(tail[end+10:]); n == 0xffff {
		before = 0 // more records lie between the directory and its end
	}
	if before < 0 || from+length > size {
		return nil, damage
	}
	directory := make([]byte, length)
	if !readAt(archive, directory, before+from) {
		return nil, damage
	}
	var entries []zipped
	for len(directory) > 0 {
		if len(directory) < zipDirectoryLength || !strings.HasPrefix(string(directory[:4]), zipDirectory) {
			return nil, damage
		}
		flags, method := binary.LittleEndian.Uint16(directory[8:]), binary.LittleEndian.Uint16(directory[10:])
		e := zipped{
			deflated: method == 8, unreadable: flags&1 != 0 || method != 0 && method != 8,
			sum:    binary.LittleEndian.Uint32(directory[16:]),
			packed: int64(binary.LittleEndian.Uint32(directory[20:])),
			size:   int64(binary.LittleEndian.Uint32(directory[24:])),
			at:     before + int64(binary.LittleEndian.Uint32(directory[42:])),
		}
		nameEnd := zipDirectoryLength + int(binary.LittleEndian.Uint16(directory[28:]))
		next := nameEnd + int(binary.LittleEndian.Uint16(directory[30:])) + int(binary.LittleEndian.Uint16(directory[32:]))
		if next > len(directory) {
			return nil, damage
		}
		inside := strings.ToValidUTF8(strings.ReplaceAll(string(directory[zipDirectoryLength:nameEnd]), `\`, "/"), "\ufffd")
		e.name = name + "/" + inside
		directory = directory[next:]
		if !strings.HasSuffix(inside, "/") {
			if len(entries) == maxEntries {
				return nil, fault(CodeTooManyEntries, name, maxEntries)
			}
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// start returns where the bytes of an entry begin in an archive.
func (e *zipped) start(archive io.ReaderAt) (int64, bool) {
	head := make([]byte, zipEntryLength)
	if !readAt(archive, head, e.at) || !IsZip(head) {
		return 0, false
	}
	return e.at + zipEntryLength + int64(binary.LittleEndian.Uint16(head[26:])) + int64(binary.LittleEndian.Uint16(head[28:])), true
}

// head returns the first bytes of an entry, from the first bytes that it has in the archive.
func (e *zipped) head(beginning []byte, unpacking *inflater) []byte {
	head := make([]byte, min(HeadLength, e.size))
	if !e.deflated {
		return head[:copy(head, beginning)]
	}
	n, _ := unpacking.inflate(head, beginning, func(int) {})
	return head[:n]
}

// unpack returns the content of an entry, and calls progress with the number of bytes unpacked. A
// stored entry is not copied.
func (e *zipped) unpack(archive []byte, progress func(done int)) ([]byte, error) {
	damage := fault(CodeZip, e.name)
	start, ok := e.start(bytes.NewReader(archive))
	switch {
	case e.unreadable:
		return nil, fault(CodeZipKind, e.name)
	case !ok || start+e.packed > int64(len(archive)) || !e.deflated && e.packed != e.size:
		return nil, damage
	}
	content := archive[start : start+e.packed]
	if e.deflated {
		packed := content
		// Deflate makes at most 1032 bytes of one, so no more memory is taken than that.
		if e.size > 1032*e.packed {
			return nil, damage
		}
		content = make([]byte, e.size)
		if n, whole := new(inflater).inflate(content, packed, progress); !whole || n < len(content) {
			return nil, damage
		}
	}
	var sum uint32
	for from := 0; from < len(content); from += progressBytes {
		progress(len(content))
		sum = crc32.Update(sum, crc32.IEEETable, content[from:min(from+progressBytes, len(content))])
	}
	if sum != e.sum {
		return nil, damage
	}
	return content, nil
}

// readAt fills b with the bytes of a file from a place on.
func readAt(file io.ReaderAt, b []byte, at int64) bool {
	if at < 0 {
		return false
	}
	n, _ := file.ReadAt(b, at)
	return n == len(b)
}
