//go:build e2e

package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	withPeers := flag.Bool("peers", false, "measure training beside the peers and write bench/RESULTS.md")
	rounds := flag.Int("rounds", 5, "how often each peer is measured on each net")
	length := flag.Duration("length", time.Second, "how long each time, about")
	flag.Parse()
	measure := alone
	if *withPeers {
		measure = peers
	}
	if err := measure(os.Stdout, *rounds, *length); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
