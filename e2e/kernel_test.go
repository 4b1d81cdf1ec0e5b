//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// The browser compiles the kernels itself, so results of Node need not hold here. The tests of the
// kernels, and those of networks that use them, run again in a worker, with WebAssembly SIMD.
func TestKernelsHoldTheirTwinsInTheBrowser(t *testing.T) {
	t.Parallel()
	programs := t.TempDir()
	server := httptest.NewServer(testPrograms(t, programs))
	t.Cleanup(server.Close)
	chromium := launch(t)
	for _, c := range []struct{ name, pkg, run string }{
		{"kernel", "stridelab/nn/internal/kernel", "."},
		{"nn", "stridelab/nn", "SameBits|MatrixProducts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			build := exec.Command("go", "test", "-c", "-o", filepath.Join(programs, c.name+".wasm"), c.pkg)
			build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd,nojsonv2")
			if out, err := build.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			page := open(t, chromium, server.URL, browser.Options{})
			page.visit("/")
			result := eval[struct {
				Code   int
				Output string
			}](page, fmt.Sprintf("run(%q, %q)", c.name+".wasm", c.run))
			if result.Code != 0 || !strings.Contains(result.Output, "PASS") {
				t.Errorf("exit code %d:\n%s", result.Code, result.Output)
			}
		})
	}
}

// testPrograms serves a page that runs test programs of a folder in a worker.
func testPrograms(t *testing.T, folder string) http.Handler {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	support := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	mux := http.NewServeMux()
	mux.Handle("/programs/", http.StripPrefix("/programs/", http.FileServer(http.Dir(folder))))
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, support) })
	mux.HandleFunc("/worker.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, testWorker)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, testPage)
	})
	return mux
}

const testPage = `<!doctype html><html data-ready><title>Tests</title><link rel="icon" href="data:,"><script>
	const run = (program, tests) => new Promise((resolve, reject) => {
		const worker = new Worker("/worker.js");
		worker.onmessage = (e) => resolve(e.data);
		worker.onerror = (e) => reject(new Error(e.message));
		worker.postMessage([program, tests]);
	});
</script></html>`

// testWorker runs a test program and sends back its output and exit code. By default wasm_exec.js
// writes the output to the console and drops the exit code.
const testWorker = `importScripts("/wasm_exec.js");
onmessage = async ({ data: [program, tests] }) => {
	let Output = "", Code = -1;
	const text = new TextDecoder();
	fs.writeSync = (_, bytes) => { Output += text.decode(bytes); return bytes.length; };
	fs.write = (_, bytes, offset, length, __, done) => {
		Output += text.decode(bytes.subarray(offset, offset + length));
		done(null, length);
	};
	try {
		const go = new Go();
		go.argv = [program, "-test.run=" + tests, "-test.timeout=5m"];
		go.exit = (code) => { Code = code; };
		const { instance } = await WebAssembly.instantiateStreaming(fetch("/programs/" + program), go.importObject);
		await go.run(instance);
	} catch (e) {
		Output += e.stack;
	}
	postMessage({ Code, Output });
};`
