//go:build e2e

package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A Browser shows peers/runner.html and does jobs. It is started without a driver, on a
// profile of its own. Jobs and results go through the page, so any browser will do that can
// be started with an address.
type Browser struct {
	*jobQueue
	Version string
	cmd     *exec.Cmd
	ended   chan error
	profile string
	once    sync.Once
}

var (
	chromiumFlags = []string{"--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking",
		"--no-first-run", "--no-default-browser-check", "--disable-component-update", "--disable-dev-shm-usage",
		"--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"}
	noGPU       = []string{"--disable-gpu"}
	softwareGPU = []string{"--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"}
)

// firefoxPrefs keep a new profile from asking questions, from connecting to Mozilla, and from
// slowing down a page that is not visible.
const firefoxPrefs = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.server", "");
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.dns.disablePrefetch", true);
user_pref("network.prefetch-next", false);
user_pref("services.settings.server", "data:,");
user_pref("dom.timeout.enable_budget_timer_throttling", false);
user_pref("dom.ipc.processPriorityManager.enabled", false);
`

// startChromium starts Chromium on the page.
func startChromium(s *Server, name string, flags []string) (*Browser, error) {
	program, err := lookFor("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "bench-chromium-")
	if err != nil {
		return nil, err
	}
	args := append(append([]string{"--user-data-dir=" + profile}, chromiumFlags...), flags...)
	return start(s, name, program, profile, args)
}

// startFirefox starts Firefox on the page.
func startFirefox(s *Server, name string) (*Browser, error) {
	program, err := lookFor("FIREFOX", "firefox-esr", "firefox")
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "bench-firefox-")
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxPrefs), 0o600); err != nil {
		return nil, err
	}
	return start(s, name, program, profile, []string{"--headless", "--no-remote", "--profile", profile})
}

// lookFor finds a program: the one that the environment variable names, else the first of
// names that is installed.
func lookFor(variable string, names ...string) (string, error) {
	if program := os.Getenv(variable); program != "" {
		return program, nil
	}
	for _, name := range names {
		if program, err := exec.LookPath(name); err == nil {
			return program, nil
		}
	}
	return "", fmt.Errorf("%s is not installed", names[0])
}

func start(s *Server, name, program, profile string, args []string) (*Browser, error) {
	version, _ := exec.Command(program, "--version").Output()
	b := &Browser{
		jobQueue: s.queue(name),
		Version:  strings.TrimSpace(string(version)),
		profile:  profile,
		ended:    make(chan error, 1),
		cmd:      exec.Command(program, append(args, s.URL+"/runner.html?name="+url.QueryEscape(name))...),
	}
	// A group, so that Close ends all of its processes.
	b.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	b.cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	if err := b.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { b.ended <- b.cmd.Wait(); close(b.ended) }()
	if !s.add(b) {
		b.Close()
		return nil, errors.New("the bench is ending")
	}
	// A job without effect: its answer says that the page has loaded.
	if err := b.do(startLimit, map[string]any{"do": "close", "id": "nobody"}, nil); err != nil {
		select {
		case ended := <-b.ended:
			err = fmt.Errorf("%s has ended: %w", filepath.Base(program), errors.Join(ended, err))
		default:
		}
		b.Close()
		return nil, err
	}
	return b, nil
}

// Close ends the browser with all its processes.
func (b *Browser) Close() {
	b.once.Do(func() {
		syscall.Kill(-b.cmd.Process.Pid, syscall.SIGTERM)
		select {
		case <-b.ended:
		case <-time.After(5 * time.Second):
		}
		syscall.Kill(-b.cmd.Process.Pid, syscall.SIGKILL)
		os.RemoveAll(b.profile)
	})
}
