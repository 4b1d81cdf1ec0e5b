package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"stridelab/app/lang"
)

// policy is the Content-Security-Policy of every answer (DESIGN 7). connect-src allows https: for
// datasets whose address a learner types.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
	"connect-src 'self' https:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// Limits of a request. The largest answer is a dataset of 256 MB, which takes minutes over a slow
// classroom network.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 10 * time.Minute
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 5 * time.Second
	maxHeader     = 16 << 10 // bytes
	maxPath       = 2 << 10  // bytes
)

// NewServer returns the HTTP server of a site, and of datasets unless they are nil.
func NewServer(site *Site, datasets *Datasets) *http.Server {
	return &http.Server{
		Handler:           guard(route(site, datasets)),
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
	}
}

// route answers each request from the site or the datasets.
func route(site *Site, datasets *Datasets) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := r.URL.Path
		switch {
		case datasets != nil && strings.HasPrefix(p, dataPath):
			datasets.ServeHTTP(w, r)
		case site.assets[p] != nil:
			site.assets[p].ServeHTTP(w, r)
		case len(p) > 1 && strings.HasSuffix(p, "/") && site.assets[path.Clean(p)] != nil:
			target := path.Clean(p)
			if r.URL.RawQuery != "" {
				target += "?" + r.URL.RawQuery
			}
			w.Header().Set("Location", target)
			w.WriteHeader(http.StatusPermanentRedirect)
		case path.Ext(p) != "":
			refuse(w, http.StatusNotFound, "There is no such file.")
		default:
			l, _ := lang.FromPath(p)
			site.missing[l].serve(w, r, http.StatusNotFound)
		}
	})
}

// guard sets the headers that isolate the pages from other sites. It refuses requests that no page
// makes.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")

		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed, "Only GET and HEAD are answered here.")
		case r.ContentLength != 0:
			refuse(w, http.StatusRequestEntityTooLarge, "A request here carries no body.")
		case len(r.URL.Path) > maxPath:
			refuse(w, http.StatusRequestURITooLong, "The address is too long.")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// refuse answers with an error status and a sentence. It closes the connection where the request
// may still send a body.
func refuse(w http.ResponseWriter, status int, sentence string) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	if status == http.StatusMethodNotAllowed || status == http.StatusRequestEntityTooLarge {
		h.Set("Connection", "close")
	}
	w.WriteHeader(status)
	fmt.Fprintln(w, sentence)
}

// serveUntil serves on the listener until the context ends. Then it waits up to stopTimeout for
// open requests to finish.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := server.Shutdown(limit); err != nil {
		return server.Close()
	}
	return nil
}
