package train

// MessageVersion is the first byte of every message. Page and trainer are built together. A
// browser that cached only one of them is recognised by this byte.
const MessageVersion = 7

// Message is what page and trainer, or coordinator and worker, send each other. On the wire
// it is one Uint8Array: version, kind, then the fields in the order of their declaration
// (wire.go).
//
// Messages are plain values. Decode returns values, never pointers, so that a type switch
// reads "case train.Snapshot:".
type Message interface {
	// Append writes the message at the end of dst and returns the longer slice.
	Append(dst []byte) []byte
	kind() kind
}

// kind is the second byte of a message.
type kind byte

// The numbers are part of the wire format: a new kind goes at the end.
const (
	kindLoadFiles kind = 1 + iota
	kindConfigure
	kindRun
	kindRunEpoch
	kindPause
	kindReset
	kindSetLearningRate
	kindPredict
	kindWatch
	kindHello
	kindDataset
	kindProgress
	kindSnapshot
	kindPrediction
	kindFault
	kindSetWorkers
	kindJoin
	kindPing
	kindPong
	kindGradients // not a Message, see gradients
	kindGetWeights
	kindWeights
	kindSetWeights
	kindSweep
	kindSweepResult
	kindStopSweeps
	kindPlan
	kindPrefetch
	kindSendCheckpoints
	kindCheckpoint
	kindSamples // not a Message, see Samples
	kinds       // the number of kinds, plus one
)

// appendHead writes the two bytes with which a message begins.
func appendHead(dst []byte, k kind) []byte { return append(dst, MessageVersion, byte(k)) }

// isKind reports whether b begins as a message of this version and kind.
func isKind(b []byte, k kind) bool {
	return len(b) >= 2 && b[0] == MessageVersion && b[1] == byte(k)
}
