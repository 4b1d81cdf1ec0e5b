//go:build !js

package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// A visitor does not download what the trainer does not use, and the portable parts do not
// know that they run in a browser.
func TestWorkerDoesNotReachWhatItHasNoUseFor(t *testing.T) {
	list := func(pkg string) []string {
		cmd := exec.Command("go", "list", "-deps", pkg)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd,nojsonv2")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		return strings.Fields(string(out))
	}
	for _, dep := range list("stridelab/cmd/worker") {
		for _, banned := range []string{
			"net", "net/http", "encoding/json", "regexp", "html/template", "text/template",
			"compress/gzip", // the page unpacks it
			"github.com/maxence-charriere/go-app/v10/pkg/app", "stridelab/app", "stridelab/web",
		} {
			if dep == banned {
				t.Errorf("the worker reaches %s", dep)
			}
		}
	}
	for _, dep := range list("stridelab/train/cluster") {
		if dep == "stridelab/app" || strings.HasPrefix(dep, "github.com/maxence-charriere/") {
			t.Errorf("train/cluster reaches %s", dep)
		}
	}
}
