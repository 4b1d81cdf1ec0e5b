package lang

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Path is the href of a page in this language: Path(Ko, "/train").
//
// On a site served below a prefix (a GitHub Pages project, say) go-app's server puts
// the prefix before every href it writes, its client before those under /web/ only.
// So the prefix is added here in the browser and left to go-app on the server, where
// GOAPP_ROOT_PREFIX is empty.
func Path(l Lang, page string) string {
	return rootPrefix() + Route(l, page)
}

// rootPrefix is where the site is mounted, "" at the root of its host.
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
