// Command weights trains the networks that come with Stridelab:
//
//	make weights                            writes web/weights/NAME.safetensors
//	go run ./cmd/weights -score -mnist DIR  scores the files that are there anew
//
//	recipe ──train.Session──> weights ──weightfile──> bytes ──read, scored──> file, score
//
// Each network is trained on the built-in digits from a seed, so the same machine writes the
// same bytes each time. (Another machine may differ in the last bit of a sum, because
// gonum's kernels differ between processors.) With -mnist, a folder of MNIST's four files,
// each file also says how many of these digits its network classifies correctly, out of how many.
// All of them count, the training samples too: no network is trained on MNIST.
//
// conv and dense are the two networks of /invariance. They are trained on exactly the same
// images in the same order: digits in the middle of a black field. Neither is trained on a
// shifted digit.
package main
