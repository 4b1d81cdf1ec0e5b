package train

// Decode reads a message. It returns an *Error if b is of another version, of an unknown
// kind, too short, too long, or has a field with an impossible value. It never panics, and
// allocates no more than a small multiple of len(b). The files of a LoadFiles share the
// memory of b; everything else is copied.
func Decode(b []byte) (Message, error) {
	if len(b) < 2 {
		return nil, &Error{Code: CodeMessage}
	}
	if b[0] != MessageVersion {
		return nil, &Error{Code: CodeVersion, Args: []any{int(b[0]), MessageVersion}}
	}
	r := reader{rest: b[2:]}
	m := readMessage(&r, kind(b[1]))
	if m == nil || r.failed || len(r.rest) > 0 {
		return nil, &Error{Code: CodeMessage}
	}
	return m, nil
}

// readMessage reads the fields of a message. It returns nil for a kind that is no Message.
func readMessage(r *reader, k kind) Message {
	switch k {
	case kindLoadFiles:
		return readLoadFiles(r)
	case kindConfigure:
		return Configure{readConfig(r)}
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
		return readPredict(r)
	case kindWatch:
		return readWatch(r)
	case kindHello:
		return Hello{Version: r.int(), Accelerator: r.string(), Program: r.string()}
	case kindDataset:
		return readDataset(r)
	case kindProgress:
		return Progress{ID: r.int(), Done: r.size(), Total: r.size()}
	case kindSnapshot:
		return readSnapshot(r)
	case kindPrediction:
		return Prediction{ID: r.int(), Step: r.int(), Probs: r.floats(), Image: readVolume(r), Maps: readVolumes(r)}
	case kindFault:
		return Fault{ID: r.int(), Code: r.string(), Layer: r.string(), Args: r.strings(), Text: r.string(), Fatal: r.bool()}
	case kindSetWorkers:
		return SetWorkers{r.int()}
	case kindJoin:
		return readJoin(r)
	case kindPing:
		return Ping{}
	case kindPong:
		return Pong{}
	case kindGetWeights:
		return GetWeights{r.int()}
	case kindWeights:
		return readWeights(r)
	case kindSetWeights:
		return SetWeights{ID: r.int(), Params: r.floats()}
	case kindSweep:
		return readSweep(r)
	case kindSweepResult:
		return readSweepResult(r)
	case kindPlan:
		return readPlan(r)
	case kindPrefetch:
		return readPrefetch(r)
	case kindStopSweeps:
		return StopSweeps{}
	case kindSendCheckpoints:
		return SendCheckpoints{}
	case kindCheckpoint:
		return readCheckpoint(r)
	}
	return nil
}
