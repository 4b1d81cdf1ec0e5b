//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// limit compiles and runs peers/limit.c. It returns the rate that program reaches, in billions
// of additions and multiplications a second. The error says why the rate is not known.
func limit() (float64, error) {
	if runtime.GOARCH != "amd64" {
		return 0, fmt.Errorf("peers/limit.c is for amd64, and this is %s", runtime.GOARCH)
	}
	gcc, err := exec.LookPath("gcc")
	if err != nil {
		return 0, fmt.Errorf("gcc is not installed")
	}
	source, err := scripts.ReadFile("peers/limit.c")
	if err != nil {
		return 0, err
	}
	folder, err := os.MkdirTemp("", "bench-limit-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "limit")
	if err := os.WriteFile(name+".c", source, 0o600); err != nil {
		return 0, err
	}
	// WebAssembly has no fused multiply-add, so the compiler may not use one either.
	if out, err := exec.Command(gcc, "-O3", "-mavx", "-mno-fma", "-ffp-contract=off", "-o", name, name+".c").CombinedOutput(); err != nil {
		return 0, fmt.Errorf("gcc: %w: %s", err, out)
	}
	out, err := exec.Command(name).Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}
