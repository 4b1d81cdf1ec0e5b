package trainer

import "stridelab/app/lang"

// Reason says why there is no worker.
type Reason uint8

// The reasons. A Client also says Load when a worker ends that has said hello. A page that has
// had its hello takes that for Lost.
const (
	NotLost  Reason = iota
	Load            // it could not be loaded
	Lost            // it died
	Version         // it is of another version than the page
	NoWorker        // the browser has no Web Workers
	Refused         // the browser lets this page start none, as in a sandboxed frame
)

// URL is where the worker's loader is.
func URL() string { return lang.Path(lang.En, "/web/worker.js") }
