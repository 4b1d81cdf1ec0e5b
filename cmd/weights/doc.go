// Command weights makes the trained weights that come with Stridelab:
//
//	make weights            writes web/weights/NAME.safetensors
//
//	recipe ──train.Session──> weights ──weightfile──> bytes ──read again, scored──> file with its score
//
// Each net is trained on the built-in digits from a seed, so the same machine makes the same bytes each time. (Another
// may differ in the last bit of a sum, as gonum's kernels differ between processors.) With -mnist a folder of MNIST's
// four files, each file also says how well its net, which has seen none of them, reads MNIST's test digits.
//
// conv and dense are the two nets of /invariance: they see exactly the same images, digits in the middle of a black
// field, in the same order. Neither is shown a shifted digit.
package main
