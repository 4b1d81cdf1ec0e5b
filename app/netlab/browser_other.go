//go:build !js

package netlab

// Outside a browser there is no address bar and no focus: where the page is
// prerendered and tested these do nothing.

func putQuery(string, bool) {}
func focus(string)          {}
