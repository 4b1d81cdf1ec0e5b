package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// goApp returns the folder of the pinned go-app.
func goApp(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/maxence-charriere/go-app/v10").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestPageIsBuiltWithoutTheServersHalf(t *testing.T) {
	dir := t.TempDir()
	copied, mod := filepath.Join(dir, "goapp"), filepath.Join(dir, "page.mod")
	if err := trim(goApp(t), copied); err != nil {
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
	if err := trim(goApp(t), from); err != nil { // a trimmed one cannot be trimmed again
		t.Fatal(err)
	}
	err := trim(from, filepath.Join(t.TempDir(), "goapp"))
	if err == nil || !strings.Contains(err.Error(), "of this go-app holds") {
		t.Errorf("got %v, want an error that names the file", err)
	}
}
