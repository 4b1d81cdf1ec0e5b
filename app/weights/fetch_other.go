//go:build !js

package weights

// fetch gets nothing: outside a browser there is no site to ask.
func fetch(address string, done func([]byte, error)) {}
