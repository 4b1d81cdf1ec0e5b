package data

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func init() { faultTables = append(faultTables, csvFaults) }

// csvOf is a table of n images of edge×edge pixels with their labels. Pixel p of image i is i+p.
func csvOf(n, edge, firstLabel int, header bool) []byte {
	var out bytes.Buffer
	if header {
		out.WriteString("label")
		for p := range edge * edge {
			fmt.Fprintf(&out, ",pixel%d", p)
		}
		out.WriteByte('\n')
	}
	for i := range n {
		fmt.Fprint(&out, (firstLabel+i)%10)
		for p := range edge * edge {
			fmt.Fprintf(&out, ",%d", (i+p)%256)
		}
		out.WriteByte('\n')
	}
	return out.Bytes()
}

func csvFaults() map[string]faultCase {
	alone := func(text string, want Code) faultCase { return faultCase{[]File{file("x", []byte(text))}, want} }
	named := func(text string, want Code) faultCase {
		return faultCase{[]File{file("x", []byte("label,a,b,c,d\n"+text))}, want}
	}
	a, b := csvOf(5, 2, 0, true), csvOf(4, 2, 0, true)
	return map[string]faultCase{
		"csv, 783 pixels":    alone(strings.Repeat("7,", 783)+"0\n", CodeCSVNoLabels),
		"csv, 7 columns":     alone("1,2,3,4,5,6,7\n", CodeCSVColumns),
		"csv, colours":       alone("1"+strings.Repeat(",7", 12)+"\n", CodeCSVColumns),
		"csv of the test":    alone("0,1,2,3\n4,5,6,7\n", CodeCSVNoLabels),
		"csv of labels":      alone("label,a,b,c\n1,2,3,4\n", CodeCSVColumns),
		"csv, row too short": named("1,0,0,0,0\n2,0,0,0\n", CodeCSVRow),
		"csv, row too long":  named("1,0,0,0,0\n2,0,0,0,0,0\n", CodeCSVRow),
		"csv cut":            named("1,0,0,0,0\n2,0,", CodeCSVRow),
		"csv of words":       named("1,0,black,0,0\n", CodeCSVNumber),
		"csv, empty cell":    named("1,0,,0,0\n", CodeCSVNumber),
		"csv, NaN":           named("1,0,NaN,0,0\n", CodeCSVNumber),
		"csv, infinite":      named("1,0,1e999,0,0\n", CodeCSVNumber),
		"csv, word as label": named("cat,0,0,0,0\n", CodeCSVNumber),
		"csv, label 100":     named("100,0,0,0,0\n", CodeTooManyLabels),
		"csv, label -1":      named("-1,0,0,0,0\n", CodeTooManyLabels),
		"csv, label 1.5":     named("1.5,0,0,0,0\n", CodeTooManyLabels),
		"csv without rows":   named("", CodeNoSamples),
		"csv of one row":     named("1,0,0,0,0\n", CodeTooFew),
		"csv twice":          {[]File{file("x", a), file("y", a)}, CodeDuplicate},
		"three csv":          {[]File{file("x", a), file("y", b), file("z", csvOf(3, 2, 0, true))}, CodeTooManyFiles},
		"csv sizes differ":   {[]File{file("x", a), file("y", csvOf(4, 3, 0, true))}, CodeSizesDiffer},
	}
}

func TestCSVIsReadInEveryDress(t *testing.T) {
	plain := string(csvOf(12, 3, 2, false))
	lines := strings.SplitAfter(strings.TrimSpace(plain), "\n")
	last := "p0,p1,p2,p3,p4,p5,p6,p7,p8,class\n"
	for _, line := range lines {
		label, rest, _ := strings.Cut(strings.TrimSpace(line), ",")
		last += rest + "," + label + "\n"
	}
	quoted := `"` + strings.NewReplacer(",", `","`, "\n", "\"\n\"").Replace(strings.TrimSpace(plain)) + `"`
	for name, text := range map[string]string{
		"plain":           plain,
		"header":          string(csvOf(12, 3, 2, true)),
		"other header":    "\"\",\"1x1\",b,c,d,e,f,g,h,i\n" + plain,
		"label last":      last,
		"byte order mark": "\xef\xbb\xbf" + string(csvOf(12, 3, 2, true)),
		"Windows":         strings.ReplaceAll(plain, "\n", "\r\n"),
		"no end of line":  strings.TrimSpace(plain),
		"blank lines":     "\n" + strings.ReplaceAll(plain, "\n", "\n\n \n"),
		"semicolons":      strings.ReplaceAll(plain, ",", ";"),
		"tabs":            strings.ReplaceAll(plain, ",", "\t"),
		"blanks":          strings.ReplaceAll(plain, ",", ", "),
		"quotes":          quoted,
		"decimals":        strings.ReplaceAll(plain, ",", ".0,"),
	} {
		s, err := Read([]File{file("train.csv", []byte(text))}, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		info, x := s.Info(), buffer(s)
		label := s.TrainSample(7, x)
		if info.Name != "csv" || info.Train != 10 || info.Test != 2 || info.C != 1 || info.H != 3 || info.W != 3 || label != 9 {
			t.Errorf("%s: label %d of %+v", name, label, info)
		}
		if want := float32(7+4) / 255; !near(x[4:5], []float32{want}) {
			t.Errorf("%s: the middle is %v, want %v", name, x[4], want)
		}
	}
}

func TestCSVOfFloats(t *testing.T) {
	text := "label,a,b,c,d\n0,0,1,0,1\n1,0.25,1e-1,.5,1\n2,1,0,+0.75,0\n"
	s, err := Read([]File{file("x.csv", []byte(text))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if s.TrainSample(0, x); !near(x, []float32{0, 1, 0, 1}) {
		t.Errorf("the first is %v", x)
	}
	if s.TrainSample(1, x); !near(x, []float32{.25, .1, .5, 1}) {
		t.Errorf("the second is %v", x)
	}
	if s.TestSample(0, x); !near(x, []float32{1, 0, .75, 0}) {
		t.Errorf("the third is %v", x)
	}
	if info := s.Info(); info.Black != 0 || info.White != 1 {
		t.Errorf("the range is %v to %v", info.Black, info.White)
	}
}

func TestCSVHasTwoParts(t *testing.T) {
	for name, files := range map[string][]File{
		"larger":  {file("a.csv", csvOf(5, 2, 3, true)), file("b.csv", csvOf(9, 2, 0, false))},
		"by name": {file("mnist_test.csv", bytes.Replace(csvOf(9, 2, 3, true), []byte(",1"), []byte(",3"), 1)), file("x.csv", []byte("Id,Label\n1,2\n")), file("mnist_train.csv", csvOf(9, 2, 0, false))},
		"zipped":  {file("train.csv.zip", zipOf(true, file("train.csv", csvOf(9, 2, 0, true)))), file("test.csv.zip", zipOf(true, file("test.csv", csvOf(5, 2, 3, true))))},
	} {
		s, err := Read(files, nil)
		if err != nil {
			t.Fatal(err)
		}
		if x := buffer(s); s.TrainSample(0, x) != 0 || s.TestSample(0, x) != 3 || s.Info().Train != 9 {
			t.Errorf("%s: %+v", name, s.Info())
		}
	}
}

func TestKagglesArchiveIsRead(t *testing.T) {
	unlabelled := append([]byte("pixel0,pixel1,pixel2,pixel3\n"), "0,1,2,3\n4,5,6,7\n"...)
	kaggle := zipOf(true, file("sample_submission.csv", []byte("ImageId,Label\n1,0\n2,0\n3,0\n")), file("test.csv", unlabelled), file("train.csv", csvOf(12, 2, 0, true)))
	s, err := Read([]File{file("digit-recognizer.zip", kaggle)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if info := s.Info(); info.Train != 10 || info.Test != 2 || len(info.LeftOut) != 2 {
		t.Errorf("got %+v", info)
	}
}

// A table beside IDX files describes them; it is not the dataset.
func TestTablesBesideIDXAreLeftOut(t *testing.T) {
	s, err := Read([]File{file("classes.csv", []byte("0,zero\n1,one\n")), file("a", imagesOf(12, 3, 2, 0)), file("b", labelsOf(12, 0))}, nil)
	if err != nil || !slices.Equal(s.Info().LeftOut, []string{"classes.csv"}) {
		t.Errorf("got %v", err)
	}
}

func TestEMNISTAsCSVIsTurned(t *testing.T) {
	digits := NewDigits(5, false)
	x := buffer(digits)
	var out bytes.Buffer
	for i := range 300 {
		fmt.Fprint(&out, digits.TrainSample(i, x))
		for p := range 784 {
			fmt.Fprintf(&out, ",%d", int(255*x[(p%28+2)*digitEdge+p/28+2]))
		}
		out.WriteByte('\n')
	}
	s, err := Read([]File{file("emnist-digits-train.csv", out.Bytes())}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if info := s.Info(); !info.Turned || info.Look.Wide {
		t.Errorf("turned %v, wide %v", info.Turned, info.Look.Wide)
	}
}

func TestCSVTellsItsProgress(t *testing.T) {
	text := csvOf(2000, 28, 0, true)
	var last int64
	calls := 0
	if _, err := Read([]File{file("x.csv", text)}, func(done, total int64) {
		if done < last || done-last > progressBytes || total != int64(len(text)) {
			t.Errorf("told %d of %d after %d", done, total, last)
		}
		last = done
		calls++
	}); err != nil || last != int64(len(text)) || calls < 10 {
		t.Errorf("%v, told %d of %d", err, last, len(text))
	}
}

func TestCSVOfHugeImagesTellsItsProgress(t *testing.T) {
	text := "label" + strings.Repeat(",p", 1500*1500) + "\n" + strings.Repeat("7"+strings.Repeat(",8", 1500*1500)+"\n", 2)
	var last int64
	if _, err := Read([]File{file("x.csv", []byte(text))}, func(done, total int64) {
		if done-last > progressBytes && last > 0 {
			t.Errorf("told %d after %d", done, last)
		}
		last = done
	}); err != nil || last != int64(len(text)) {
		t.Errorf("%v, told %d of %d", err, last, len(text))
	}
}

func TestCSVTakesLessMemoryThanItsText(t *testing.T) {
	blank := append([]byte("1,2\n"), bytes.Repeat([]byte("\n"), 1<<20)...)
	for name, text := range map[string][]byte{"digits": csvOf(2000, 28, 0, true), "blank lines": blank} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		s, err := Read([]File{file("x.csv", text)}, nil)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > uint64(len(text))*3/2 {
			t.Errorf("%s: %d bytes allocated for %d (%v, %v)", name, got, len(text), s != nil, err)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(csvOf(5, 2, 0, true))
	f.Add(csvOf(5, 2, 0, false))
	f.Add([]byte("label;a\n1;0.5\n\n2;\"3\"\r\n"))
	for _, c := range csvFaults() {
		f.Add(c.files[0].Data)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := Read([]File{file("x.csv", text)}, nil)
		if err != nil {
			if _, ok := err.(*Error); !ok || strings.Contains(err.Error(), "%!") {
				t.Fatal(err)
			}
			return
		}
		info, x := s.Info(), buffer(s)
		if label := s.TrainSample(info.Train-1, x); label < 0 || label >= info.Classes || info.Test < 1 {
			t.Fatalf("label %d of %+v", label, info)
		}
		for _, v := range x {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("a pixel is %v", v)
			}
		}
	})
}
