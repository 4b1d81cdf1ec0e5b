package train

import "encoding/binary"

// SendCheckpoints asks the trainer for checkpoints: one whenever the run comes to rest or is
// changed, and about one a second while it trains. There is no answer at once.
type SendCheckpoints struct{}

// Append implements Message.
func (m SendCheckpoints) Append(dst []byte) []byte { return appendHead(dst, kindSendCheckpoints) }

// Checkpoint is the whole state of a run. The trainer sends it after a Snapshot of the same
// moment, so that the page knows all points of the curves up to Step. The page keeps the
// last one. If the trainer ends, the page starts another and sends it the checkpoint: the
// run goes on bit for bit. Files have to be sent before, with LoadFiles. The answer is the
// same as to a Configure.
type Checkpoint struct {
	Received int // messages of the page that the trainer had received: their effect is included
	TrainingState
	Run    int    // Snapshot.Run
	Config Config // with the number of workers that the page asked for last

	Goal    int // Snapshot.Epochs
	Running bool
	Target  int // step to pause at

	FailedAt   int // step whose loss was too large; 0 if the run has not failed
	GoodStep   int // the last step known to be good
	GoodLoss   float32
	GoodParams []float32

	LastLoss               float32
	TestLoss, TestAccuracy float32
	Tested                 int     // test samples of the last evaluation
	LeastTestLoss          float32 // see Stop.Patience; NaN before the first evaluation
	SinceLeast             int     // evaluations since then
	Stopped                StopReason
	Watch                  Watch
}

// Append implements Message.
func (m Checkpoint) Append(dst []byte) []byte {
	dst = appendHead(dst, kindCheckpoint)
	dst = appendInt(dst, m.Received)
	dst = appendTrainingState(dst, m.TrainingState)
	dst = appendInt(dst, m.Run)
	dst = appendConfig(dst, m.Config)
	dst = appendInt(dst, m.Goal)
	dst = appendBool(dst, m.Running)
	dst = appendUint64(dst, uint64(m.Target))
	dst = appendInt(dst, m.FailedAt)
	dst = appendInt(dst, m.GoodStep)
	dst = appendFloat32(dst, m.GoodLoss)
	dst = appendFloats(dst, m.GoodParams)
	dst = appendFloat32(dst, m.LastLoss)
	dst = appendFloat32(dst, m.TestLoss)
	dst = appendFloat32(dst, m.TestAccuracy)
	dst = appendInt(dst, m.Tested)
	dst = appendFloat32(dst, m.LeastTestLoss)
	dst = appendInt(dst, m.SinceLeast)
	dst = appendByte(dst, byte(m.Stopped))
	return appendWatch(dst, m.Watch)
}

func (SendCheckpoints) kind() kind { return kindSendCheckpoints }
func (Checkpoint) kind() kind      { return kindCheckpoint }

func readCheckpoint(r *reader) Message {
	return Checkpoint{
		Received: r.int(), TrainingState: readTrainingState(r), Run: r.count31(), Config: readConfig(r),
		Goal: r.count31(), Running: r.bool(), Target: int(r.size()),
		FailedAt: r.count31(), GoodStep: r.count31(), GoodLoss: r.float32(), GoodParams: r.floats(),
		LastLoss: r.float32(), TestLoss: r.float32(), TestAccuracy: r.float32(), Tested: r.int(),
		LeastTestLoss: r.float32(), SinceLeast: r.int(), Stopped: StopReason(r.enum(int(stopReasons))), Watch: readWatch(r),
	}
}

// CheckpointHead reads Received and Step of an encoded Checkpoint, for a page that keeps
// checkpoints as bytes. It reports false for any other message.
func CheckpointHead(b []byte) (received, step int, ok bool) {
	if len(b) < 10 || !isKind(b, kindCheckpoint) {
		return 0, 0, false
	}
	return int(binary.LittleEndian.Uint32(b[2:])), int(binary.LittleEndian.Uint32(b[6:])), true
}
