package lang

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// first is the language whose paths have no prefix.
const first = En

// Path is the href of a page in this language: Path(Ko, "/train").
//
// A site may be served below a prefix, such as a GitHub Pages project. go-app's server adds the
// prefix to every href, but its client adds it only to those under /web/. So Path adds it in the
// browser. On the server GOAPP_ROOT_PREFIX is empty and go-app adds it.
func Path(l Lang, page string) string {
	return rootPrefix() + Route(l, page)
}

// rootPrefix is the path of the site on its host, "" at the root.
func rootPrefix() string {
	if app.IsServer {
		return ""
	}
	prefix := app.Getenv("GOAPP_ROOT_PREFIX")
	if len(prefix) > 0 && prefix[len(prefix)-1] == '/' {
		prefix = prefix[:len(prefix)-1]
	}
	return prefix
}
