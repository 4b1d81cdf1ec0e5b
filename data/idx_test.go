package data

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
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

func zip(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func TestReadIDXFindsPairsByContent(t *testing.T) {
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
		"in order":              {[]File{{"a", a}, {"al", al}, {"b", b}, {"bl", bl}}, 12, 5, 0, 100, 0},
		"smaller first":         {[]File{{"bl", bl}, {"b", b}, {"al", al}, {"a", a}}, 12, 5, 0, 100, 0},
		"names swapped":         {[]File{{"labels", a}, {"images", al}, {"train", b}, {"train", bl}}, 12, 5, 0, 100, 0},
		"gzipped":               {[]File{{"a", zip(a)}, {"al", zip(al)}, {"b", b}, {"bl", zip(bl)}}, 12, 5, 0, 100, 0},
		"one pair":              {[]File{{"al", al}, {"a", zip(a)}}, 10, 2, 0, 10, 0},
		"smallest pair":         {[]File{{"a", imagesOf(2, 1, 1, 7)}, {"al", labelsOf(2, 7)}}, 1, 1, 7, 8, 7},
		"equal, no hint":        {[]File{{"p-images", a}, {"q-images", twin}, {"q-labels", twinl}, {"p-labels", al}}, 12, 12, 0, 100, 0},
		"equal, train named":    {[]File{{"t10k-images", a}, {"t10k-labels", al}, {"train-images", twin}, {"train-labels", twinl}}, 12, 12, 100, 0, 5},
		"equal, test named":     {[]File{{"TEST-images", a}, {"TEST-labels", al}, {"other-images", twin}, {"other-labels", twinl}}, 12, 12, 100, 0, 5},
		"equal, labels equal":   {[]File{{"p", a}, {"pl", al}, {"q", twin}, {"ql", al}}, 12, 12, 0, 100, 0},
		"gzip of two members":   {[]File{{"a", append(zip(a[:20]), zip(a[20:])...)}, {"al", al}}, 10, 2, 0, 10, 0},
		"train in both names":   {[]File{{"train-p", a}, {"train-pl", al}, {"train-q", twin}, {"train-ql", twinl}}, 12, 12, 0, 100, 0},
		"hint against the size": {[]File{{"test-p", a}, {"test-pl", al}, {"train-q", b}, {"train-ql", bl}}, 12, 5, 0, 100, 0},
	} {
		s, err := ReadIDX(c.files, nil)
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

func TestReadIDXDescribesWhatItRead(t *testing.T) {
	labels := idxBytes(magicLabels, []uint32{4}, []byte{0, 25, 3, 61})
	s, err := ReadIDX([]File{{"letters", imagesOf(4, 5, 7, 0)}, {"l", labels}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := s.Info()
	if got.C != 1 || got.H != 5 || got.W != 7 || got.Classes != 62 || len(got.ClassNames) != 62 || got.ClassNames[61] != "61" || got.Endless {
		t.Errorf("got %+v, want 1 channel of 5×7 in 62 classes", got)
	}
	white := idxBytes(magicImages, []uint32{2, 1, 2}, []byte{255, 0, 128, 255})
	s, err = ReadIDX([]File{{"white", white}, {"l", labelsOf(2, 0)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if s.TrainSample(0, x); !slices.Equal(x, []float32{1, 0}) {
		t.Errorf("bytes 255 and 0 became %v, want 1 and 0", x)
	}
}

// faults lists, for every code that files can cause, files that cause it. The first file is the one to be named.
func faults() map[string]struct {
	files []File
	want  Code
} {
	images, labels := imagesOf(12, 3, 2, 0), labelsOf(12, 0)
	ok := []File{{"images", images}, {"labels", labels}}
	with := func(f File, rest ...File) []File { return append([]File{f}, rest...) }
	big := func(n, h, w uint32) []byte { return idxBytes(magicImages, []uint32{n, h, w}, []byte{1, 2, 3}) }
	flipped := zip(images)
	flipped[len(flipped)-6] ^= 1 // in the checksum
	scrambled := append([]byte{}, zip(bytes.Repeat(images, 9))...)
	copy(scrambled[14:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	return map[string]struct {
		files []File
		want  Code
	}{
		"nothing":                 {nil, CodeNoFiles},
		"empty":                   {with(File{"x", nil}, ok...), CodeEmptyFile},
		"gzip of nothing":         {with(File{"x", zip(nil)}, ok...), CodeEmptyFile},
		"text":                    {with(File{"x", []byte("hello, world, this is text")}, ok...), CodeNotIDX},
		"gzip of text":            {with(File{"x", zip([]byte("hello, world"))}, ok...), CodeNotIDX},
		"two bytes":               {with(File{"x", []byte{0, 0}}, ok...), CodeNotIDX},
		"gzip of two bytes":       {with(File{"x", zip([]byte{0, 0})}, ok...), CodeNotIDX},
		"zeros":                   {with(File{"x", make([]byte, 100)}, ok...), CodeNotIDX},
		"no dimensions":           {with(File{"x", []byte{0, 0, 8, 0, 1}}, ok...), CodeNotIDX},
		"unknown type":            {with(File{"x", []byte{0, 0, 7, 3, 1}}, ok...), CodeNotIDX},
		"floats":                  {with(File{"x", idxBytes(0x0d03, []uint32{1, 1, 1}, make([]byte, 4))}, ok...), CodeIDXKind},
		"two dimensions":          {with(File{"x", idxBytes(0x0802, []uint32{2, 2}, make([]byte, 4))}, ok...), CodeIDXKind},
		"255 dimensions":          {with(File{"x", idxBytes(0x08ff, []uint32{2, 2}, make([]byte, 4))}, ok...), CodeIDXKind},
		"gzip header cut":         {with(File{"x", zip(images)[:7]}, ok...), CodeGzip},
		"gzip cut before content": {with(File{"x", zip(images)[:10]}, ok...), CodeGzip},
		"gzip checksum":           {with(File{"x", flipped}, ok...), CodeGzip},
		"gzip body broken":        {with(File{"x", scrambled}, ok...), CodeGzip},
		"garbage behind gzip":     {with(File{"x", append(zip(images), "some garbage"...)}, ok...), CodeGzip},
		"gzip cut in the middle":  {with(File{"x", zip(images)[:len(zip(images))-12]}, ok...), CodeTruncated},
		"gzip trailer cut":        {with(File{"x", zip(images)[:len(zip(images))-3]}, ok...), CodeTruncated},
		"header cut":              {with(File{"x", images[:11]}, ok...), CodeTruncated},
		"only a magic number":     {with(File{"x", labels[:4]}, ok...), CodeTruncated},
		"body cut":                {with(File{"x", images[:len(images)-1]}, ok...), CodeTruncated},
		"gzip of a cut body":      {with(File{"x", zip(images[:len(images)-1])}, ok...), CodeTruncated},
		"labels cut":              {with(File{"x", labels[:len(labels)-1]}, ok...), CodeTruncated},
		"huge promise in gzip":    {with(File{"x", zip(big(60000, 28, 28))}, ok...), CodeTruncated},
		"trailing byte":           {with(File{"x", append(bytes.Clone(images), 0)}, ok...), CodeTrailing},
		"trailing byte in gzip":   {with(File{"x", zip(append(bytes.Clone(images), 0))}, ok...), CodeTrailing},
		"trailing label":          {with(File{"x", append(bytes.Clone(labels), 0)}, ok...), CodeTrailing},
		"bomb behind the end":     {with(File{"x", zip(append(bytes.Clone(labels), make([]byte, 1<<22)...))}, ok...), CodeTrailing},
		"65 MB promised":          {with(File{"x", big(65<<10, 32, 32)}, ok...), CodeTooLarge},
		"overflow":                {with(File{"x", big(0xffffffff, 8192, 8192)}, ok...), CodeTooLarge},
		"overflow in gzip":        {with(File{"x", zip(big(0xffffffff, 8192, 8192))}, ok...), CodeTooLarge},
		"huge labels":             {with(File{"x", idxBytes(magicLabels, []uint32{0xffffffff}, nil)}, ok...), CodeTooLarge},
		"huge edge":               {with(File{"x", big(1, 0xffffffff, 1)}, ok...), CodeImageSize},
		"huge width":              {with(File{"x", big(1, 1, 8193)}, ok...), CodeImageSize},
		"no height":               {with(File{"x", big(3, 0, 1)}, ok...), CodeImageSize},
		"no width":                {with(File{"x", big(3, 1, 0)}, ok...), CodeImageSize},
		"no images in the file":   {with(File{"x", big(0, 28, 28)}, ok...), CodeNoSamples},
		"no labels in the file":   {with(File{"x", idxBytes(magicLabels, []uint32{0}, nil)}, ok...), CodeNoSamples},
		"label 100":               {with(File{"x", idxBytes(magicLabels, []uint32{1}, []byte{100})}, ok...), CodeTooManyLabels},
		"label 255":               {with(File{"x", zip(idxBytes(magicLabels, []uint32{2}, []byte{0, 255}))}, ok...), CodeTooManyLabels},
		"labels alone":            {[]File{{"x", labels}}, CodeNoImages},
		"a second labels file":    {with(File{"x", labelsOf(5, 0)}, ok...), CodeNoImages},
		"images alone":            {[]File{{"x", images}}, CodeNoLabels},
		"a second images file":    {with(File{"x", imagesOf(5, 3, 2, 0)}, ok...), CodeNoLabels},
		"counts differ":           {[]File{{"x", imagesOf(11, 3, 2, 0)}, {"labels", labels}}, CodeCount},
		"counts of two differ":    {with(File{"x", imagesOf(5, 3, 2, 0)}, append(ok, File{"y", labelsOf(6, 0)})...), CodeCount},
		"images twice":            {with(File{"x", images}, ok...), CodeDuplicate},
		"images twice, one zip":   {with(File{"x", zip(images)}, append(ok, File{"y", labels})...), CodeDuplicate},
		"labels twice":            {with(File{"x", zip(labels)}, ok...), CodeDuplicate},
		"sizes differ":            {with(File{"x", imagesOf(5, 2, 3, 0)}, append(ok, File{"y", labelsOf(5, 0)})...), CodeSizesDiffer},
		"a single sample":         {[]File{{"x", imagesOf(1, 3, 2, 0)}, {"y", labelsOf(1, 0)}}, CodeTooFew},
		"three pairs": {with(File{"x", imagesOf(5, 3, 2, 0)}, append(ok, File{"y", labelsOf(5, 0)},
			File{"z", imagesOf(4, 3, 2, 0)}, File{"zl", labelsOf(4, 0)})...), CodeTooManyFiles},
	}
}

func TestReadIDXAnswersEveryFaultWithASentence(t *testing.T) {
	for name, c := range faults() {
		s, err := ReadIDX(c.files, nil)
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
		if len(c.files) > 0 && c.want != CodeTooManyFiles && !slices.Contains(fault.Args, any("x")) {
			t.Errorf("%s: %q does not name the file", name, text)
		}
	}
}

func TestEveryCodeCanHappenAndHasASentence(t *testing.T) {
	happens := map[Code]bool{CodeAdaptSize: true, CodeAdaptChannels: true} // TestAdaptRefuses... sees to these
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

func TestReadIDXTellsItsProgress(t *testing.T) {
	images := imagesOf(3000, 28, 28, 0)
	for i := range images[16:] {
		images[16+i] = byte(mix64(uint64(i))) // incompressible, so that there is something to tell
	}
	files := []File{{"images", zip(images)}, {"labels", labelsOf(3000, 0)}}
	total := int64(len(files[0].Data) + len(files[1].Data))
	var last int64
	calls := 0
	_, err := ReadIDX(files, func(done, of int64) {
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

// A few hundred bytes must not make the reader set aside megabytes.
func TestReadIDXSetsNoMemoryAsideForEmptyPromises(t *testing.T) {
	for _, name := range []string{"huge promise in gzip", "overflow in gzip", "65 MB promised", "huge labels"} {
		files := faults()[name].files
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ReadIDX(files, nil)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 1<<20 {
			t.Errorf("%s: %d bytes allocated, want less than 1 MB", name, got)
		}
	}
}

func TestFileSamplesPanicOnProgrammersErrors(t *testing.T) {
	s, err := ReadIDX([]File{{"a", imagesOf(12, 3, 2, 0)}, {"al", labelsOf(12, 0)}}, nil)
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

func FuzzReadIDX(f *testing.F) {
	images, labels := imagesOf(12, 3, 2, 0), labelsOf(12, 0)
	f.Add(images, labels)
	f.Add(zip(images), zip(labels))
	for _, c := range faults() {
		if len(c.files) > 0 && len(c.files[0].Data) < 1<<12 {
			f.Add(c.files[0].Data, labels)
			f.Add(images, c.files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		s, err := ReadIDX([]File{{"a", a}, {"b", b}}, nil)
		if err != nil {
			var fault *Error
			if s != nil || !errors.As(err, &fault) || strings.Contains(err.Error(), "%!") {
				t.Fatalf("source %v with error %v", s, err)
			}
			return
		}
		info := s.Info()
		x := buffer(s)
		if len(x) > maxUnpacked || info.Train < 1 || info.Test < 1 {
			t.Fatalf("unreasonable %+v", info)
		}
		for _, label := range []int{s.TrainSample(0, x), s.TrainSample(info.Train-1, x), s.TestSample(0, x), s.TestSample(info.Test-1, x)} {
			if label < 0 || label >= info.Classes {
				t.Fatalf("label %d of %d classes", label, info.Classes)
			}
		}
	})
}

func ExampleReadIDX() {
	_, err := ReadIDX([]File{{Name: "images.gz", Data: []byte("<html>404 Not Found</html>")}}, nil)
	fmt.Println(err)
	// Output: images.gz is not an IDX file: give MNIST-style images and labels, gzipped or not.
}
