package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"syscall"

	"stridelab/app"
	"stridelab/app/weights"
	"stridelab/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, err := readWeights(web.Files)
	if err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
	app.RegisterRoutes(store)
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "serve:", err)
		}
		os.Exit(1)
	}
}

// readWeights reads the weights that come with Stridelab. Rendered pages show their results.
func readWeights(files fs.FS) (*weights.Store, error) {
	store := weights.NewStore()
	for _, name := range weights.Names() {
		file := "weights/" + path.Base(name.Path())
		b, err := fs.ReadFile(files, file)
		if err == nil {
			err = store.Add(name, b)
		}
		if err != nil {
			return nil, fmt.Errorf("web/%s: %w (make weights writes it)", file, err)
		}
	}
	return store, nil
}

// run exports the site or serves it until the context ends, as the arguments say. When the
// server takes connections, run prints its address to stdout, on a line of its own.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8000", "address to serve on; another than loopback opens the server to the network")
	data := flags.String("data", "", "folder whose datasets are offered to the training lab")
	export := flags.String("export", "", "write a static site into this folder instead of serving")
	prefix := flags.String("prefix", "", "with -export: where the site will lie on its host, such as /repo")
	quality := flags.Int("quality", exportQuality, "with -export: brotli quality, 0 to 11")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q is more than can be understood here; serve -help lists what can", flags.Arg(0))
	}
	if *quality < 0 || *quality > 11 {
		return errors.New("-quality is a number from 0 to 11")
	}
	if *prefix != "" && *export == "" {
		return errors.New("-prefix is for -export; what is served lies at the root")
	}

	options := Options{
		Files:   web.Files,
		Pages:   app.Paths(),
		Missing: app.MissingPath,
		Quality: serveQuality,
		Warn:    warnTo(stderr),
	}
	if *export != "" {
		options.Prefix, options.Policy, options.Quality, options.Export = *prefix, policy, *quality, true
		site, err := NewSite(options)
		if err != nil {
			return err
		}
		if err := Export(site, *export, *quality); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "Stridelab is written to %s, for %s/ on its host\n", *export, *prefix)
		return nil
	}

	return serve(ctx, options, *data, *addr, stdout)
}

// serve serves the site, and the datasets in a folder unless its name is empty, until the context
// ends.
func serve(ctx context.Context, options Options, data, addr string, stdout io.Writer) error {
	var datasets *Datasets
	if data != "" {
		var err error
		if datasets, err = OpenDatasets(data); err != nil {
			return err
		}
		defer datasets.Close()
		options.Data = true
		// The list is read anew on each request; what is wrong now is said once.
		for _, folder := range datasets.Refused() {
			options.Warn("%s is not offered: %v", filepath.Join(data, folder.name), folder.why)
		}
	}
	site, err := NewSite(options)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("%s cannot be served on: %w; try another with -addr (make run ADDR=127.0.0.1:8001)", addr, err)
	}
	fmt.Fprintf(stdout, "Stridelab is served on http://%s\n", listener.Addr())
	return serveUntil(ctx, NewServer(site, datasets), listener)
}

// warnTo returns a function that prints warnings.
func warnTo(stderr io.Writer) func(format string, args ...any) {
	return func(format string, args ...any) { fmt.Fprintf(stderr, "serve: "+format+"\n", args...) }
}
