// Package nn is the network engine: layers forward and backward, losses, optimisers and
// sequential models. Numbers are float32; images are [N, C, H, W].
//
//	"32x32x3 conv8f5+relu max2 ... dense10"
//	     |  ParseSpec                        ^ Spec.String
//	     v
//	   Spec --Table--> rows: shapes, parameters, multiply-adds, receptive fields
//	     |  New        (or a *StackError: which layer, why)
//	     v
//	   Model --Init--> Params
//	     |
//	     |   x [N,C,H,W] --Forward--> logits --Loss--> sum of losses, dlogits
//	     |                                                  |
//	     |   Grads <--------------------Backward------------+
//	     v
//	   Optimizer.Step(Params, Grads)
//
// Every layer is also a pair of plain functions on Tensors, one forward and one backward. They
// stand side by side in the layer's file: ConvForward and ConvBackward in conv.go, and so on. A
// Model runs the same code, or kernels that a test compares with it: forward they give the same
// bits. So a lab that shows the arithmetic of a window shows the arithmetic that trains. New
// chooses the kernels once for each layer; Plan tells which.
//
// What is known of a kind of layer beyond its arithmetic (its word, shape, weights and kernel) is
// a row of the table in kind.go. The arithmetic is called from run.go.
//
// Weights are laid out as in PyTorch, [out, in, kh, kw] and [out, in]. The tests compare
// operations, gradients and short training runs with PyTorch's results. Matrix products go
// through gonum's blas32; Accelerate installs a faster implementation where there is one. Memory
// belongs to the caller or is allocated by New: a training step allocates nothing. An error of
// the program panics with a fixed text; a description that does not fit gives a *StackError with
// a Code.
package nn
