//go:build e2e

package e2e

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strconv"
	"testing"
)

// serveWorker serves Stridelab with a script before that of its workers, by which a test ends them.
// It returns the address.
func serveWorker(t *testing.T, script string) string {
	t.Helper()
	target, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			if r.In.URL.Path == "/web/worker.js" {
				r.Out.Header.Set("Accept-Encoding", "identity")
				r.Out.Header.Del("If-None-Match")
			}
		},
		ModifyResponse: func(answer *http.Response) error {
			if answer.Request.URL.Path != "/web/worker.js" {
				return nil
			}
			worker, err := io.ReadAll(answer.Body)
			if err != nil {
				return err
			}
			worker = append([]byte(script), worker...)
			answer.Body = io.NopCloser(bytes.NewReader(worker))
			answer.ContentLength = int64(len(worker))
			answer.Header.Set("Content-Length", strconv.Itoa(len(worker)))
			return nil
		},
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server.URL
}
