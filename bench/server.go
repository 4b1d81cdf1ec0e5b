//go:build e2e

package main

import (
	"embed"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed peers
var scripts embed.FS

// A Server serves the page that does jobs, Stridelab's worker as it is built, and the
// scripts of the peers.
type Server struct {
	*httptest.Server
	Samples []byte // what all contestants train on
	Folder  string // holds the samples as files "samples-EDGE", and torch_peer.py

	mu       sync.Mutex
	queues   map[string]*jobQueue // by the name of the browser
	browsers []*Browser           // that show this server's page
	closed   bool
}

// startServer starts a server on a free port. Close ends it.
func startServer(root string, samples []byte) (*Server, error) {
	folder, err := torchFolder(samples)
	if err != nil {
		return nil, err
	}
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	s := &Server{Samples: samples, Folder: folder, queues: map[string]*jobQueue{}}
	file := func(name string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, name) }
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/job", func(w http.ResponseWriter, r *http.Request) { s.queue(r.FormValue("name")).giveJob(w, r) })
	mux.HandleFunc("/result", func(w http.ResponseWriter, r *http.Request) { s.queue(r.URL.Query().Get("name")).takeResult(w, r) })
	mux.HandleFunc("/samples", func(w http.ResponseWriter, r *http.Request) {
		to, err := strconv.Atoi(r.FormValue("edge"))
		if err != nil || to < 1 || to > edge {
			http.Error(w, "edge is not from 1 to "+strconv.Itoa(edge), http.StatusBadRequest)
			return
		}
		w.Write(crop(s.Samples, to))
	})
	mux.HandleFunc("/wasm_exec.js", file(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js")))
	mux.Handle("/node_modules/", http.StripPrefix("/node_modules/", http.FileServer(http.Dir(filepath.Join(root, "bench", "node_modules")))))
	mux.Handle("/bench/", http.StripPrefix("/bench/", http.FileServer(http.Dir(filepath.Join(root, ".cache", "bench")))))
	mux.HandleFunc("/web/", func(w http.ResponseWriter, r *http.Request) {
		folder := "static"
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			folder = "build"
		}
		http.ServeFile(w, r, filepath.Join(root, "web", folder, filepath.Base(r.URL.Path)))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, scripts, "peers"+r.URL.Path)
	})
	s.Server = httptest.NewServer(isolated(mux))
	return s, nil
}

// isolated makes pages cross-origin isolated. Only such a page gets several threads, which
// the wasm backend of tfjs uses, and a fine clock.
func isolated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// queue is the queue of the browser with a name.
func (s *Server) queue(name string) *jobQueue {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queues[name] == nil {
		s.queues[name] = newJobQueue()
	}
	return s.queues[name]
}

// add registers a browser, so that it ends with the server. It returns false where the
// server has been closed already.
func (s *Server) add(b *Browser) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.browsers = append(s.browsers, b)
	return !s.closed
}

// Close ends the browsers and the server, and removes the folder.
func (s *Server) Close() {
	s.mu.Lock()
	s.closed = true
	browsers := s.browsers
	s.mu.Unlock()
	for _, b := range browsers {
		b.Close()
	}
	os.RemoveAll(s.Folder)
	s.CloseClientConnections()
	s.Server.Close()
}

// torchFolder makes a folder with the files that PyTorch's process reads.
func torchFolder(samples []byte) (string, error) {
	folder, err := os.MkdirTemp("", "bench-torch-")
	if err != nil {
		return "", err
	}
	program, err := scripts.ReadFile("peers/torch_peer.py")
	if err != nil {
		return "", err
	}
	all, err := nets()
	if err != nil {
		return "", err
	}
	errs := []error{os.WriteFile(filepath.Join(folder, "torch_peer.py"), program, 0o600)}
	for _, n := range all {
		errs = append(errs, os.WriteFile(samplesFile(folder, n), crop(samples, n.Spec.In.H), 0o600))
	}
	return folder, errors.Join(errs...)
}

// samplesFile is the file in that folder with the samples for a net.
func samplesFile(folder string, n Net) string {
	return filepath.Join(folder, fmt.Sprintf("samples-%d", n.Spec.In.H))
}

// startLimit is how long a browser may take to load the page.
const startLimit = 90 * time.Second
