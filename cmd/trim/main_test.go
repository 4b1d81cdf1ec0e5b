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
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nojsonv2")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	run("build", "-modfile="+mod, "../../app")
	for _, path := range strings.Fields(run("list", "-modfile="+mod, "-deps", "../wasm")) {
		if path == "net/http" || path == "crypto/tls" {
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
