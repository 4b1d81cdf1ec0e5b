//go:build e2e

package main

import (
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
)

// A line passes the connections of a browser on to a server and counts what the server sends,
// headers too. It counts for the page and for its service worker alike.
type line struct {
	URL      string // that the browser uses instead of the server's
	listener net.Listener
	server   string
	bytes    atomic.Int64

	mu     sync.Mutex
	open   []net.Conn
	closed bool
}

// newLine opens a line to the server at a URL. The browser sees one address for all visits, so
// what it keeps from one is there in the next.
func newLine(server string) (*line, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	l := &line{URL: "http://" + listener.Addr().String(), listener: listener, server: strings.TrimPrefix(server, "http://")}
	go l.run()
	return l, nil
}

func (l *line) run() {
	for {
		browser, err := l.listener.Accept()
		if err != nil {
			return // the line is closed
		}
		go l.connect(browser)
	}
}

func (l *line) connect(browser net.Conn) {
	server, err := net.Dial("tcp", l.server)
	if err != nil {
		browser.Close()
		return
	}
	l.mu.Lock()
	l.open = append(l.open, browser, server)
	closed := l.closed
	l.mu.Unlock()
	if closed {
		browser.Close()
		server.Close()
		return
	}
	go func() {
		io.Copy(server, browser)
		server.Close()
	}()
	io.Copy(counted{browser, &l.bytes}, server)
	browser.Close()
}

// sent is how many bytes the server has sent.
func (l *line) sent() int64 { return l.bytes.Load() }

func (l *line) close() {
	l.listener.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	for _, c := range l.open {
		c.Close()
	}
}

type counted struct {
	io.Writer
	bytes *atomic.Int64
}

func (c counted) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.bytes.Add(int64(n))
	return n, err
}
