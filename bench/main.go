//go:build e2e

package main

import (
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"stridelab/e2e/browser"
)

func main() {
	withPeers := flag.Bool("peers", false, "measure training beside the peers and write bench/RESULTS.md")
	rounds := flag.Int("rounds", 5, "how often each contestant is measured on each net")
	length := flag.Duration("length", time.Second, "how long each time, about")
	only := flag.String("net", "", "with -peers, train just the nets with this in their name, and write nothing")
	part := flag.String("part", "", "measure one part alone: start, first visits on a slow computer and network")
	flag.Parse()
	var err error
	switch *part {
	case "":
		err = run(*withPeers, *only, *rounds, *length)
	case "start":
		err = startTimes(os.Stdout, *rounds)
	default:
		err = fmt.Errorf("there is no part %q: start is the one that can be measured alone", *part)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(withPeers bool, only string, rounds int, length time.Duration) error {
	root, err := browser.Root()
	if err != nil {
		return err
	}
	server, err := startServer(root, digits())
	if err != nil {
		return err
	}
	defer server.Close()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		server.Close() // which ends the browsers too
		os.Exit(130)
	}()
	if withPeers {
		return peers(os.Stdout, server, root, only, rounds, length)
	}
	return alone(os.Stdout, server, rounds, length)
}
