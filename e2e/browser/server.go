//go:build e2e

package browser

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// A Server is a running server: the program that make run starts.
type Server struct {
	URL string // http://127.0.0.1:PORT
	cmd *exec.Cmd
}

// Root returns the repository's folder.
func Root() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", err
	}
	return filepath.Dir(strings.TrimSpace(string(out))), nil
}

// StartServer starts the built server on a free port, with further arguments.
func StartServer(args ...string) (*Server, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	program := filepath.Join(root, ".cache", "serve")
	if _, err := os.Stat(program); err != nil {
		return nil, fmt.Errorf("the server is not built: run make build (%w)", err)
	}
	cmd := exec.Command(program, append([]string{"-addr", "127.0.0.1:0"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	url := regexp.MustCompile(`http://\S+`).FindString(line)
	if url == "" {
		cmd.Process.Kill()
		cmd.Wait()
		return nil, fmt.Errorf("the server said %q and no address", line)
	}
	return &Server{url, cmd}, nil
}

// Stop asks the server to stop, as Ctrl-C does, and returns an error unless it ends cleanly.
func (s *Server) Stop() error {
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- s.cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(10 * time.Second):
		s.cmd.Process.Kill()
		return fmt.Errorf("the server has not stopped for 10 s")
	}
}
