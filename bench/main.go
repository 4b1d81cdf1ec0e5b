//go:build e2e

package main

import (
	"cmp"
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
	who := flag.String("who", "", "with -peers, train just in the contestants with these keys, such as here2,page,torch, and write nothing")
	part := flag.String("part", "", "measure one part alone: start, first and second visits on a slow computer and network, or workers, one against two")
	page := flag.String("page", "", "with -part start, visit this page alone, such as /train")
	trace := flag.String("trace", "", "with -part start, write traces of a first and a second visit to files beginning with this, and measure nothing else")
	flag.Parse()
	var err error
	switch *part {
	case "":
		err = run(func(server *Server, root string) error {
			if *withPeers {
				return peers(os.Stdout, server, root, *only, *who, *rounds, *length)
			}
			return alone(os.Stdout, server, *rounds, *length)
		})
	case "workers":
		err = run(func(server *Server, _ string) error {
			chromium, err := startChromium(server, "chromium", noGPU)
			if err != nil {
				return err
			}
			defer chromium.Close()
			return workers(os.Stdout, chromium, server, *rounds, *length)
		})
	case "start":
		if *trace != "" {
			err = traceVisits(os.Stdout, cmp.Or(*page, "/"), *trace)
		} else {
			err = startTimes(os.Stdout, *page, *rounds)
		}
	default:
		err = fmt.Errorf("there is no part %q: start and workers can be measured alone", *part)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run starts a server, on which measure measures, and ends it.
func run(measure func(server *Server, root string) error) error {
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
	return measure(server, root)
}
