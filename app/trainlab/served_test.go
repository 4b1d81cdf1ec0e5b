package trainlab

import (
	"slices"
	"strings"
	"testing"

	"stridelab/app/lang"
)

func TestServersListIsGroupedByFolder(t *testing.T) {
	folders, ok := parseServed("a%20b.gz\t7\nmnist/t10k-images\t1000\nmnist/t10k-labels\t24\nvision/kmnist/x\t3\nz.gz\t1\n")
	if !ok {
		t.Fatal("the list is not read")
	}
	want := []servedFolder{
		{topFolder, []servedFile{{"a%20b.gz", "a b.gz", 7}, {"z.gz", "z.gz", 1}}},
		{"mnist", []servedFile{{"mnist/t10k-images", "t10k-images", 1000}, {"mnist/t10k-labels", "t10k-labels", 24}}},
		{"vision/kmnist", []servedFile{{"vision/kmnist/x", "x", 3}}},
	}
	same := func(a, b servedFolder) bool { return a.name == b.name && slices.Equal(a.files, b.files) }
	if !slices.EqualFunc(folders, want, same) {
		t.Errorf("got %+v, want %+v", folders, want)
	}
	if got := folders[1].size(); got != 1024 {
		t.Errorf("mnist is of %d bytes, want 1024", got)
	}
	if folders, ok := parseServed(""); !ok || len(folders) != 0 {
		t.Errorf("an empty list: %+v, %v; want no folders", folders, ok)
	}
}

func TestWhatIsNoListIsNotRead(t *testing.T) {
	for _, list := range []string{"<!doctype html>\n<p>hello", "mnist/x\n", "mnist/x\tmany\n", "mnist/x\t-1\n", "%zz\t3\n", "\t3\n"} {
		if folders, ok := parseServed(list); ok {
			t.Errorf("%q was read as %+v", list, folders)
		}
	}
}

func TestServersDatasetsAreOffered(t *testing.T) {
	lab := mounted(t)
	if n := len(lab.datasetOptions()); n != 2 {
		t.Fatalf("without a server there are %d datasets, want 2", n)
	}
	lab.servedListCame("mnist/a\t11000000\nmnist/b\t594722\nx.gz\t2048\n", true)
	lab.state.Dataset = Served("kmnist") // from a link; the server does not list it
	for _, c := range []struct {
		l    lang.Lang
		want []string
	}{
		{lang.En, []string{"On this server: mnist (2 files, 11 MB)", "On this server: the top folder (1 file, 2 kB)", "On this server: kmnist"}},
		{lang.Ko, []string{"이 서버의 mnist (파일 2개, 11 MB)", "이 서버의 맨 위 폴더 (파일 1개, 2 kB)", "이 서버의 kmnist"}},
	} {
		lab.Page.Lang = c.l
		var got, values []string
		for _, o := range lab.datasetOptions()[2:] {
			got, values = append(got, o.Label), append(values, o.Value)
		}
		if !slices.Equal(got, c.want) || strings.Join(values, " ") != "data:mnist data:. data:kmnist" {
			t.Errorf("%s: got %q for %q, want %q", c.l.Tag(), got, values, c.want)
		}
	}
	if lab.servedListCame("", false) || len(lab.server.folders) != 2 || !strings.Contains(lab.datasetHint(), text.ServedUnlisted.In(lang.Ko)) {
		t.Errorf("a list that did not come: %d folders, hint %q", len(lab.server.folders), lab.datasetHint())
	}
}

func TestSizesOfFiles(t *testing.T) {
	for _, c := range []struct {
		bytes int64
		want  string
	}{{0, "0 kB"}, {1, "1 kB"}, {1024, "1 kB"}, {1 << 20, "1.0 MB"}, {2_500_000, "2.4 MB"}, {11_594_722, "11 MB"}, {3 << 30, "3,072 MB"}} {
		if got := formatSize(c.bytes); got != c.want {
			t.Errorf("%d bytes: got %q, want %q", c.bytes, got, c.want)
		}
	}
}
