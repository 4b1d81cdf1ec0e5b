// Package data holds the pictures a network learns from.
//
//	built-in digits                       files a person drops
//	(seed, i)                             []File
//	   |  skeleton, jitter, slant            |  ReadIDX: gunzip, recognise by content,
//	   |  elastic warp, round pen            |  check every length, pair images with labels
//	   v                                     v
//	NewDigits ----------> Source <--------- idx pair(s)
//	                        |
//	                        |  Adapt: pad to the net's input, repeat grey, weigh colours
//	                        v
//	                      Source ----> train: TrainSample(i, dst), TestSample(i, dst)
//
// A picture is C*H*W float32 values in [0,1], channel after channel, row after row (one sample of an NCHW tensor). For
// grey digits 0 is the background and 1 the ink, as MNIST has it.
//
// Whatever is wrong with a file is answered with an *Error: a Code for the app's language catalogue, its Args, and an
// English sentence.
package data
