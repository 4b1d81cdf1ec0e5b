package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const wanted = "What it is for.\n\n--- a/x.go\n+++ b/x.go\n@@ -9,3 +9,3 @@\n one\n-two\n+three\n four\n@@ -20,1 +20,2 @@\n five\n+-- six\n"

func TestPatchIsAppliedWhereItsLinesStandOnce(t *testing.T) {
	for _, c := range []struct {
		name, file, want string // want "" for a refusal
	}{
		{"whatever the line numbers", "zero\none\ntwo\nfour\nfive\n", "zero\none\nthree\nfour\nfive\n-- six\n"},
		{"from the first line", "one\ntwo\nfour\nfive\n", "one\nthree\nfour\nfive\n-- six\n"},
		{"not there", "one\n2\nfour\nfive\n", ""},
		{"twice", "one\ntwo\nfour\none\ntwo\nfour\nfive\n", ""},
		{"within a line", "twenty-one\ntwo\nfour\nfive\n", ""},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "x.go"), []byte(c.file), 0o644); err != nil {
			t.Fatal(err)
		}
		hunks, err := parsePatch(wanted)
		if err != nil || len(hunks) != 2 {
			t.Fatalf("%d hunks, %v", len(hunks), err)
		}
		for i := 0; err == nil && i < len(hunks); i++ {
			err = hunks[i].apply(dir)
		}
		if (err == nil) != (c.want != "") {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got, _ := os.ReadFile(filepath.Join(dir, "x.go")); err == nil && string(got) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatIsNoPatchIsRefused(t *testing.T) {
	for _, patch := range []string{"", "only words\n", "--- a/x.go\n+++ b/x.go\n one\n", "--- a/x.go\n+++ b/x.go\n@@ @@\none\n"} {
		if hunks, err := parsePatch(patch); err == nil {
			t.Errorf("%q is read as %d hunks", patch, len(hunks))
		}
	}
}

func TestEveryPatchSaysWhatItIsFor(t *testing.T) {
	entries, err := patches.ReadDir("patches")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		content, err := patches.ReadFile("patches/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		if words, _, _ := strings.Cut(string(content), "--- a/"); len(words) < 100 {
			t.Errorf("%s begins with %q, want what it is for", entry.Name(), words)
		}
	}
}
