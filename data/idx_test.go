package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The beginnings of IDX files of bytes.
const (
	magicLabels = 0x0801
	magicImages = 0x0803
)

// idxBytes is an IDX file: magic, dimensions, body.
func idxBytes(magic uint32, dims []uint32, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, magic)
	for _, d := range dims {
		out = binary.BigEndian.AppendUint32(out, d)
	}
	return append(out, body...)
}

// imagesOf holds n images of h×w pixels; pixel p of image i is first+i+p.
func imagesOf(n, h, w, first int) []byte {
	body := make([]byte, n*h*w)
	for i := range body {
		body[i] = byte(first + i/(h*w) + i%(h*w))
	}
	return idxBytes(magicImages, []uint32{uint32(n), uint32(h), uint32(w)}, body)
}

// labelsOf holds n labels, first, first+1, ..., each modulo 10.
func labelsOf(n, first int) []byte {
	body := make([]byte, n)
	for i := range body {
		body[i] = byte((first + i) % 10)
	}
	return idxBytes(magicLabels, []uint32{uint32(n)}, body)
}

func file(name string, content []byte) File { return File{Name: name, Data: content} }

func TestReadFindsPairsByContent(t *testing.T) {
	a, al := imagesOf(12, 3, 2, 0), labelsOf(12, 0)
	b, bl := imagesOf(5, 3, 2, 100), labelsOf(5, 5)
	twin, twinl := imagesOf(12, 3, 2, 100), labelsOf(12, 5)
	for name, c := range map[string]struct {
		files       []File
		train, test int
		firstPixel  int // of training image 0
		firstTest   int // of test image 0
		firstLabel  int
	}{
		"in order":              {[]File{file("a", a), file("al", al), file("b", b), file("bl", bl)}, 12, 5, 0, 100, 0},
		"smaller first":         {[]File{file("bl", bl), file("b", b), file("al", al), file("a", a)}, 12, 5, 0, 100, 0},
		"names swapped":         {[]File{file("labels", a), file("images", al), file("train", b), file("train", bl)}, 12, 5, 0, 100, 0},
		"one pair":              {[]File{file("al", al), file("a", a)}, 10, 2, 0, 10, 0},
		"smallest pair":         {[]File{file("a", imagesOf(2, 1, 1, 7)), file("al", labelsOf(2, 7))}, 1, 1, 7, 8, 7},
		"equal, no hint":        {[]File{file("p-images", a), file("q-images", twin), file("q-labels", twinl), file("p-labels", al)}, 12, 12, 0, 100, 0},
		"equal, train named":    {[]File{file("t10k-images", a), file("t10k-labels", al), file("train-images", twin), file("train-labels", twinl)}, 12, 12, 100, 0, 5},
		"equal, test named":     {[]File{file("TEST-images", a), file("TEST-labels", al), file("other-images", twin), file("other-labels", twinl)}, 12, 12, 100, 0, 5},
		"equal, labels equal":   {[]File{file("p", a), file("pl", al), file("q", twin), file("ql", al)}, 12, 12, 0, 100, 0},
		"train in both names":   {[]File{file("train-p", a), file("train-pl", al), file("train-q", twin), file("train-ql", twinl)}, 12, 12, 0, 100, 0},
		"hint against the size": {[]File{file("test-p", a), file("test-pl", al), file("train-q", b), file("train-ql", bl)}, 12, 5, 0, 100, 0},
	} {
		s, err := Read(c.files, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		info := s.Info()
		if info.Train != c.train || info.Test != c.test {
			t.Errorf("%s: %d for training and %d for testing, want %d and %d", name, info.Train, info.Test, c.train, c.test)
		}
		x := buffer(s)
		label := s.TrainSample(0, x)
		if x[0] != float32(c.firstPixel)/255 || label != c.firstLabel {
			t.Errorf("%s: training image 0 starts with %v, label %d; want %d, label %d", name, x[0]*255, label, c.firstPixel, c.firstLabel)
		}
		if s.TestSample(0, x); x[0] != float32(c.firstTest)/255 {
			t.Errorf("%s: test image 0 starts with %v, want %d", name, x[0]*255, c.firstTest)
		}
	}
}

func TestReadDescribesWhatItRead(t *testing.T) {
	labels := idxBytes(magicLabels, []uint32{4}, []byte{0, 25, 3, 61})
	s, err := Read([]File{file("letters", imagesOf(4, 5, 7, 0)), file("l", labels)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := s.Info()
	if got.C != 1 || got.H != 5 || got.W != 7 || got.Classes != 62 || len(got.ClassNames) != 62 || got.ClassNames[61] != "61" || got.Endless {
		t.Errorf("got %+v, want 1 channel of 5×7 in 62 classes", got)
	}
	white := idxBytes(magicImages, []uint32{2, 1, 2}, []byte{255, 0, 128, 255})
	s, err = Read([]File{file("white", white), file("l", labelsOf(2, 0))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if s.TrainSample(0, x); !slices.Equal(x, []float32{1, 0}) {
		t.Errorf("bytes 255 and 0 became %v, want 1 and 0", x)
	}
}

// A faultCase is files that Read refuses, and the code that it refuses them with. The first file is
// the one to be named.
type faultCase struct {
	files []File
	want  Code
}

// faultTables has a table of fault cases for each format. A format's test file adds its own in an
// init function.
var faultTables = []func() map[string]faultCase{idxFaults, foreignFaults}

// faults lists, for every code that files can cause, files that cause it.
func faults() map[string]faultCase {
	all := map[string]faultCase{}
	for _, table := range faultTables {
		maps.Copy(all, table())
	}
	return all
}

func idxFaults() map[string]faultCase {
	images, labels := imagesOf(12, 3, 2, 0), labelsOf(12, 0)
	ok := []File{file("images", images), file("labels", labels)}
	with := func(f File, rest ...File) []File { return append([]File{f}, rest...) }
	big := func(n, h, w uint32) []byte { return idxBytes(magicImages, []uint32{n, h, w}, []byte{1, 2, 3}) }
	return map[string]faultCase{
		"nothing":               {nil, CodeNoFiles},
		"empty":                 {[]File{file("x", nil)}, CodeEmptyFile},
		"text":                  {[]File{file("x", []byte("hello, world, this is text"))}, CodeUnknown},
		"two bytes":             {[]File{file("x", []byte{0, 0})}, CodeUnknown},
		"zeros":                 {[]File{file("x", make([]byte, 100))}, CodeUnknown},
		"no dimensions":         {[]File{file("x", []byte{0, 0, 8, 0, 1})}, CodeUnknown},
		"unknown type":          {[]File{file("x", []byte{0, 0, 7, 3, 1})}, CodeUnknown},
		"no number":             {with(file("x", idxBytes(0x0d03, []uint32{1, 1, 1}, []byte{0x7f, 0xc0, 0, 0})), ok...), CodeNoNumbers},
		"infinite":              {with(file("x", idxBytes(0x0e03, []uint32{1, 1, 1}, []byte{0x7f, 0xf0, 0, 0, 0, 0, 0, 0})), ok...), CodeNoNumbers},
		"floats cut":            {with(file("x", idxBytes(0x0d03, []uint32{2, 1, 1}, make([]byte, 7))), ok...), CodeTruncated},
		"seven columns":         {with(file("x", idxBytes(0x0c02, []uint32{2, 7}, make([]byte, 56))), ok...), CodeIDXKind},
		"label -1":              {with(file("x", idxBytes(0x0901, []uint32{2}, []byte{1, 0xff})), ok...), CodeTooManyLabels},
		"half a label":          {with(file("x", idxBytes(0x0d01, []uint32{1}, []byte{0x3f, 0, 0, 0})), ok...), CodeTooManyLabels},
		"label NaN":             {with(file("x", idxBytes(0x0d01, []uint32{1}, []byte{0x7f, 0xc0, 0, 0})), ok...), CodeTooManyLabels},
		"two dimensions":        {with(file("x", idxBytes(0x0802, []uint32{2, 2}, make([]byte, 4))), ok...), CodeIDXKind},
		"255 dimensions":        {with(file("x", idxBytes(0x08ff, []uint32{2, 2}, make([]byte, 4))), ok...), CodeIDXKind},
		"header cut":            {with(file("x", images[:11]), ok...), CodeTruncated},
		"only a magic number":   {with(file("x", labels[:4]), ok...), CodeTruncated},
		"body cut":              {with(file("x", images[:len(images)-1]), ok...), CodeTruncated},
		"labels cut":            {with(file("x", labels[:len(labels)-1]), ok...), CodeTruncated},
		"cut gzip":              {with(File{Name: "x", Data: images, Cut: true}, ok...), CodeTruncated},
		"cut gzip of a header":  {with(File{Name: "x", Data: images[:9], Cut: true}, ok...), CodeTruncated},
		"cut gzip of text":      {[]File{File{Name: "x", Data: []byte("hello"), Cut: true}}, CodeUnknown},
		"cut gzip of nothing":   {[]File{File{Name: "x", Cut: true}}, CodeGzip},
		"trailing byte":         {with(file("x", append(bytes.Clone(images), 0)), ok...), CodeTrailing},
		"trailing label":        {with(file("x", append(bytes.Clone(labels), 0)), ok...), CodeTrailing},
		"257 MB promised":       {with(file("x", big(257<<10, 32, 32)), ok...), CodeTooLarge},
		"overflow of doubles":   {with(file("x", idxBytes(0x0e03, []uint32{0xffffffff, 8192, 8192}, nil)), ok...), CodeTooLarge},
		"overflow":              {with(file("x", big(0xffffffff, 8192, 8192)), ok...), CodeTooLarge},
		"huge labels":           {with(file("x", idxBytes(magicLabels, []uint32{0xffffffff}, nil)), ok...), CodeTooLarge},
		"huge edge":             {with(file("x", big(1, 0xffffffff, 1)), ok...), CodeImageSize},
		"huge width":            {with(file("x", big(1, 1, 8193)), ok...), CodeImageSize},
		"no height":             {with(file("x", big(3, 0, 1)), ok...), CodeImageSize},
		"no width":              {with(file("x", big(3, 1, 0)), ok...), CodeImageSize},
		"no images in the file": {with(file("x", big(0, 28, 28)), ok...), CodeNoSamples},
		"no labels in the file": {with(file("x", idxBytes(magicLabels, []uint32{0}, nil)), ok...), CodeNoSamples},
		"label 100":             {with(file("x", idxBytes(magicLabels, []uint32{1}, []byte{100})), ok...), CodeTooManyLabels},
		"label 255":             {with(file("x", idxBytes(magicLabels, []uint32{2}, []byte{0, 255})), ok...), CodeTooManyLabels},
		"labels alone":          {[]File{file("x", labels)}, CodeNoImages},
		"a second labels file":  {with(file("x", labelsOf(5, 0)), ok...), CodeNoImages},
		"images alone":          {[]File{file("x", images)}, CodeNoLabels},
		"a second images file":  {with(file("x", imagesOf(5, 3, 2, 0)), ok...), CodeNoLabels},
		"counts differ":         {[]File{file("x", imagesOf(11, 3, 2, 0)), file("labels", labels)}, CodeCount},
		"counts of two differ":  {with(file("x", imagesOf(5, 3, 2, 0)), append(ok, file("y", labelsOf(6, 0)))...), CodeCount},
		"images twice":          {with(file("x", images), ok...), CodeDuplicate},
		"labels twice":          {with(file("x", labels), ok...), CodeDuplicate},
		"sizes differ":          {with(file("x", imagesOf(5, 2, 3, 0)), append(ok, file("y", labelsOf(5, 0)))...), CodeSizesDiffer},
		"a single sample":       {[]File{file("x", imagesOf(1, 3, 2, 0)), file("y", labelsOf(1, 0))}, CodeTooFew},
		"three pairs": {with(file("x", imagesOf(5, 3, 2, 0)), append(ok, file("y", labelsOf(5, 0)),
			file("z", imagesOf(4, 3, 2, 0)), file("zl", labelsOf(4, 0)))...), CodeTooManyFiles},
	}
}

func TestReadAnswersEveryFaultWithASentence(t *testing.T) {
	for name, c := range faults() {
		s, err := Read(c.files, nil)
		var fault *Error
		if !errors.As(err, &fault) || s != nil {
			t.Errorf("%s: got source %v, error %v; want an *Error", name, s, err)
			continue
		}
		if fault.Code != c.want {
			t.Errorf("%s: code %s (%v), want %s", name, fault.Code, fault, c.want)
		}
		text := err.Error()
		if strings.Contains(text, "%!") || !strings.HasSuffix(text, ".") {
			t.Errorf("%s: %q is not a sentence", name, text)
		}
		if len(c.files) > 0 && c.want != CodeTooManyFiles && !names(fault, "x") {
			t.Errorf("%s: %q does not name the file", name, text)
		}
	}
}

// names reports whether a fault names a file, or an entry of it.
func names(fault *Error, file string) bool {
	return slices.ContainsFunc(fault.Args, func(arg any) bool {
		name, ok := arg.(string)
		return ok && (name == file || strings.HasPrefix(name, file+"/"))
	})
}

func TestEveryCodeCanHappenAndHasASentence(t *testing.T) {
	happens := map[Code]bool{
		CodeAdaptSize: true, CodeAdaptChannels: true, // TestAdaptRefuses... causes these
		CodeFewSamples: true, // TestSplitOf...
		// TestFoldersThatAreNoClasses...
		CodeNoPictures: true, CodeNoFolders: true, CodeOneClass: true, CodeEmptyClass: true, CodeTooManyClasses: true,
	}
	for _, c := range faults() {
		happens[c.want] = true
	}
	codes := Codes()
	if len(codes) != len(happens) {
		t.Errorf("%d codes, but tests cause %d", len(codes), len(happens))
	}
	for i, code := range codes {
		if !happens[code] {
			t.Errorf("no test causes %s", code)
		}
		if slices.Contains(codes[:i], code) {
			t.Errorf("code %s is listed twice", code)
		}
	}
}

func TestReadTellsItsProgress(t *testing.T) {
	const n = 2 << 20
	files := []File{file("labels", labelsOf(n, 0)), file("images", imagesOf(n, 1, 1, 0))}
	total := int64(len(files[0].Data) + len(files[1].Data))
	var last int64
	calls := 0
	_, err := Read(files, func(done, of int64) {
		if done < last || done > of || of != total {
			t.Errorf("told %d of %d after %d; want it to rise to %d", done, of, last, total)
		}
		last = done
		calls++
	})
	if err != nil || last != total || calls < 10 {
		t.Errorf("error %v, last told %d of %d in %d calls", err, last, total, calls)
	}
}

// allocated is how many bytes a function allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A few bytes must not make the reader allocate megabytes.
func TestReadSetsNoMemoryAsideForEmptyPromises(t *testing.T) {
	for _, name := range []string{"overflow", "257 MB promised", "huge labels"} {
		files := faults()[name].files
		if got := allocated(func() { Read(files, nil) }); got > 1<<20 {
			t.Errorf("%s: %d bytes allocated, want less than 1 MB", name, got)
		}
	}
}

func TestFileSamplesPanicOnProgrammersErrors(t *testing.T) {
	s, err := Read([]File{file("a", imagesOf(12, 3, 2, 0)), file("al", labelsOf(12, 0))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	for name, call := range map[string]func(){
		"index too large": func() { s.TrainSample(10, x) },
		"negative index":  func() { s.TestSample(-1, x) },
		"bad destination": func() { s.TrainSample(0, x[1:]) },
	} {
		func() {
			defer func() {
				if got := recover(); got != panicDst && got != panicIndex {
					t.Errorf("%s: panic %v", name, got)
				}
			}()
			call()
		}()
	}
}

func FuzzRead(f *testing.F) {
	images, labels := imagesOf(12, 3, 2, 0), labelsOf(12, 0)
	f.Add(images, labels)
	for _, c := range faults() {
		if len(c.files) > 0 && len(c.files[0].Data) < 1<<12 {
			f.Add(c.files[0].Data, labels)
			f.Add(images, c.files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		s, err := Read([]File{file("a", a), file("b", b)}, nil)
		if err != nil {
			var fault *Error
			if s != nil || !errors.As(err, &fault) || strings.Contains(err.Error(), "%!") {
				t.Fatalf("source %v with error %v", s, err)
			}
			return
		}
		info := s.Info()
		x := buffer(s)
		if len(x) > MaxBytes || info.Train < 1 || info.Test < 1 {
			t.Fatalf("unreasonable %+v", info)
		}
		for _, label := range []int{s.TrainSample(0, x), s.TrainSample(info.Train-1, x), s.TestSample(0, x), s.TestSample(info.Test-1, x)} {
			if label < 0 || label >= info.Classes {
				t.Fatalf("label %d of %d classes", label, info.Classes)
			}
		}
	})
}

func ExampleRead() {
	_, err := Read([]File{{Name: "images.gz", Data: []byte("<html>404 Not Found</html>")}}, nil)
	fmt.Println(err)
	// Output: images.gz is a web page and not a dataset: its link led to a page. Download the file itself.
}
