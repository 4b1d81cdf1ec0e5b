// Package unpack unpacks gzipped dataset files, for programs outside the browser.
//
//	files as they are on a disk ──Files──> files for data.Read
//	one file as it is on a disk ──Head───> its data.Head, for data.Recognise and data.Check
//	                            ──Heads──> the same; of a zip archive those of its entries
//
// Zip archives stay packed: data.Read unpacks them.
//
// The page does the same with the browser's DecompressionStream (app/trainlab). A package of its
// own keeps the decompressor out of the page's program and the worker's.
package unpack

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"stridelab/data"
)

// Files returns the files with the gzipped ones unpacked. Gzip that ends too early is unpacked as
// far as it goes and marked as cut. Every fault is a *data.Error that names the file: damaged gzip,
// and more than data.MaxBytes in all.
func Files(files []data.File) ([]data.File, error) {
	unpacked := make([]data.File, len(files))
	room := int64(data.MaxBytes)
	for i, f := range files {
		unpacked[i] = f
		if data.IsGzip(f.Data) {
			var err error
			if unpacked[i], err = gunzip(f, room); err != nil {
				return nil, err
			}
		}
		if room -= int64(len(unpacked[i].Data)); room < 0 {
			return nil, data.TooLarge(f.Name)
		}
	}
	return unpacked, nil
}

// memberStart is how a member of a gzipped file begins: the magic number, and deflate.
var memberStart = []byte{0x1f, 0x8b, 8}

// gunzip unpacks all members of a gzipped file. Unpacked it may have room bytes. Anything but a
// member behind a member is damage, as it is for the page.
func gunzip(f data.File, room int64) (data.File, error) {
	rest := bytes.NewReader(f.Data)
	z := new(gzip.Reader)
	var out bytes.Buffer
	for member := 0; rest.Len() > 0; member++ {
		if !bytes.HasPrefix(f.Data[len(f.Data)-rest.Len():], memberStart) {
			return f, data.DamagedGzip(f.Name)
		}
		err := z.Reset(rest)
		if err == nil {
			z.Multistream(false)
			_, err = out.ReadFrom(io.LimitReader(z, room+1-int64(out.Len())))
		} else if member == 0 {
			return f, data.DamagedGzip(f.Name)
		}
		switch {
		case int64(out.Len()) > room:
			return f, data.TooLarge(f.Name)
		case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
			f.Data, f.Cut = out.Bytes(), true
			return f, nil
		case err != nil:
			return f, data.DamagedGzip(f.Name)
		}
	}
	f.Data = out.Bytes()
	return f, nil
}

// Head returns the head of a file of size bytes and reads no more of it than that takes. The head
// of a gzipped file with a damaged beginning has no bytes.
func Head(name string, size int64, file io.ReaderAt) data.Head {
	h := data.Head{Name: name, Size: size}
	h.Bytes, _ = beginning(io.NewSectionReader(file, 0, size))
	if !data.IsGzip(h.Bytes) {
		return h
	}
	h.Bytes, h.Size = nil, -1
	z, err := gzip.NewReader(io.NewSectionReader(file, 0, size))
	if err != nil {
		return h
	}
	h.Bytes, err = beginning(z)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		h.Cut = true
	case err == nil && len(h.Bytes) < data.HeadLength:
		h.Size = int64(len(h.Bytes))
	}
	return h
}

// Heads returns the head of a file, or those of a zip archive's entries. A damaged archive is a
// *data.Error.
func Heads(name string, size int64, file io.ReaderAt) ([]data.Head, error) {
	if h := Head(name, size, file); !data.IsZip(h.Bytes) || h.Size < 0 {
		return []data.Head{h}, nil
	}
	return data.ZipHeads(name, size, file)
}

// beginning reads the first data.HeadLength bytes, or all of a shorter file.
func beginning(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, data.HeadLength))
}
