// Package weights is what the pages know of trained weights: those that come with
// Stridelab, fetched when a page needs them, and those of nets trained in this visit.
//
//	/web/lenet.safetensors ──Fetch──┐
//	                                ├─> Shelf ──> *Trained: net, weights, where they come from
//	/train, when it pauses ──Keep───┘
//
// There is one Shelf for the program; the program makes it and app.RegisterRoutes hands it to
// the labs; the server fills it beforehand. It lives as long as the page is not loaded anew,
// and is used on the page's one thread.
package weights
