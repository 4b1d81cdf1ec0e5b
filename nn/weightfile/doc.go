// Package weightfile keeps a network's weights in a file that PyTorch reads: safetensors, with
// the names and layouts of the state_dict of the program that /network writes.
//
//	nn.Spec, Model.Params ──File.Bytes──> 8 bytes | JSON head | 0.weight 0.bias 3.weight ...
//	                                                   |
//	nn.Spec, Params, About <──Read, ReadFor────────────┘
//
// In Python, where net is that program's nn.Sequential:
//
//	from safetensors.torch import load_file, save_file
//	net.load_state_dict(load_file("lenet.safetensors"))
//
// The head also holds two texts: the network itself, and what it was trained on. So a file of
// ours says all that is needed to use it. The trainer (cmd/worker) does without this package: it
// gets plain numbers.
package weightfile
