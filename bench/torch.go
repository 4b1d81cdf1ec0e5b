//go:build e2e

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// torch is PyTorch in a process of its own.
type torch struct {
	threads int
	blas    string // the folder of a libblas.so.3; empty for the system's
	folder  string // holds torch_peer.py and the files of samples

	cmd   *exec.Cmd
	in    io.WriteCloser
	lines chan string
	last  peerReply
}

// python is the interpreter that PYTHON names, else Debian's, for which apt installs
// python3-torch.
func python() string {
	if program := os.Getenv("PYTHON"); program != "" {
		return program
	}
	return "/usr/bin/python3"
}

func (t *torch) Open(n Net) (int, error) {
	p, err := n.plan()
	if err != nil {
		return 0, err
	}
	t.cmd = exec.Command(python(), filepath.Join(t.folder, "torch_peer.py"))
	threads := strconv.Itoa(t.threads)
	t.cmd.Env = append(os.Environ(), "THREADS="+threads, "OMP_NUM_THREADS="+threads, "OPENBLAS_NUM_THREADS="+threads)
	if t.blas != "" {
		t.cmd.Env = append(t.cmd.Env, "LD_LIBRARY_PATH="+t.blas)
	}
	var stderr strings.Builder
	t.cmd.Stderr = &stderr
	if t.in, err = t.cmd.StdinPipe(); err != nil {
		return 0, err
	}
	out, err := t.cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := t.cmd.Start(); err != nil {
		t.cmd = nil
		return 0, err
	}
	t.lines = make(chan string)
	go func(lines chan<- string) {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}(t.lines)
	options := map[string]any{"samples": samplesFile(t.folder, n)}
	if err := t.ask(stepLimit, map[string]any{"do": "open", "net": p, "options": options}); err != nil {
		t.Close() // after which stderr is complete
		return 0, fmt.Errorf("%w: %s", err, lastLine(stderr.String()))
	}
	return t.last.Parameters, nil
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

func (t *torch) Measure(length time.Duration) (Reading, error) {
	err := t.ask(length+stepLimit, map[string]any{"do": "measure", "ms": length.Milliseconds()})
	return t.last.reading(), err
}

func (t *torch) ask(limit time.Duration, question map[string]any) error {
	b, err := json.Marshal(question)
	if err != nil {
		return err
	}
	if _, err := t.in.Write(append(b, '\n')); err != nil {
		return err
	}
	select {
	case line, ok := <-t.lines:
		if !ok {
			return errors.New("it has ended")
		}
		var a struct {
			Value peerReply `json:"value"`
			Error *string   `json:"error"`
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		if a.Error != nil {
			return errors.New(*a.Error)
		}
		t.last = a.Value
		return nil
	case <-time.After(limit):
		return fmt.Errorf("no answer for %v", limit)
	}
}

func (t *torch) Close() {
	if t.cmd == nil {
		return
	}
	t.in.Close()
	kill := time.AfterFunc(5*time.Second, func() { t.cmd.Process.Kill() })
	for range t.lines { // until the process has ended
	}
	t.cmd.Wait()
	kill.Stop()
	t.cmd = nil
}
