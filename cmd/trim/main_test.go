package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// goAppFolder returns the folder of the pinned go-app.
func goAppFolder(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", goApp).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestPageIsBuiltWithoutTheServersHalf(t *testing.T) {
	dir := t.TempDir()
	copied, mod := filepath.Join(dir, "goapp"), filepath.Join(dir, "page.mod")
	if err := trim(goAppFolder(t), copied); err != nil {
		t.Fatal(err)
	}
	if err := writeMod("../../go.mod", mod, copied); err != nil {
		t.Fatal(err)
	}
	// That the copy compiles is seen when the page is built with it.
	list := exec.Command("go", "list", "-modfile="+mod, "-deps", "../wasm")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nojsonv2")
	out, err := list.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, path := range strings.Fields(string(out)) {
		switch path {
		case "net/http", "crypto/tls", "crypto/aes", "crypto/sha1", "regexp", "database/sql/driver":
			t.Errorf("the page still reaches %s", path)
		}
	}
}

func TestAGoAppThatChangedIsRefused(t *testing.T) {
	from := t.TempDir()
	if err := trim(goAppFolder(t), from); err != nil { // a trimmed one cannot be trimmed again
		t.Fatal(err)
	}
	err := trim(from, filepath.Join(t.TempDir(), "goapp"))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"1-server.patch", "pkg/app/", "docs/architecture.md"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error that says %q", err, want)
		}
	}
}

func TestAnotherVersionIsRefusedUntilThePatchesWereRead(t *testing.T) {
	if err := checkVersion("../../go.mod"); err != nil {
		t.Error(err)
	}
	content, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	mod := filepath.Join(t.TempDir(), "go.mod")
	if err := os.WriteFile(mod, []byte(strings.Replace(string(content), goApp+" "+checked, goApp+" v10.9.9", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	err = checkVersion(mod)
	if err == nil || !strings.Contains(err.Error(), "v10.9.9") || !strings.Contains(err.Error(), "docs/architecture.md") {
		t.Errorf("got %v, want an error that names the version and where to read on", err)
	}
}

// The document that the errors name has the part that they name.
func TestHowToUpdateIsWritten(t *testing.T) {
	content, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), "### A new version of go-app\n") {
		t.Error("docs/architecture.md lacks “A new version of go-app”")
	}
}
