package data

import (
	"bytes"
)

// File is a file that a person chose. The page, or package unpack, has unpacked it where it was
// gzipped.
type File struct {
	Name string // as shown in messages
	Data []byte // the whole content, unpacked
	Cut  bool   // the file was gzip that ends too early; Data is the part before that

	// Size is the number of bytes of the whole file where Data is only its beginning, and else 0.
	// The page brings no more than the beginning of a file that Recognise does not know.
	Size int64
}

// Head is the beginning of a file. A format is recognised by it, before the rest has been read.
type Head struct {
	Name  string
	Bytes []byte // the first HeadLength bytes, unpacked; a shorter file has fewer
	Size  int64  // the bytes of the whole file, unpacked; -1 where it is not known
	Cut   bool   // the file is gzip that ends too early
}

// A format is one way to store a dataset in files. To add one, write its three functions in a file
// of its own and add its row to formats. CONTRIBUTING.md says which other files that takes.
type format struct {
	// recognises reports whether a file is of this format. It does so for damaged files too.
	recognises func(h Head) bool

	// check returns the fault that read would find, as far as the heads of the files show it.
	check func(heads []Head) error

	// read reads the files of a dataset. recognises has returned true for each of them. read calls
	// progress with the number of bytes read so far, at least once in 256 kB: the worker answers
	// the page during those calls.
	read func(files []File, progress func(done int64)) (Source, error)
}

// formats lists the formats that Read knows, in the order in which they are tried. A format whose
// files have no magic number must come after those that have one.
func formats() []format {
	return []format{
		{recognisesIDX, checkIDX, readIDX},       // MNIST, Fashion-MNIST, KMNIST, EMNIST, QMNIST
		{recognisesNPY, checkNPY, readNPY},       // and npz, which is a zip archive of npy
		{recognisesCIFAR, checkCIFAR, readCIFAR}, // CIFAR-10; of CIFAR-100 it says what it is
		{recognisesCSV, checkCSV, readCSV},
	}
}

// Read reads a dataset from its files, which have MaxBytes at most and are of one format (see
// formats). It reads the entries of zip archives as if they were files. It leaves out files that
// are of no such format, as a README is, and lists them in Info.LeftOut.
//
// Every fault is an *Error that names the file. Read calls progress, unless it is nil, with the
// number of bytes read so far and the total. The source may keep the Data of the files, so the
// caller must not change them afterwards. While it looks into archives, nothing has been read and
// the total is that of the files as they are.
func Read(files []File, progress func(done, total int64)) (Source, error) {
	var packed int64
	for _, f := range files {
		packed += int64(len(f.Data))
	}
	content, heads, err := openFiles(files, func() {
		if progress != nil {
			progress(0, packed)
		}
	})
	if err != nil {
		return nil, err
	}
	set, err := sortOut(heads)
	if err != nil {
		return nil, err
	}
	var total, unpacked int64
	for i, at := range set.kept {
		total += set.heads[i].Size
		if content[at].archive != nil {
			total += set.heads[i].Size // it is unpacked, and then read
		}
	}
	tell := func(done int64) {
		if progress != nil {
			progress(done, total)
		}
	}
	kept := make([]File, len(set.kept))
	for i, at := range set.kept {
		from := unpacked
		if kept[i], err = content[at].open(func(done int) { tell(from + int64(done)) }); err != nil {
			return nil, err
		}
		if content[at].archive != nil {
			unpacked += set.heads[i].Size
		}
	}
	src, err := set.format.read(kept, func(done int64) { tell(unpacked + done) })
	if err != nil {
		return nil, set.blame(err)
	}
	return leavingOut(src, set.strays), nil
}

// Check returns the fault that Read would find in the files with these heads, or nil for none. It
// cannot find a fault in bytes that the heads do not hold. So it finds none where all the dataset
// is in a zip archive, unless it is given the archive's ZipHeads in its place.
func Check(heads []Head) error {
	if !anyRecognised(heads) {
		for _, h := range heads {
			if IsZip(h.Bytes) {
				return nil
			}
		}
	}
	set, err := sortOut(heads)
	if err != nil {
		return err
	}
	if err := set.format.check(set.heads); err != nil {
		return set.blame(err)
	}
	return nil
}

// Recognise reports whether a file is of a format that Read knows, or an archive, which may hold
// such files. It does so for damaged files too. It names the formats once more, because the page
// recognises files and does not read them: formats would bring all readers into its program.
func Recognise(h Head) bool {
	return IsZip(h.Bytes) || recognisesIDX(h) || recognisesNPY(h) || recognisesCIFAR(h) || recognisesCSV(h)
}

// A content is a file, or an entry of an archive, that may still be packed.
type content struct {
	file    File
	entry   zipped
	archive []byte // nil for a file
}

// open returns the file, unpacked. It calls progress with the number of bytes unpacked.
func (c *content) open(progress func(done int)) (File, error) {
	if c.archive == nil {
		return c.file, nil
	}
	data, err := c.entry.unpack(c.archive, progress)
	return File{Name: c.entry.name, Data: data}, err
}

// openFiles returns files with the entries of archives in their places, and the heads of all.
// Beside files that are of a format, archives stay closed. It calls progress now and then.
func openFiles(files []File, progress func()) (all []content, heads []Head, err error) {
	plain := headsOf(files)
	closed := anyRecognised(plain)
	for i, f := range files {
		if closed || !IsZip(f.Data) || f.Size > int64(len(f.Data)) {
			all, heads = append(all, content{file: f}), append(heads, plain[i])
			continue
		}
		archive := bytes.NewReader(f.Data)
		entries, inside, err := openZip(f.Name, archive.Size(), archive, progress)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range entries {
			all = append(all, content{entry: e, archive: f.Data})
		}
		heads = append(heads, inside...)
	}
	return all, heads, nil
}

// headsOf returns the heads of files.
func headsOf(files []File) []Head {
	heads := make([]Head, len(files))
	for i, f := range files {
		heads[i] = Head{f.Name, f.Data[:min(HeadLength, len(f.Data))], max(f.Size, int64(len(f.Data))), f.Cut}
	}
	return heads
}

// namesOf returns the names of files.
func namesOf(files []File) []string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	return names
}

// fileSet is files sorted into those of one format and all others.
type fileSet struct {
	format format
	kept   []int  // the files of that format, by index
	heads  []Head // of those files
	strays []Head // of the other files
}

// sortOut sorts files. The first format of formats that a file is of is the dataset's. It returns
// an *Error where no file is of any, and where those that are cannot be read whole.
func sortOut(heads []Head) (set fileSet, err error) {
	if len(heads) == 0 {
		return set, fault(CodeNoFiles)
	}
	for _, f := range formats() {
		if f.recognisesAny(heads) {
			set.format = f
			break
		}
	}
	for i, h := range heads {
		if set.format.read == nil || !set.format.recognises(h) {
			set.strays = append(set.strays, h)
			continue
		}
		set.kept, set.heads = append(set.kept, i), append(set.heads, h)
	}
	if len(set.kept) == 0 {
		return set, set.strayFault()
	}
	room := int64(MaxBytes)
	for _, h := range set.heads {
		if h.Cut {
			return set, set.cutGzip(h)
		}
		if room -= max(0, h.Size); room < 0 {
			return set, TooLarge(h.Name)
		}
	}
	return set, nil
}

// recognisesAny reports whether a file is of this format.
func (f format) recognisesAny(heads []Head) bool {
	for _, h := range heads {
		if f.recognises(h) {
			return true
		}
	}
	return false
}

// anyRecognised reports whether a file is of a format. An archive is of none.
func anyRecognised(heads []Head) bool {
	for _, h := range heads {
		if formatOf(h).read != nil {
			return true
		}
	}
	return false
}

// formatOf returns the format of a file, or the zero format.
func formatOf(h Head) format {
	for _, f := range formats() {
		if f.recognises(h) {
			return f
		}
	}
	return format{}
}

// blame returns the fault to tell where err is the fault of the files that were kept. Where files
// are missing, one of the strays was meant to be among them: a web page, for example, that was
// saved under the name of the labels.
func (s fileSet) blame(err error) error {
	found, ok := err.(*Error)
	if ok && len(s.strays) > 0 && (found.Code == CodeNoImages || found.Code == CodeNoLabels) {
		return s.strayFault()
	}
	return err
}

// strayFault is the fault of the stray about which there is most to say.
func (s fileSet) strayFault() *Error {
	pictures, first := 0, ""
	for _, h := range s.strays {
		if isPicture(h.Bytes) || isPictureName(h.Name) {
			if pictures++; pictures == 1 {
				first = h.Name
			}
		}
	}
	if pictures > 1 && len(s.kept) == 0 {
		return fault(CodePictures, first)
	}
	told := foreign(s.strays[0])
	for _, h := range s.strays[1:] {
		if told.Code != CodeUnknown && !isHidden(told.Args[0].(string)) {
			break
		}
		told = foreign(h)
	}
	return told
}

// IsGzip reports whether a file that begins like this is gzipped (RFC 1952).
func IsGzip(beginning []byte) bool { return bytes.HasPrefix(beginning, []byte{0x1f, 0x8b}) }

// TooLarge is the fault of the file that brings the total past MaxBytes.
func TooLarge(name string) *Error { return fault(CodeTooLarge, name, MaxBytes>>20) }

// DamagedGzip is the fault of a gzipped file that cannot be unpacked.
func DamagedGzip(name string) *Error { return fault(CodeGzip, name) }

// cutGzip is the fault of a gzipped file that ends too early. Where a header gives the file's
// length, the fault does too.
func (s fileSet) cutGzip(h Head) error {
	h.Size = 1 // less than any header gives
	if err := s.format.check([]Head{h}); err != nil {
		return err
	}
	return DamagedGzip(h.Name)
}
