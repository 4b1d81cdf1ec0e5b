package train

import (
	"stridelab/data"
	"stridelab/internal/sentence"
	"stridelab/nn"
)

// Code names a kind of fault for the language catalogue.
type Code string

// The faults of this package. What Args hold stands behind each.
const (
	CodeMessage      Code = "train-message"       // a message cannot be read
	CodeVersion      Code = "train-version"       // version found, version wanted
	CodeDataset      Code = "train-dataset"       // number of the kind
	CodeNoFiles      Code = "train-no-files"      // a run on files before any were read
	CodeBatch        Code = "train-batch"         // value, largest
	CodeEpochs       Code = "train-epochs"        // value, largest
	CodeWorkers      Code = "train-workers"       // value, largest
	CodeLearningRate Code = "train-learning-rate" // value
	CodeClasses      Code = "train-classes"       // outputs of the net, classes of the dataset
	CodeMuchWork     Code = "train-much-work"     // millions of multiply-adds for one sample, most allowed
	CodeManyParams   Code = "train-many-params"   // parameters, most allowed
	CodeWide         Code = "train-wide"          // numbers in the largest layer's output, most allowed
	CodeNoRun        Code = "train-no-run"        // asked of a run before there is one
	CodeBusy         Code = "train-busy"          // files are still being read
	CodeDiverged     Code = "train-diverged"      // step with the bad loss, step gone back to, learning rate
	CodeWeights      Code = "train-weights"       // weights given, weights of the net
	CodeNoNumber     Code = "train-no-number"     // a weight is NaN or infinite
	CodePanic        Code = "train-panic"         // what the worker said last
)

// sentences holds the English sentence of every code as a format of its
// Args: what happened, and what to do.
var sentences = [...]struct {
	code Code
	text string
}{
	{CodeMessage, "The page and the trainer did not understand each other: reload the page."},
	{CodeVersion, "The page and the trainer are of different versions (%v and %v): reload the page."},
	{CodeDataset, "There is no dataset number %v: choose one from the list."},
	{CodeNoFiles, "No files have been read yet: drop an images file and its labels file on the page first."},
	{CodeBatch, "A batch of %v samples is not possible: give a number from 1 to %v."},
	{CodeEpochs, "A run of %v epochs is not possible: give a number from 0 (until paused) to %v."},
	{CodeWorkers, "A run with %v workers is not possible: give a number from 1 to %v."},
	{CodeLearningRate, "The learning rate %v is not possible: give a number above 0, up to 1000."},
	{CodeClasses, "The network tells %v classes apart, but the dataset has %v: give the last layer one unit per class."},
	{CodeMuchWork, "This network takes %v million multiply-adds for one sample, and %v million is the most a browser " +
		"trains while you watch: use fewer filters or a smaller input."},
	{CodeManyParams, "This network has %v parameters, and %v is the most that can be trained here: use fewer units or filters."},
	{CodeWide, "This network holds %v numbers in one layer for a single sample, and %v is the most that can be trained " +
		"here: use a smaller input or fewer filters."},
	{CodeNoRun, "There is no run yet: choose a dataset and a network first."},
	{CodeBusy, "Files are still being read: wait until they are done."},
	{CodeDiverged, "The loss grew out of all bounds at step %v, so training stopped and went back to step %v, the last " +
		"good one: try a learning rate well below %v, or another optimiser, and reset."},
	{CodeWeights, "These are %v weights, but the network has %v: choose weights that were saved from the same network."},
	{CodeNoNumber, "One of these weights is not a number, so the network could not work with them: choose weights of a run that did not fail."},
	{CodePanic, "The trainer stopped on an error of its own (%v): start again."},
}

// Error is a fault that a person should read. Nothing has changed when it is
// returned, unless the code's sentence says so.
type Error struct {
	Code Code
	Args []any // strings and numbers, as the comment at the Code says
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

// Codes lists every code an *Error of this package can carry; the catalogue's
// test walks it.
func Codes() []Code {
	codes := make([]Code, len(sentences))
	for i, s := range sentences {
		codes[i] = s.code
	}
	return codes
}

// FaultOf puts an error into a message: code and arguments for the errors of
// train, data and nn, which the page's catalogue knows, and for any other its
// text alone.
func FaultOf(id int, err error) Fault {
	f := Fault{ID: id, Text: err.Error()}
	var args []any
	switch e := err.(type) {
	case *Error:
		f.Code, args = string(e.Code), e.Args
	case *data.Error:
		f.Code, args = string(e.Code), e.Args
	case *nn.StackError:
		f.Code, f.Layer, args = string(e.Code), e.Name, e.Args
	case *nn.ConfigError:
		f.Code, args = string(e.Code), e.Args
	}
	for _, a := range args {
		f.Args = append(f.Args, sentence.Word(a))
	}
	return f
}
