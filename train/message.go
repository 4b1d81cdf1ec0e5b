package train

import (
	"stridelab/data"
)

// MessageVersion is the first byte of every message. Page and worker are built
// together; a browser that cached only one of them is found out by it.
const MessageVersion = 4

// Message is what page and worker tell each other. On the wire it is one
// Uint8Array: version, kind, then the fields in the order they are declared,
// little-endian, counts before what they count (see wire.go).
//
// Messages are plain values; Decode gives values, never pointers, so a type
// switch reads "case train.Snapshot:".
type Message interface {
	// Append writes the message at the end of dst and returns the longer slice.
	Append(dst []byte) []byte
	kind() kind
}

type kind byte

// The numbers are the wire format: new kinds go at the end.
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
	kindPart // not a Message: see part
	kindGetWeights
	kindWeights
	kindSetWeights
	kindSweep
	kindSweepResult
	kindStopSweeps
	kindPlan
	kindMake
	kindSendCheckpoints
	kindCheckpoint
	kinds // how many there are, and one
)

func begin(dst []byte, k kind) []byte { return append(dst, MessageVersion, byte(k)) }

// From the page to the worker.

// LoadFiles asks for a dataset to be read from files. The answer is Progress
// while it goes on, then Dataset, or a Fault with the same ID. Either way the
// run that there is goes on as it was, even one on the files before: the next
// Configure with Files is what begins a run on these.
//
// All sizes stand before the first file's bytes, so that the page can write
// the head with AppendLoadFilesHead and place the files' own buffers after it
// without taking them through Go.
type LoadFiles struct {
	ID    int
	Files []data.File // Data of a decoded message aliases the message
}

// Append implements Message.
func (m LoadFiles) Append(dst []byte) []byte {
	sizes := make([]int, len(m.Files))
	for i, f := range m.Files {
		sizes[i] = len(f.Data)
	}
	dst = AppendLoadFilesHead(dst, m.ID, m.Files, sizes)
	for _, f := range m.Files {
		dst = append(dst, f.Data...)
	}
	return dst
}

// AppendLoadFilesHead writes a LoadFiles message up to the first file's bytes.
// The content of each file has to follow, sizes[i] bytes of files[i], one
// directly after the other; Data is not read. It panics if files and sizes
// differ in length.
func AppendLoadFilesHead(dst []byte, id int, files []data.File, sizes []int) []byte {
	if len(files) != len(sizes) {
		panic("train: files and sizes differ in length")
	}
	dst = begin(dst, kindLoadFiles)
	dst = appendInt(dst, id)
	dst = appendInt(dst, len(files))
	for i, f := range files {
		dst = appendString(dst, f.Name)
		dst = appendBool(dst, f.Cut)
		dst = appendInt(dst, sizes[i])
	}
	return dst
}

// Configure asks for a new run at step 0. The answer is Dataset, Plan and a
// Snapshot, or a Fault; after a Fault the old run stands as it was.
type Configure struct{ Config Config }

// Append implements Message.
func (m Configure) Append(dst []byte) []byte { return m.Config.append(begin(dst, kindConfigure)) }

// Run trains for Steps minibatches from where the run stands and then pauses;
// 0 goes on until Config.Epochs are done, or a Pause.
type Run struct{ Steps int }

// Append implements Message.
func (m Run) Append(dst []byte) []byte { return appendInt(begin(dst, kindRun), m.Steps) }

// RunEpoch trains to the end of the epoch the run stands in.
type RunEpoch struct{}

// Append implements Message.
func (m RunEpoch) Append(dst []byte) []byte { return begin(dst, kindRunEpoch) }

// Pause stops between two shards; the next Run goes on exactly there. The
// answer is a Snapshot in state Paused.
type Pause struct{}

// Append implements Message.
func (m Pause) Append(dst []byte) []byte { return begin(dst, kindPause) }

// Reset goes back to step 0 of the same Config: the same seed replays the same
// run, bit for bit.
type Reset struct{}

// Append implements Message.
func (m Reset) Append(dst []byte) []byte { return begin(dst, kindReset) }

// SetLearningRate changes the rate of the run that is on, from its next step.
// Reset goes back to the rate of the Config.
type SetLearningRate struct{ Rate float64 }

// Append implements Message.
func (m SetLearningRate) Append(dst []byte) []byte {
	return appendFloat64(begin(dst, kindSetLearningRate), m.Rate)
}

// SetWorkers changes how many workers share the run, at once and without a
// trace in it: 1 to MaxWorkers. The answer is a Snapshot; the ones after it say
// how many there are, as new workers take a moment to start.
type SetWorkers struct{ N int }

// Append implements Message.
func (m SetWorkers) Append(dst []byte) []byte { return appendInt(begin(dst, kindSetWorkers), m.N) }

// Predict asks what the net makes of an image, such as the drawing pad's. The
// image is adapted to the net's input as a dataset is (data.Adapt), so a grey
// 28×28 will do for a 32×32×3 net. The answer is Prediction or a Fault, with
// the same ID.
type Predict struct {
	ID      int
	C, H, W int
	Pixels  []float32 // [C*H*W] in [0,1]
}

// Append implements Message.
func (m Predict) Append(dst []byte) []byte {
	dst = begin(dst, kindPredict)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.C)
	dst = appendInt(dst, m.H)
	dst = appendInt(dst, m.W)
	return appendFloats(dst, m.Pixels)
}

// Watch chooses the sample that snapshots show, and whether they carry its
// feature maps. It is answered by a Snapshot at once.
type Watch struct {
	Sample int  // index into the test or the training samples, modulo their number
	Test   bool // of the test set
	Maps   bool // feature maps wanted; without them snapshots stay small
}

// Append implements Message.
func (m Watch) Append(dst []byte) []byte {
	return m.append(begin(dst, kindWatch))
}

func (m Watch) append(dst []byte) []byte {
	dst = appendInt(dst, m.Sample)
	dst = appendBool(dst, m.Test)
	return appendBool(dst, m.Maps)
}

// From the worker to the page.

// Hello is the worker's first message: it is ready.
type Hello struct {
	Version     int    // MessageVersion
	Accelerator string // nn.Accelerate's name for the arithmetic in use: "wasm-simd", "portable"
	Program     string // file the worker was loaded from: "worker.wasm", "worker-portable.wasm"
}

// Append implements Message.
func (m Hello) Append(dst []byte) []byte {
	dst = begin(dst, kindHello)
	dst = appendInt(dst, m.Version)
	dst = appendString(dst, m.Accelerator)
	return appendString(dst, m.Program)
}

// Dataset tells which samples a run is made of, or the next run on files can be:
// as loaded, before they are fitted to the net's input.
type Dataset struct {
	ID   int // of the LoadFiles it answers; 0 after a Configure
	Kind DatasetKind
	Info data.Info
}

// Append implements Message.
func (m Dataset) Append(dst []byte) []byte {
	dst = begin(dst, kindDataset)
	dst = appendInt(dst, m.ID)
	dst = appendByte(dst, byte(m.Kind))
	dst = appendString(dst, m.Info.Name)
	dst = appendInt(dst, m.Info.C)
	dst = appendInt(dst, m.Info.H)
	dst = appendInt(dst, m.Info.W)
	dst = appendInt(dst, m.Info.Classes)
	dst = appendStrings(dst, m.Info.ClassNames)
	dst = appendInt(dst, m.Info.Train)
	dst = appendInt(dst, m.Info.Test)
	return appendBool(dst, m.Info.Endless)
}

// Progress tells how far something that takes a while has come.
type Progress struct {
	ID          int // of the request it belongs to
	What        Work
	Done, Total int64 // bytes
}

// Work names what a Progress is about.
type Work uint8

// The kinds of work.
const (
	WorkReading Work = iota // files are unpacked and checked
	works
)

// Append implements Message.
func (m Progress) Append(dst []byte) []byte {
	dst = begin(dst, kindProgress)
	dst = appendInt(dst, m.ID)
	dst = appendByte(dst, byte(m.What))
	dst = appendUint64(dst, uint64(m.Done))
	return appendUint64(dst, uint64(m.Total))
}

// Prediction answers Predict.
type Prediction struct {
	ID    int
	Step  int       // after which step the net was asked
	Probs []float32 // [classes], sum 1
}

// Append implements Message.
func (m Prediction) Append(dst []byte) []byte {
	dst = begin(dst, kindPrediction)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.Step)
	return appendFloats(dst, m.Probs)
}

// Fault tells that something asked for was refused or failed. Code and Args
// are those of the error in train, data or nn, and the page's catalogue has a
// sentence for each code in both languages.
type Fault struct {
	ID    int    // of the LoadFiles or Predict it answers, 0 otherwise
	Code  string // of the error; empty for one that has none
	Layer string // name of the layer an nn code is about: "CONV2"; empty otherwise
	Args  []string
	Text  string // the error's English sentence, for a code the page does not know
	Fatal bool   // the worker can do no more: start another
}

// Append implements Message.
func (m Fault) Append(dst []byte) []byte {
	dst = begin(dst, kindFault)
	dst = appendInt(dst, m.ID)
	dst = appendString(dst, m.Code)
	dst = appendString(dst, m.Layer)
	dst = appendStrings(dst, m.Args)
	dst = appendString(dst, m.Text)
	return appendBool(dst, m.Fatal)
}

func (LoadFiles) kind() kind       { return kindLoadFiles }
func (Configure) kind() kind       { return kindConfigure }
func (Run) kind() kind             { return kindRun }
func (RunEpoch) kind() kind        { return kindRunEpoch }
func (Pause) kind() kind           { return kindPause }
func (Reset) kind() kind           { return kindReset }
func (SetLearningRate) kind() kind { return kindSetLearningRate }
func (Predict) kind() kind         { return kindPredict }
func (Watch) kind() kind           { return kindWatch }
func (Hello) kind() kind           { return kindHello }
func (Dataset) kind() kind         { return kindDataset }
func (Progress) kind() kind        { return kindProgress }
func (Snapshot) kind() kind        { return kindSnapshot }
func (Prediction) kind() kind      { return kindPrediction }
func (Fault) kind() kind           { return kindFault }
func (SetWorkers) kind() kind      { return kindSetWorkers }
func (Join) kind() kind            { return kindJoin }
func (Ping) kind() kind            { return kindPing }
func (Pong) kind() kind            { return kindPong }
