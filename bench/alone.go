//go:build e2e

package main

import (
	"io"
	"time"
)

// alone measures Stridelab by itself.
func alone(log io.Writer, rounds int, length time.Duration) error {
	return nil
}
