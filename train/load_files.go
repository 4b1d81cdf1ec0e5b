package train

import (
	"encoding/binary"

	"stridelab/data"
)

// LoadFiles asks the trainer to read a dataset from files. The answer is Progress while it
// reads, then a Dataset, or a Fault with the same ID. The present run goes on as it was,
// even one on earlier files: the next Configure with Files begins a run on these.
//
// All sizes stand before the bytes of the first file. So the page writes the head with
// AppendLoadFilesHead and puts the buffers of the files after it, without copying them
// through Go.
type LoadFiles struct {
	ID    int
	Files []data.File // in a decoded message, Data shares the memory of the message
}

// Append implements Message.
func (m LoadFiles) Append(dst []byte) []byte {
	sizes := make([]int, len(m.Files))
	for i, f := range m.Files {
		sizes[i] = len(f.Data)
	}
	dst = AppendLoadFilesHead(dst, m.ID, m.Files, sizes)
	for _, f := range m.Files {
		dst = append(dst, f.Data...)
	}
	return dst
}

// AppendLoadFilesHead writes a LoadFiles message up to the bytes of the first file. The
// caller appends the content of the files: sizes[i] bytes of files[i], one file directly
// after the other. Data is not read. It panics if files and sizes differ in length.
func AppendLoadFilesHead(dst []byte, id int, files []data.File, sizes []int) []byte {
	if len(files) != len(sizes) {
		panic("train: files and sizes differ in length")
	}
	dst = appendHead(dst, kindLoadFiles)
	dst = appendInt(dst, id)
	dst = appendInt(dst, len(files))
	for i, f := range files {
		dst = appendString(dst, f.Name)
		dst = appendBool(dst, f.Cut)
		dst = appendUint64(dst, uint64(f.Size))
		dst = appendInt(dst, sizes[i])
	}
	return dst
}

// SetLoadFilesID changes the ID of an encoded LoadFiles in place. It panics if message is
// shorter than such a message.
func SetLoadFilesID(message []byte, id int) {
	binary.LittleEndian.PutUint32(message[2:], uint32(id))
}

func readLoadFiles(r *reader) Message {
	m := LoadFiles{ID: r.int()}
	n := r.count(17) // a file takes 17 bytes and its name
	if n == 0 {
		return m
	}
	m.Files = make([]data.File, n)
	sizes := make([]int, n)
	for i := range m.Files {
		m.Files[i].Name = r.string()
		m.Files[i].Cut = r.bool()
		m.Files[i].Size = r.size()
		sizes[i] = r.int()
	}
	for i := range m.Files {
		m.Files[i].Data = r.take(sizes[i])
	}
	return m
}

// Progress says how many bytes of files the trainer has read.
type Progress struct {
	ID          int   // of the LoadFiles
	Done, Total int64 // bytes
}

// Append implements Message.
func (m Progress) Append(dst []byte) []byte {
	dst = appendHead(dst, kindProgress)
	dst = appendInt(dst, m.ID)
	dst = appendUint64(dst, uint64(m.Done))
	return appendUint64(dst, uint64(m.Total))
}

func (LoadFiles) kind() kind { return kindLoadFiles }
func (Progress) kind() kind  { return kindProgress }
