package main

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"

	"stridelab/app/lang"
)

// A recorder is the http.ResponseWriter that keeps what go-app's handler writes.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(p []byte) (int, error) { return r.body.Write(p) }

// fetch returns what the handler answers to a GET of the path.
func fetch(h http.Handler, path string) ([]byte, error) {
	r := &recorder{header: http.Header{}, status: http.StatusOK}
	h.ServeHTTP(r, &http.Request{
		Method: http.MethodGet, URL: &url.URL{Path: path}, Header: http.Header{},
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
	})
	if r.status != http.StatusOK {
		return nil, fmt.Errorf("%s cannot be rendered: status %d", path, r.status)
	}
	return r.body.Bytes(), nil
}

// A head says what goes into a page's <head> besides what go-app puts there.
type head struct {
	page   string // its English path; "" where it has no address of its own
	lang   lang.Lang
	prefix string
	policy string // a Content-Security-Policy, for hosts that cannot send one; "" for none
	data   bool   // the list of datasets may be asked for
}

// links returns the head's own elements.
func (h head) links() string {
	var b strings.Builder
	if h.data {
		// Without it a page does not ask, since what is not there is an error in the browser's console.
		b.WriteString(`<meta name="stridelab-data" content="` + indexPath + `">` + "\n")
	}
	if h.page == "" {
		return b.String() + `<meta name="robots" content="noindex">` + "\n"
	}
	at := func(l lang.Lang) string { return html.EscapeString(h.prefix + lang.Route(l, h.page)) }
	fmt.Fprintf(&b, "<link rel=\"canonical\" href=\"%s\">\n", at(h.lang))
	for _, l := range lang.All() {
		fmt.Fprintf(&b, "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", l.Tag(), at(l))
	}
	fmt.Fprintf(&b, "<link rel=\"alternate\" hreflang=\"x-default\" href=\"%s\">\n", at(lang.En))
	return b.String()
}

// finish turns a page as go-app wrote it into the page that is served.
func finish(markup []byte, h head) []byte {
	page := rewrite(markup, func(e *element) {
		switch e.name {
		case "meta":
			// go-app writes addresses with the host's name, which a server on
			// loopback and a static site do not know: https:///train.
			e.drop = strings.HasPrefix(e.get("content"), "https:///")
		case "link":
			e.drop = e.get("rel") == "canonical"
		case "img":
			if e.get("id") == "app-wasm-loader-icon" {
				e.set("alt", "") // the label beside it says the same in numbers
			}
		}
	})
	first := fmt.Sprintf(preloadLink, html.EscapeString(h.prefix+programPath))
	if h.policy != "" {
		// Before everything that loads, since a policy holds from where it stands.
		meta := `<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(h.policy) + `">`
		first = meta + "\n" + first
	}
	page = bytes.Replace(page, []byte("<head>"), []byte("<head>\n"+first), 1)
	return bytes.Replace(page, []byte("</head>"), []byte(h.links()+"</head>"), 1)
}
