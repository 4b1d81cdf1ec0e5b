// Package nn is the network engine: layers forward and backward, losses,
// optimisers and sequential models, in float32, images as [N, C, H, W].
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
// Every layer is also a pair of plain functions on Tensors, one forward and one
// backward, side by side in the layer's file: ConvForward and ConvBackward in
// conv.go, and so on. Models run the same code, or kernels that a test holds to
// it, bit for bit forward, so a lab that shows a window's arithmetic shows what
// trains. New chooses between them once for each layer; Plan tells which.
//
// Weights are laid out as PyTorch does, [out, in, kh, kw] and [out, in]; the
// tests hold operations, gradients and short training runs to its results.
// Matrix products go through gonum's blas32; Accelerate installs a faster one
// where there is one. Memory belongs to the caller or is allocated by New: a
// training step allocates nothing. Errors of the program panic with a fixed
// text; a description that does not fit is a *StackError with a Code.
package nn
