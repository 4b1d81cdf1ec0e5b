//go:build e2e

package main

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"time"
)

// A slowLine is a slow network between a server and one visitor. All answers share its rate.
// It slows the answers to the service worker too, which the browser's own emulation does not.
type slowLine struct {
	host    *httptest.Server
	rate    float64 // bytes a second
	latency time.Duration

	mu    sync.Mutex
	free  time.Time // when everything sent so far has arrived
	bytes int64
}

// newSlowLine opens a line to the server at an address. The visitor uses host.URL instead.
func newSlowLine(server string, megabits float64, latency time.Duration) (*slowLine, error) {
	target, err := url.Parse(server)
	if err != nil {
		return nil, err
	}
	l := &slowLine{rate: megabits * 1e6 / 8, latency: latency}
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ErrorHandler = func(http.ResponseWriter, *http.Request, error) {} // the visitor has left
	l.host = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(l.latency)
		proxy.ServeHTTP(slowAnswer{w, l}, r)
	}))
	return l, nil
}

// carry sends n bytes: it waits until they have arrived.
func (l *slowLine) carry(n int) {
	l.mu.Lock()
	if now := time.Now(); l.free.Before(now) {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(float64(n) / l.rate * float64(time.Second)))
	l.bytes += int64(n)
	arrived := l.free
	l.mu.Unlock()
	time.Sleep(time.Until(arrived))
}

// sent is how many bytes have gone over the line, headers not counted.
func (l *slowLine) sent() int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.bytes
}

// slowAnswer sends an answer in packets, so that several answers take turns.
type slowAnswer struct {
	http.ResponseWriter
	line *slowLine
}

func (a slowAnswer) Write(p []byte) (int, error) {
	const packet = 4096
	for n := 0; n < len(p); n += packet {
		end := min(n+packet, len(p))
		a.line.carry(end - n)
		if _, err := a.ResponseWriter.Write(p[n:end]); err != nil {
			return n, err
		}
		http.NewResponseController(a.ResponseWriter).Flush()
	}
	return len(p), nil
}
