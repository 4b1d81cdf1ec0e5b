//go:build e2e

package e2e

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"stridelab/e2e/browser"
)

// writeFiles writes files into a folder of their own and returns their paths, in order.
func writeFiles(t *testing.T, files ...namedFile) (paths []string) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.WriteFile(path, f.content, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

type namedFile struct {
	name    string
	content []byte
}

// labelsAs is an IDX file of labels, the same ones over and over.
func labelsAs(n int, labels ...byte) []byte {
	file := binary.BigEndian.AppendUint32([]byte{0, 0, 8, 1}, uint32(n))
	for i := range n {
		file = append(file, labels[i%len(labels)])
	}
	return file
}

// A file that is no IDX is named for what it is. Beside a dataset it is left out, however large.
func TestFilesOfOtherKindsAreNamedOrLeftOut(t *testing.T) {
	t.Parallel()
	table := append([]byte{0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 8}, make([]byte, 8)...)
	page := []byte("<!DOCTYPE html><title>404</title>")
	cifar := make([]byte, 2*3074) // of CIFAR-100, with two labels in a record
	cifar[1] = 60
	sets := []struct {
		en, ko string
		files  []namedFile
	}{
		{`is a damaged zip archive`, `zip이 손상`, []namedFile{{"digits.zip", []byte("PK\x03\x04\x14\x00digits/")}}},
		{`has a header that cannot be read`, `헤더를 읽을 수 없습니다`, []namedFile{{"x_train.npy", []byte("\x93NUMPY\x09\x00\x04\x00{ }\n")}}},
		{`has 3 columns`, `열이 3개입니다`, []namedFile{{"train.csv", []byte("label,pixel0,pixel1\n7,0,0\n")}}},
		{`is CIFAR-100`, `CIFAR-100 파일입니다`, []namedFile{{"train.bin", cifar}}},
		{`is a web page`, `웹 페이지입니다`, []namedFile{{"train-labels.gz", page}, {"train-images", idxImages(20)}}},
		{`is a web page`, `웹 페이지입니다`, []namedFile{{"labels.gz", gzipped(t, page)}}},
		{`has 2 dimensions`, `2차원 IDX 파일입니다`, []namedFile{{"labels", table}, {"images", idxImages(1)}}},
	}
	digits := []namedFile{
		{"README.md", []byte("# Digits")}, {"train-images-idx3-ubyte", idxImages(60)}, {"train-labels-idx1-ubyte", labelsAs(60, 0, 7)},
		{"all.tar.gz", gzipped(t, append(append(make([]byte, 257), "ustar"...), make([]byte, 257<<20)...))}, {".DS_Store", []byte("\x00\x00\x00\x01Bud1")},
	}
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			l := openLab(t, inLanguage(prefix, "/train"))
			for _, set := range sets {
				l.must(l.Upload(browser.Hook("dataset-file"), writeFiles(t, set.files...)...))
				l.waitNotice("error", map[string]string{"en": set.en, "ko": set.ko}[language])
				l.click("refusal-close")
				l.waitGone("error")
			}
			if got := l.dataset(); got != "digits-colour" {
				t.Errorf("the dataset is %q", got)
			}
			l.must(l.Upload(browser.Hook("dataset-file"), writeFiles(t, digits...)...))
			l.waitNotice("notice", map[string]string{
				"en": `50 training and 10 test images\. Left out, as no part of the dataset: README\.md, all\.tar\.gz, \.DS_Store\.`,
				"ko": `훈련 50장, 테스트 10장입니다\. 데이터셋이 아니어서 제외한 파일: README\.md, all\.tar\.gz, \.DS_Store\.`,
			}[language])
			l.waitDataset("files")
			l.wait(settle, `/`+map[string]string{"en": `2 classes \(0, 7\)`, "ko": `클래스 2개\(0, 7\)`}[language]+`/.test(`+root()+`.textContent)`)
			l.waitOutputs(8)
		})
	}
}

// A dropped folder is not read. It is said so, alone and beside files that are.
func TestDroppedFolderIsSaid(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	folder := filepath.Join(t.TempDir(), "mnist")
	files := classFiles(t, folder, 60, 10)
	at, err := l.Spot(browser.Hook("dataset"))
	l.must(err)
	l.must(l.Drop(at, folder))
	l.waitNotice("error", `^mnist is a folder: open it and drop the IDX files inside\.`)
	l.click("refusal-close")
	l.waitGone("error")
	l.must(l.Drop(at, append(files, folder)...))
	l.waitNotice("notice", `50 training and 10 test images\. Left out, as no part of the dataset: mnist\.`)
	l.waitDataset("files")
	l.waitOutputs(10)
}

// The browser unpacks gzip of several members, as the server does, and refuses the same damage.
func TestGzipOfSeveralMembersIsRead(t *testing.T) {
	t.Parallel()
	members := func(content []byte, cuts ...int) (packed []byte) {
		for i, cut := range append(cuts, len(content)) {
			from := 0
			if i > 0 {
				from = cuts[i-1]
			}
			packed = append(packed, gzipped(t, content[from:cut])...)
		}
		return packed
	}
	images, labels := idxImages(60), idxLabels(60)
	for i := range images[16:] {
		images[16+i] = byte(i * i >> 3)
	}
	l := openLab(t, "/train?v=1&seed=5")
	var want map[int]string
	for _, set := range [][]namedFile{
		{{"images", images}, {"labels", labels}},
		{{"images.gz", members(images, 3, 20, 5000, 30000)}, {"labels.gz", members(labels, 0, 40)}},
	} {
		l.must(l.Upload(browser.Hook("dataset-file"), writeFiles(t, set...)...))
		if want != nil {
			l.click("pending-apply")
		}
		l.waitNotice("notice", "50 training and 10 test images")
		got := l.firstLosses()
		if want == nil {
			want = got
		}
		for n := 1; n <= 3; n++ {
			if got[n] != want[n] || got[n] == "" {
				t.Errorf("%s: loss %q at step %d, want %q", set[0].name, got[n], n, want[n])
			}
		}
	}
	two := members(images, 20)
	broken := bytes.Clone(two)
	copy(broken[len(broken)/2:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	for _, c := range []struct {
		packed []byte
		says   string
	}{
		{broken, `is damaged gzip`},
		{append(bytes.Clone(two), 0), `is damaged gzip`},
		{two[:len(two)-30], `ends too early \(its header announces 47056 bytes\)`},
		{append(gzipped(t, images), gzipped(t, []byte("more"))...), `is longer than the 47056 bytes`},
	} {
		l.must(l.Upload(browser.Hook("dataset-file"), writeFiles(t, namedFile{"images.gz", c.packed}, namedFile{"labels", labels})...))
		l.waitNotice("error", `^images\.gz `+c.says)
		l.click("refusal-close")
		l.waitGone("error")
	}
}

// The drawing becomes a picture as the training images are, and a drawing unlike all of them is
// told.
func TestPadFollowsTheFilesAndTellsWhatIsNoDigit(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			l := openLab(t, inLanguage(prefix, "/train"))
			said := func(en, ko string) {
				t.Helper()
				l.wait(settle, `/`+map[string]string{"en": en, "ko": ko}[language]+`/.test(document.getElementById("pad-sure").textContent)`)
			}
			l.oneStep(1)
			middle, err := l.Spot(browser.Hook("draw-pad"))
			l.must(err)
			up, down := browser.Spot{X: middle.X, Y: middle.Y - 45}, browser.Spot{X: middle.X, Y: middle.Y + 45}
			l.must(l.Drag(middle, middle))
			said("this drawing is smaller than the training images", "훈련 이미지보다 작아서")
			l.must(l.Drag(up, down))
			said(`^Probability [0-9.]+%\.$`, `^확신도 [0-9.]+%\.$`)

			// Bright images with a dark bar that lies across: dark on light, and on their side.
			images := idxImages(60)
			for i := range images[16:] {
				images[16+i] = 255
				if y, x := i/28%28, i%28; y >= 12 && y < 15 && x >= 4 && x < 24 {
					images[16+i] = byte(i / 784)
				}
			}
			l.must(l.Upload(browser.Hook("dataset-file"), writeFiles(t, namedFile{"images", images}, namedFile{"labels", labelsAs(60, 0, 1)})...))
			l.click("pending-apply")
			l.waitOutputs(2)
			l.oneStep(1)
			l.wait(settle, `/`+map[string]string{"en": "It is dark on light", "ko": "밝은 바탕에 어두운 그림"}[language]+`/.test(`+root()+`.textContent)`)
			l.wait(settle, `/`+map[string]string{"en": "may lie on their side", "ko": "옆으로 누워"}[language]+`/.test(`+root()+`.textContent)`)
			said("seem to lie on their side", "옆으로 누워 있는 듯합니다")
			light := `(() => {
				const pad = document.getElementById("pad-seen"), pixels = pad.getContext("2d").getImageData(0, 0, pad.width, pad.height).data;
				const middle = 4 * (pad.width * (pad.height >> 1) + (pad.width >> 1));
				return pixels[4 * (pad.width + 1)] > 200 && pixels[middle] < 60;
			})()`
			l.wait(settle, light)
		})
	}
}
