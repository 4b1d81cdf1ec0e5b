package main

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

// A recorder is an http.ResponseWriter that stores what go-app's handler writes.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(p []byte) (int, error) { return r.body.Write(p) }

// fetch returns the body of the handler's answer to a GET of the path.
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

// A head holds what a page's <head> gets besides go-app's elements.
type head struct {
	page   string // its English path; "" for the page of addresses that do not exist
	lang   lang.Lang
	prefix string
	policy string // a Content-Security-Policy, for hosts that cannot send one; "" for none
	data   bool   // the page may ask for the list of datasets
	files  bool   // the page is written into a file, which a person may open
}

// links returns the elements that go to the end of the head.
func (h head) links() string {
	var b strings.Builder
	if h.data {
		// A page asks for the list only with this element, since a missing list would log an error
		// in the browser's console.
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

// pageStart is the start tag of a page's root element. The interface replaces the element.
const pageStart = `<div class="page">`

// fromFile returns the sentence for a page that a person opens from a file. There nothing that the
// page refers to is found. style.css hides the sentence, and so it is seen only where that is not
// found.
func (h head) fromFile() string {
	sentence := ui.FromFile.In(h.lang)
	if h.prefix != "" {
		sentence = ui.FromFileUnder.With(h.lang, h.prefix)
	}
	return "\n" + `<p class="from-file"><strong>` + html.EscapeString(sentence) + "</strong></p>"
}

// finish turns a page of go-app into the page that is served.
func finish(markup []byte, h head) []byte {
	page := rewrite(markup, func(e *element) {
		switch e.get("id") {
		case "app-wasm-loader-icon":
			e.set("alt", "") // the label beside it shows the progress in numbers
		case "app-wasm-loader-label":
			e.set("data-starting", ui.Starting.In(h.lang)) // style.css shows it before the progress
		}
		switch e.name {
		case "meta":
			// go-app writes addresses with the name of the host, which is empty here:
			// https:///train, or nothing after https://.
			e.drop = strings.HasPrefix(e.get("content"), "https:///") || e.get("content") == "https://"
		case "link":
			e.drop = e.get("rel") == "canonical"
		}
	})
	if h.files {
		page = bytes.Replace(page, []byte(pageStart), []byte(pageStart+h.fromFile()), 1)
	}
	first := fmt.Sprintf(preloadLink, html.EscapeString(h.prefix+programPath))
	if h.policy != "" {
		// It comes first, since a policy applies only to what follows it.
		meta := `<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(h.policy) + `">`
		first = meta + "\n" + first
	}
	page = bytes.Replace(page, []byte("<head>"), []byte("<head>\n"+first), 1)
	return bytes.Replace(page, []byte("</head>"), []byte(h.links()+"</head>"), 1)
}
