//go:build e2e

package main

import (
	"bufio"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
)

// machine describes in lines the hardware and the software that the figures were measured
// with. load is what loadAverage returned before the measurements.
func machine(load string, browsers []string) []string {
	lines := []string{"CPU: " + cpu() + ", " + count(runtime.NumCPU(), "core")}
	if load != "" {
		lines = append(lines, "Load in the minute before: "+load)
	}
	lines = append(lines, browsers...)
	lines = append(lines, "Go "+strings.TrimPrefix(runtime.Version(), "go")+revision())
	if out, err := exec.Command(python(), "-c", torchVersion).Output(); err == nil {
		lines = append(lines, strings.TrimSpace(string(out)))
	}
	if kernel, err := exec.Command("uname", "-sr").Output(); err == nil {
		lines = append(lines, strings.TrimSpace(string(kernel)))
	}
	return lines
}

const torchVersion = `
import re, sys, torch
config = torch.__config__.show()
mkl = re.search(r"MKL-DNN (v[\d.]+)", config)
print(f"PyTorch {torch.__version__} (Debian's python3-torch, Python {sys.version.split()[0]}, oneDNN {mkl[1] if mkl else 'off'}, {torch.backends.cpu.get_cpu_capability() if hasattr(torch.backends, 'cpu') and hasattr(torch.backends.cpu, 'get_cpu_capability') else re.search('CPU capability usage: (.*)', config)[1]})")
`

// cpu is the processor's name.
func cpu() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	defer f.Close()
	fields := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if name, value, ok := strings.Cut(s.Text(), ":"); ok {
			fields[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	name := fields["model name"]
	if name == "" {
		return runtime.GOARCH
	}
	if m := fields["model"]; m != "" { // a virtual machine may give only this
		name += " (family " + fields["cpu family"] + ", model " + m + ")"
	}
	return name
}

// loadAverage is Linux's load average over the last minute: how many programs ran or waited
// for a core. It is empty on other systems.
func loadAverage() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	minute, _, _ := strings.Cut(string(b), " ")
	return minute
}

// busy reports whether a load is higher than the build of the programs explains, which
// commonly comes right before.
func busy(load string) bool {
	v, err := strconv.ParseFloat(load, 64)
	return err == nil && v > 2*float64(runtime.NumCPU())
}

// revision names the commit that was built and says whether files differ from it. It is
// empty outside a Git repository.
func revision() string {
	out, err := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	if err != nil {
		return ""
	}
	text := ", Stridelab " + strings.TrimSpace(string(out))
	if exec.Command("git", "diff", "--quiet", "HEAD", "--", "nn", "train", "data", "cmd/worker", "web/static").Run() != nil {
		text += " with changes"
	}
	return text
}
