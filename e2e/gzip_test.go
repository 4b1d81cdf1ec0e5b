//go:build e2e

package e2e

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"stridelab/e2e/browser"
)

// gzipped returns content compressed with gzip.
func gzipped(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gzippedFiles writes a compressed copy beside each file and returns the names of the copies.
func gzippedFiles(t *testing.T, files []string) (packed []string) {
	t.Helper()
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		file += ".gz"
		if err := os.WriteFile(file, gzipped(t, content), 0o600); err != nil {
			t.Fatal(err)
		}
		packed = append(packed, file)
	}
	return packed
}

// firstLosses trains three steps on the chosen dataset and returns their losses by step.
func (l lab) firstLosses() map[int]string {
	l.t.Helper()
	l.waitState("idle")
	for n := 1; n <= 3; n++ {
		l.oneStep(n)
	}
	return l.losses()
}

func TestGzippedFilesAreTrainedOnAsPlainOnes(t *testing.T) {
	t.Parallel()
	plain := digitFiles(t)
	packed := gzippedFiles(t, plain)
	mixed := []string{packed[0], plain[1], plain[2], packed[3]}
	var want map[int]string
	for _, files := range [][]string{plain, packed, mixed} {
		l := openLab(t, "/train?v=1&seed=5")
		l.must(l.Upload(browser.Hook("dataset-file"), files...))
		l.waitNotice("notice", "128 training and 16 test images")
		l.waitDataset("files")
		got := l.firstLosses()
		if want == nil {
			want = got
		}
		for n := 1; n <= 3; n++ {
			if got[n] != want[n] || got[n] == "" {
				t.Errorf("%s: loss %q at step %d, want %q", filepath.Base(files[0]), got[n], n, want[n])
			}
		}
	}

	dir := t.TempDir()
	moveFiles(t, packed, filepath.Join(dir, "gz"))
	l := lab{open(t, launch(t), startServer(t, "-data", dir).URL, browser.Options{})}
	l.visit("/train?v=1&seed=5&data=data:gz")
	l.waitNotice("notice", "“gz” was read")
	got := l.firstLosses()
	for n := 1; n <= 3; n++ {
		if got[n] != want[n] {
			t.Errorf("from the server: loss %q at step %d, want %q", got[n], n, want[n])
		}
	}
}

func TestGzippedFilesThatCannotBeReadAreRefused(t *testing.T) {
	t.Parallel()
	images, labels := idxImages(200), idxLabels(200)
	for i := range images[16:] {
		images[16+i] = byte(i * i >> 3) // some hundred bytes when compressed
	}
	packed := gzipped(t, images)
	checksum := bytes.Clone(packed)
	checksum[len(checksum)-6] ^= 1
	broken := bytes.Clone(packed)
	copy(broken[len(broken)/2:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	sets := []struct {
		name   string
		images []byte
		en, ko string
	}{
		{"cut in the middle", packed[:len(packed)/2], `ends too early \(its header announces 156816 bytes\)`, `헤더에 적힌 길이는 156816바이트`},
		{"cut in the trailer", packed[:len(packed)-3], `ends too early \(its header announces 156816 bytes\)`, `헤더에 적힌 길이는 156816바이트`},
		{"cut before its content", packed[:10], `is damaged gzip`, `gzip이 손상`},
		{"wrong checksum", checksum, `is damaged gzip`, `gzip이 손상`},
		{"broken inside", broken, `is damaged gzip`, `gzip이 손상`},
		{"followed by garbage", append(bytes.Clone(packed), "some garbage"...), `is damaged gzip`, `gzip이 손상`},
		{"too large once unpacked", gzipped(t, append(bytes.Clone(images), make([]byte, 257<<20)...)), `brings the data to more than 256 MB unpacked`, `256 MB를 넘습니다`},
		{"gzip in gzip", gzipped(t, packed), `is gzipped twice`, `두 번 압축`},
		{"longer than it says", gzipped(t, append(bytes.Clone(images), 1)), `is longer than the 156816 bytes`, `156816바이트보다 깁니다`},
		{"nothing", gzipped(t, nil), `is empty`, `빈 파일입니다`},
	}
	for prefix, language := range languages() {
		l := openLab(t, inLanguage(prefix, "/train"))
		for n, set := range sets {
			t.Run(language+" "+set.name, func(t *testing.T) {
				l := lab{tab{l.Tab, t}}
				dir := t.TempDir()
				var files []string
				for name, content := range map[string][]byte{"images.gz": set.images, "labels.gz": gzipped(t, labels)} {
					file := filepath.Join(dir, name)
					l.must(os.WriteFile(file, content, 0o600))
					files = append(files, file)
				}
				l.must(l.Upload(browser.Hook("dataset-file"), files...))
				l.waitNotice("error", `^images\.gz`+map[string]string{"en": ` ` + set.en, "ko": `.*` + set.ko}[language])
				if got := l.dataset(); got != "digits-colour" {
					t.Errorf("the dataset is %q", got)
				}
				l.oneStep(n + 1)
				l.click("refusal-close")
				l.waitGone("error")
			})
		}
	}
}

// A browser from before 2023 reads plain files. For gzipped ones the page tells what to do.
func TestBrowserThatCannotUnpackSaysSo(t *testing.T) {
	t.Parallel()
	plain := digitFiles(t)
	packed := gzippedFiles(t, plain)
	for prefix, language := range languages() {
		l := openLab(t, inLanguage(prefix, "/train"))
		l.must(l.Do(`void delete window.DecompressionStream`))
		l.must(l.Upload(browser.Hook("dataset-file"), packed...))
		l.waitNotice("error", map[string]string{
			"en": `^This browser cannot unpack train-images-idx3-ubyte\.gz, which is gzipped\. Unpack it first, or update the browser\.`,
			"ko": `gzip으로 압축한 train-images-idx3-ubyte\.gz 파일을 풀 수 없습니다`,
		}[language])
		l.waitDataset("digits-colour")
		l.oneStep(1)
		l.must(l.Upload(browser.Hook("dataset-file"), plain...))
		l.waitNotice("notice", "128.*16")
	}
}
