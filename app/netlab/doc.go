// Package netlab is the lab /network: a network as a table of layers, built and changed row by row.
//
//	address ──ParseQuery──> State ──Query──> address
//	                          │
//	        Net (the table, perhaps broken)    Valid (the last that fits)
//	                          │                  ├── Table ──> viz: boxes, bars, receptive field
//	   edits: insert, remove, │                  ├── PyTorch, Keras
//	   move, change (undo)    │                  ├── toTraining ──> /train
//	                          v                  └── run: a digit through nn.Model
//	       rows, or which row is broken and why         │
//	                                                    ├── unit ──> window.State
//	                                                    └── last row: logits ──> probabilities
//
// What the lab says about a kind of layer, and how PyTorch and Keras write it, is a row of the
// table in kind.go. The controls of a layer follow from nn.Kind.Fields.
//
// Lab is the component. All figures are SVG made by viz, so that the prerendered page shows them
// too. The package does not use syscall/js: what it needs of the browser is in package ui.
package netlab
