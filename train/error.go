package train

import "stridelab/internal/sentence"

// Code is the kind of an Error. The catalogue of the page has a sentence for each.
type Code string

// The codes of this package. The comment at a code lists its Args.
const (
	CodeMessage      Code = "train-message"       // a message cannot be read; no Args
	CodeVersion      Code = "train-version"       // version found, version wanted
	CodeDataset      Code = "train-dataset"       // number of the kind
	CodeNoFiles      Code = "train-no-files"      // a run on files, and none were read; no Args
	CodeBatch        Code = "train-batch"         // value, largest
	CodeEpochs       Code = "train-epochs"        // value, largest
	CodeWorkers      Code = "train-workers"       // value, largest
	CodeLearningRate Code = "train-learning-rate" // value
	CodeSamples      Code = "train-samples"       // value
	CodeShift        Code = "train-shift"         // value, largest
	CodeRotate       Code = "train-rotate"        // value, largest
	// Value, largest.
	CodeScheduleEvery  Code = "train-schedule-every"
	CodeScheduleFactor Code = "train-schedule-factor" // value
	// A rate that falls until the end of a run that has none; no Args.
	CodeScheduleEnd  Code = "train-schedule-end"
	CodeStopAccuracy Code = "train-stop-accuracy" // value, in percent
	CodeStopPatience Code = "train-stop-patience" // value, largest
	CodeClasses      Code = "train-classes"       // outputs of the network, classes of the dataset
	// Millions of multiply-adds for one sample, largest.
	CodeMuchWork   Code = "train-much-work"
	CodeManyParams Code = "train-many-params" // parameters, largest
	// Numbers in the output of the largest layer, largest.
	CodeWide  Code = "train-wide"
	CodeNoRun Code = "train-no-run" // there is no run; no Args
	CodeBusy  Code = "train-busy"   // files are still being read; no Args
	// Step of the bad loss, step gone back to, learning rate.
	CodeDiverged Code = "train-diverged"
	CodeWeights  Code = "train-weights"   // weights given, weights of the network
	CodeNoNumber Code = "train-no-number" // a weight is NaN or infinite; no Args
	CodePanic    Code = "train-panic"     // reason of the panic
)

// sentences holds the English sentence of every code, as a format of its Args: what
// happened, and what to do.
var sentences = [...]struct {
	code Code
	text string
}{
	{CodeMessage, "The page and the trainer could not communicate: reload the page."},
	{CodeVersion, "The page and the trainer are of different versions (%v and %v): reload the page."},
	{CodeDataset, "There is no dataset number %v: choose one from the list."},
	{CodeNoFiles, "No files have been read yet: drop an images file and its labels file on the page first."},
	{CodeBatch, "A batch of %v samples is not possible: give a number from 1 to %v."},
	{CodeEpochs, "A run of %v epochs is not possible: give a number from 0 (until paused) to %v."},
	{CodeWorkers, "A run with %v workers is not possible: give a number from 1 to %v."},
	{CodeLearningRate, "The learning rate %v is not possible: give a number above 0, up to 1000."},
	{CodeSamples, "A training set of %v samples is not possible: give a number from 1, or 0 for all."},
	{CodeShift, "A shift of %v pixels is not possible: give a number from 0 to %v."},
	{CodeRotate, "A rotation of %v degrees is not possible: give a number from 0 to %v."},
	{CodeScheduleEvery, "The learning rate cannot fall every %v epochs: give a number from 1 to %v."},
	{CodeScheduleFactor, "The learning rate cannot fall by the factor %v: give a number between 0 and 1."},
	{CodeScheduleEnd, "This schedule needs the length of the run: give a number of epochs above 0."},
	{CodeStopAccuracy, "A run cannot stop at an accuracy of %v%: give a number from 0 (never) to 100."},
	{CodeStopPatience, "A run cannot wait for %v evaluations: give a number from 0 (never stop) to %v."},
	{CodeClasses, "The network has %v outputs but the dataset needs %v: give the last layer one unit for each class."},
	{CodeMuchWork, "One sample takes %v million multiplications in this network, more than the %v million allowed here: use fewer filters or a smaller input."},
	{CodeManyParams, "This network has %v parameters, more than the %v that can be trained here: use fewer units or filters."},
	{CodeWide, "One layer of this network holds %v numbers for a sample, more than the %v allowed here: use a smaller input or fewer filters."},
	{CodeNoRun, "There is no run yet: choose a dataset and a network first."},
	{CodeBusy, "Files are still being read: wait until they are done."},
	{CodeDiverged, "The loss exploded at step %v, so training went back to step %v: start again with a learning rate well below %v or another optimiser."},
	{CodeWeights, "These are %v weights but the network has %v: choose weights that were saved from the same network."},
	{CodeNoNumber, "One of these weights is not a number: choose weights of a run that did not fail."},
	{CodePanic, "The trainer stopped at an internal error (%v): start again."},
}

// Error is an error that a person should read. Whoever returns it has changed nothing,
// unless its sentence says so.
type Error struct {
	Code Code
	Args []any // strings and numbers, as listed at the Code
}

// Error returns the English sentence.
func (e *Error) Error() string {
	for _, s := range sentences {
		if s.code == e.Code {
			return sentence.Fill(s.text, e.Args...)
		}
	}
	return string(e.Code)
}

// Codes returns every code that an *Error of this package can have. The test of the
// catalogue uses it.
func Codes() []Code {
	codes := make([]Code, len(sentences))
	for i, s := range sentences {
		codes[i] = s.code
	}
	return codes
}
