//go:build e2e

package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// A Chromium is a running browser.
type Chromium struct {
	ctx  context.Context
	stop []context.CancelFunc
}

// Launch starts a Chromium without a window. It prefers the headless shell, which has no interface
// of its own to start and draw. The environment variable CHROMIUM names another program.
func Launch() (*Chromium, error) { return start() }

// LaunchWithoutSIMD starts a Chromium whose WebAssembly has no SIMD, as on a processor without
// SSE 4.1.
func LaunchWithoutSIMD() (*Chromium, error) {
	return start(chromedp.Flag("js-flags", "--no-enable-sse4-1"))
}

func start(more ...chromedp.ExecAllocatorOption) (*Chromium, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("process-per-site", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// No name but 127.0.0.1 resolves, so a page that requests another host fails its test.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	options = append(options, more...)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser := chromedp.NewContext(allocator)
	c := &Chromium{ctx, []context.CancelFunc{stopBrowser, stopAllocator}}
	if err := chromedp.Do(ctx); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

func find() (string, error) {
	if program := os.Getenv("CHROMIUM"); program != "" {
		return program, nil
	}
	if program := installed(append([]string{"chromium-headless-shell"}, ordinary()...)...); program != "" {
		return program, nil
	}
	return "", errors.New("there is no Chromium: install it, or name its program in CHROMIUM")
}

// ordinary lists the programs of a Chromium with windows and settings.
func ordinary() []string { return []string{"chromium", "chromium-browser", "google-chrome"} }

// installed returns the first of the programs that is installed, or "".
func installed(names ...string) string {
	for _, name := range names {
		if program, err := exec.LookPath(name); err == nil {
			return program
		}
	}
	return ""
}

// withSettings makes start use a Chromium that reads the settings of its profile, if one is
// installed.
func withSettings() chromedp.ExecAllocatorOption {
	if program := installed(ordinary()...); program != "" {
		return chromedp.ExecPath(program)
	}
	return func(*chromedp.ExecAllocator) {}
}

// Close ends the browser.
func (c *Chromium) Close() {
	for _, stop := range c.stop {
		stop()
	}
}
