// Package data provides the pictures that a network learns from.
//
//	built-in digits                       files a person drops
//	(seed, i)                             []File, zip archives among them
//	   |  skeleton, jitter, slant            |  Read: opens archives, finds the row of formats()
//	   |  warp, round pen                    |  that recognises them: IDX, npy, CIFAR-10, CSV.
//	   |                                     |  Each checks every length, and pairs images with
//	   v                                     v  labels
//	NewDigits ----------> Source <--------- stored <--- Collection: drawings, camera,
//	                        |  ^                        pictures that ReadFolders finds
//	                        |  |
//	                        |  +-- Resplit: the same samples, divided anew
//	                        |  +-- SurveyOf: counts of each class, and warnings
//	                        |
//	                        |  Adapt: pads to the net's input, converts grey and colour
//	                        v
//	                      Source ----> train: TrainSample(i, dst), TestSample(i, dst)
//
// A picture is C*H*W float32 values in [0,1], channel after channel, row after row: one sample of
// an NCHW tensor. In grey digits 0 is the background and 1 the ink, as in MNIST.
//
// Read takes files without gzip. The page unpacks gzip with the browser's own code; programs
// outside the browser use package unpack. Check looks at the Heads of files alone and returns the
// fault that Read would find, as far as the heads show it.
//
// Every fault of a file is an *Error: a Code for the app's language catalogue, its Args, and an
// English sentence.
package data
