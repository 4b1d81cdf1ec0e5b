// Package trainlab is the page /train: a network learns in a Web Worker, and the page shows what
// happens inside it.
//
//	address ──ParseQuery──> State ──Config──> train.Configure ──client──> worker
//	   ^                      ^ |                                           |
//	   └───────Query──────────┼─┘ controls (go-app renders)                 |
//	                          |                                             v
//	 painter <──revisions── Store <──Apply── train.Decode <── Snapshot, Fault, ...
//	    |                     └──Change──> Lab.react (go-app renders)
//	    └──> canvases and text nodes, from requestAnimationFrame
//
// A message reaches the screen in one of two ways. What changes many times a second (numbers,
// curves, filters, feature maps) stays in the Store. The painter looks at the Store on every
// animation frame and draws without go-app. What changes seldom (a run starts, a fault, other
// settings) is a Change: it leads to one dispatch and one render.
//
// The network stands in the middle of the first view (package netstage). stage.go gives it the
// numbers of the chosen sample or of the drawing.
//
// State holds all settings: it is what the controls show. The present run was made from another
// State, Lab.run. Where the two differ in more than the learning rate and the sample, the page says
// that the settings wait for a new run.
//
// A session is the worker and all that is known of its run. It outlives the Lab: while other labs
// are shown, the session waits in Held with its run paused. What the worker still sends then goes
// only to the Store and to the store of weights.
//
// A dataset may lie in files, the learner's own or the server's. The worker gets the files before a
// run on them begins (load.go). If they cannot be read, nothing changes, and the page shows why
// until the learner closes that notice or other data are accepted. The browser unpacks gzipped
// files on the way (gunzip_js.go). The net's last layer gets an output for each class of the data
// (config.go).
//
// To end a run that has made a step, the page first asks, and says how many steps would be lost
// (ask.go).
//
// Only files named *_js.go use syscall/js. Their twins, named *_other.go, let the package compile
// natively, where pages are prerendered and tests run.
package trainlab
