// Package weights holds the trained weights that pages use: those that come with Stridelab,
// which are fetched when a page needs them, and those of nets trained in this visit.
//
//	/web/lenet.safetensors ──Fetch──┐
//	                                ├─> Store ──> *Trained: net, weights, their origin
//	/train, when it pauses ──Keep───┘
//
// A program makes one Store, and app.RegisterRoutes passes it to the labs. The server fills it
// before it renders pages. The page's Store exists until the page is loaded again, and it is
// used on the page's one thread.
package weights
