// Command gen writes the inner loops of package kernel. It writes each loop twice: on
// simd/archsimd vectors for WebAssembly and amd64, and on plain float32.
//
// A program unrolls the loops for two reasons. Go's WebAssembly compiler pays for every jump back
// to the start of a loop (a br_table) and for every address (an add and a wrap). And the two
// forms must add in exactly the same order.
//
//	go generate ./nn/internal/kernel
package main

import (
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	for _, f := range Files() {
		src, err := f.Source()
		if err != nil {
			log.Fatalf("gen: %s: %v", f.Name, err)
		}
		if err := os.WriteFile(f.Name, src, 0o666); err != nil {
			log.Fatal(err)
		}
	}
}
