package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"stridelab/data"
	"stridelab/data/unpack"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

func main() {
	out := flag.String("out", "web/weights", "folder to write the files to")
	mnist := flag.String("mnist", "", "folder of MNIST's four files, to score the nets on")
	only := flag.Bool("score", false, "train nothing: score the files that are there anew")
	flag.Parse()
	nn.Accelerate()
	if err := run(*out, *mnist, *only); err != nil {
		fmt.Fprintln(os.Stderr, "weights:", err)
		os.Exit(1)
	}
}

// run trains all networks, at the same time, and writes their files. With only it reads the
// files instead, and changes nothing but the scores in them.
func run(out, mnist string, only bool) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	all := recipes()
	errs := make([]error, len(all))
	var done sync.WaitGroup
	for i, r := range all {
		done.Go(func() { errs[i] = r.write(out, mnist, only) })
	}
	done.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("%s: %w", all[i].name, err)
		}
	}
	return nil
}

// write writes one file and prints what it contains. mnist is a folder of MNIST's files, or "".
// With only the weights are those of the file that is there.
func (r recipe) write(out, mnist string, only bool) error {
	var real data.Source
	if mnist != "" {
		var err error
		if real, err = readMNIST(mnist); err != nil {
			return err
		}
	}
	path := filepath.Join(out, r.name+".safetensors")
	f, err := r.made(path, real, only)
	if err != nil {
		return err
	}
	b := f.Bytes()
	if err := os.WriteFile(path, b, 0o644); err != nil {
		return err
	}
	a := f.About
	line := fmt.Sprintf("%-6s %7d bytes, %6d weights, %6d samples seen, %.1f %% of %d held-out digits right",
		r.name, len(b), len(f.Params), a.Seen, 100*a.Accuracy, a.Tested)
	if a.MNIST >= 0 {
		line += fmt.Sprintf(", %.1f %% of %d of MNIST's", 100*a.MNIST, a.MNISTTested)
	}
	fmt.Println(line)
	return nil
}

// made returns the file to write: with new weights, or with those of the file at path.
func (r recipe) made(path string, mnist data.Source, only bool) (weightfile.File, error) {
	if !only {
		return r.file(mnist)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return weightfile.File{}, err
	}
	f, err := weightfile.Read(b)
	if err != nil {
		return f, err
	}
	return r.scored(f, mnist)
}

// readMNIST reads the files in a folder as a dataset.
func readMNIST(dir string) (data.Source, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []data.File
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, data.File{Name: entry.Name(), Data: content})
	}
	if files, err = unpack.Files(files); err != nil {
		return nil, err
	}
	return data.Read(files, nil)
}
