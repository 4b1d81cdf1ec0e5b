// Package data holds the pictures a network learns from.
//
//	built-in digits                       files a person drops
//	(seed, i)                             []File
//	   |  skeleton, jitter, slant            |  Read: the row of formats() that recognises them,
//	   |  elastic warp, round pen            |  IDX: check every length, pair images with labels
//	   v                                     v
//	NewDigits ----------> Source <--------- byteSource
//	                        |
//	                        |  Adapt: pad to the net's input, repeat grey, weigh colours
//	                        v
//	                      Source ----> train: TrainSample(i, dst), TestSample(i, dst)
//
// A picture is C*H*W float32 values in [0,1], channel after channel, row after row (one sample of an NCHW tensor). For
// grey digits 0 is the background and 1 the ink, as MNIST has it.
//
// Files come unpacked: the page unpacks gzip with the browser's own code, programs outside the browser with package
// unpack. What Read would make of files that are still on a disk, Check tells from their Heads.
//
// Whatever is wrong with a file is answered with an *Error: a Code for the app's language catalogue, its Args, and an
// English sentence.
package data
