// Package weights holds the trained weights that pages use: those that come with Stridelab, which a
// page fetches when it needs them, and those of networks trained in this visit.
//
//	/web/lenet.safetensors ──Fetch──┐
//	                                ├─> Store ──> *Trained: net, weights, their origin
//	/train, when it pauses ──Keep───┘
//
// A program makes one Store, and app.RegisterRoutes passes it to the labs. The server fills its
// Store before it renders pages. The page's Store lasts until the page is loaded again. It is used
// on the page's one thread.
package weights
