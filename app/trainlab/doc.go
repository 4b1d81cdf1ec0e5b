// Package trainlab is the /train lab: a network learns in a Web Worker while the page shows
// what happens inside it.
//
//	address ──ParseQuery──> State ──Config──> train.Configure ──client──> worker
//	   ^                      ^ |                                           |
//	   └───────Query──────────┼─┘ controls (go-app renders)                 |
//	                          |                                             v
//	 painter <──revisions── Store <──Apply── train.Decode <── Snapshot, Fault, ...
//	    |                     └──Change──> Lab.react (go-app renders)
//	    └──> canvases and text nodes, from requestAnimationFrame
//
// Two ways lead from a message to the screen. What changes many times a second (numbers, curves,
// filters, feature maps) is held in the Store, which the painter looks at on every animation frame
// and draws without go-app. What changes seldom (the run starts, a fault, other settings) is a
// Change and leads to one dispatch and one render.
//
// The settings are one value, State: what the controls show. The run that is on was made from
// another State, Lab.run; where the two differ in more than what can change in the middle of a run,
// the page says that they are for the next one.
//
// The worker and all that is known of its run are a session. It outlives the Lab: while
// other labs are shown it waits in Held, paused, and what the worker still says goes to the
// Store and to the store of weights alone.
//
// Samples that lie in files, the learner's own or the server's, are brought to the worker
// before a run on them begins (load.go); where they cannot be had nothing changes, and the
// refusal stays in sight until it is read or others are accepted. Gzipped files are unpacked
// on the way, by the browser (gunzip_js.go). The net's last layer gets an output for each
// class of the data (config.go).
//
// A run that has trained ends only after a question that says how many steps would be lost
// (ask.go).
//
// syscall/js is in the *_js.go files alone; their twins let the package compile natively, where it
// is prerendered and tested.
package trainlab
