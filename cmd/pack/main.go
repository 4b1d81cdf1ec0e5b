// Command pack compresses the built programs and compares their sizes with budgets.
//
//	pack -quality 5 web/build/app.wasm web/build/worker.wasm
//	pack -budget web/build/app.wasm=1.9 web/build/worker.wasm=0.7
//
// The first form writes FILE.br and FILE.gz beside each file, and web.Files embeds them. The second
// form writes nothing. It prints the size of each file, raw and in brotli at its best, in MB (10^6
// bytes), and fails where one is larger than its budget.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

func main() {
	quality := flag.Int("quality", 5, "brotli quality, 0 to 11")
	budget := flag.Bool("budget", false, "compare FILE=MB with the size of FILE in brotli")
	flag.Parse()
	if *quality < brotli.BestSpeed || *quality > brotli.BestCompression {
		fmt.Fprintln(os.Stderr, "pack: the quality is a number from 0 to 11")
		os.Exit(2)
	}

	do := func(file string) (string, error) { return "", pack(file, *quality) }
	if *budget {
		do = measure
	}
	if err := each(flag.Args(), do); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// each calls do for all arguments at once, and prints the results in the order of the arguments.
func each(args []string, do func(string) (string, error)) error {
	lines, errs := make([]string, len(args)), make([]error, len(args))
	var done sync.WaitGroup
	for i, arg := range args {
		done.Go(func() { lines[i], errs[i] = do(arg) })
	}
	done.Wait()
	for _, line := range lines {
		fmt.Print(line)
	}
	return errors.Join(errs...)
}

// pack writes the compressed forms of a file beside it.
func pack(file string, quality int) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file+".br", compressBrotli(raw, quality), 0o644); err != nil {
		return err
	}
	return os.WriteFile(file+".gz", compressGzip(raw), 0o644)
}

// measure compares the file of an argument FILE=MB with its budget. It returns a line for each
// file, and an error where the file is too large.
func measure(arg string) (string, error) {
	file, limit, _ := strings.Cut(arg, "=")
	megabytes, err := strconv.ParseFloat(limit, 64)
	if err != nil {
		return "", fmt.Errorf("%q is not FILE=MB", arg)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	size := float64(len(compressBrotli(raw, brotli.BestCompression))) / 1e6
	line := fmt.Sprintf("%-24s raw %6.3f MB   brotli %6.3f MB   budget %.2f MB\n", file, float64(len(raw))/1e6, size, megabytes)
	if size > megabytes {
		return line, fmt.Errorf("%s is %.3f MB in brotli, past its budget of %.2f MB", file, size, megabytes)
	}
	return line, nil
}

// compressBrotli uses a window of 16 MB, the largest that brotli allows. With the default of 4 MB
// the page is up to a sixtieth larger, by an amount that depends on the order of its functions.
func compressBrotli(raw []byte, quality int) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: quality, LGWin: 24})
	w.Write(raw) // writes to memory cannot fail, nor can Close
	w.Close()
	return b.Bytes()
}

func compressGzip(raw []byte) []byte {
	var b bytes.Buffer
	// The level is valid, so there is no error.
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write(raw)
	w.Close()
	return b.Bytes()
}
