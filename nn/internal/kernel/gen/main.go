// Command gen writes the inner loops of package kernel: the same loop twice,
// once on simd/archsimd vectors for WebAssembly and once on plain float32.
//
// The loops are unrolled by a program because Go's WebAssembly compiler pays
// for every loop back-edge (a br_table) and every address (an add and a wrap),
// and because the two forms must add in exactly the same order.
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
