package train

import (
	"math"

	"stridelab/data"
)

// Decode takes a message apart. It answers an *Error for one of another
// version, of an unknown kind, too short, too long, or with a field that
// cannot be; it never panics and never takes more memory than a small multiple
// of len(b). Files of a LoadFiles alias b, all else is copied.
func Decode(b []byte) (Message, error) {
	if len(b) < 2 {
		return nil, &Error{Code: CodeMessage}
	}
	if b[0] != MessageVersion {
		return nil, &Error{Code: CodeVersion, Args: []any{int(b[0]), MessageVersion}}
	}
	r := reader{rest: b[2:]}
	m := r.message(kind(b[1]))
	if m == nil || r.failed || len(r.rest) > 0 {
		return nil, &Error{Code: CodeMessage}
	}
	return m, nil
}

func (r *reader) message(k kind) Message {
	switch k {
	case kindLoadFiles:
		return r.loadFiles()
	case kindConfigure:
		return Configure{r.config()}
	case kindRun:
		return Run{r.int()}
	case kindRunEpoch:
		return RunEpoch{}
	case kindPause:
		return Pause{}
	case kindReset:
		return Reset{}
	case kindSetLearningRate:
		return SetLearningRate{r.float64()}
	case kindPredict:
		m := Predict{ID: r.int(), C: r.int(), H: r.int(), W: r.int(), Pixels: r.floats()}
		if !fits(m.C, m.H, m.W, len(m.Pixels)) {
			r.failed = true
		}
		return m
	case kindWatch:
		return r.watch()
	case kindHello:
		return Hello{Version: r.int(), Accelerator: r.string(), Program: r.string()}
	case kindDataset:
		return Dataset{
			ID: r.int(), Kind: DatasetKind(r.enum(int(datasetKinds))),
			Info: data.Info{
				Name: r.string(), C: r.int(), H: r.int(), W: r.int(),
				Classes: r.int(), ClassNames: r.strings(),
				Train: r.int(), Test: r.int(), Endless: r.bool(),
			},
		}
	case kindProgress:
		return Progress{ID: r.int(), What: Work(r.enum(int(works))), Done: r.size(), Total: r.size()}
	case kindSnapshot:
		return r.snapshot()
	case kindPrediction:
		return Prediction{ID: r.int(), Step: r.int(), Probs: r.floats()}
	case kindFault:
		return Fault{ID: r.int(), Code: r.string(), Layer: r.string(), Args: r.strings(), Text: r.string(), Fatal: r.bool()}
	case kindSetWorkers:
		return SetWorkers{r.int()}
	case kindJoin:
		return r.join()
	case kindPing:
		return Ping{}
	case kindPong:
		return Pong{}
	case kindGetWeights:
		return GetWeights{r.int()}
	case kindWeights:
		return r.weights()
	case kindSetWeights:
		return SetWeights{ID: r.int(), Params: r.floats()}
	case kindSweep:
		return r.sweep()
	case kindSweepResult:
		return r.sweepResult()
	case kindPlan:
		return r.plan()
	case kindMake:
		return r.make()
	case kindStopSweeps:
		return StopSweeps{}
	case kindSendCheckpoints:
		return SendCheckpoints{}
	case kindCheckpoint:
		return r.checkpoint()
	}
	return nil
}

func (r *reader) watch() Watch { return Watch{Sample: r.int(), Test: r.bool(), Maps: r.bool()} }

func (r *reader) size() int64 {
	v := r.uint64()
	if v > math.MaxInt64 {
		r.failed = true
		return 0
	}
	return int64(v)
}

func (r *reader) loadFiles() Message {
	m := LoadFiles{ID: r.int()}
	n := r.count(9)
	if n == 0 {
		return m
	}
	m.Files = make([]data.File, n)
	sizes := make([]int, n)
	for i := range m.Files {
		m.Files[i].Name = r.string()
		m.Files[i].Cut = r.bool()
		sizes[i] = r.int()
	}
	for i := range m.Files {
		m.Files[i].Data = r.take(sizes[i])
	}
	return m
}
