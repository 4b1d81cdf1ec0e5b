// Package weights is what the pages know of trained weights: those that come with
// Stridelab, fetched when a page needs them, and those of nets trained in this visit.
//
//	/web/lenet.safetensors ──Fetch──┐
//	                                ├─> Shelf ──> *Trained: net, weights, where they come from
//	/train, when it pauses ──Keep───┘
//
// There is one Shelf for the program; app.RegisterRoutes makes it and hands it to the labs.
// It lives as long as the page is not loaded anew, and is used on the page's one thread.
package weights
