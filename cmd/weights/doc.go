// Command weights trains the networks that come with Stridelab:
//
//	make weights            writes web/weights/NAME.safetensors
//
//	recipe ──train.Session──> weights ──weightfile──> bytes ──read, scored──> file, score
//
// Each network is trained on the built-in digits from a seed, so the same machine writes the
// same bytes each time. (Another machine may differ in the last bit of a sum, because
// gonum's kernels differ between processors.) With -mnist, a folder of MNIST's four files,
// each file also says how many of MNIST's test digits its network classifies correctly. No
// network is trained on MNIST.
//
// conv and dense are the two networks of /invariance. They are trained on exactly the same
// images in the same order: digits in the middle of a black field. Neither is trained on a
// shifted digit.
package main
