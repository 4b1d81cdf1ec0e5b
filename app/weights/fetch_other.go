//go:build !js

package weights

// fetch does nothing and never calls done, since a prerendered page has no site to fetch from.
func fetch(address string, done func([]byte, error)) {}
