package nn

import (
	"strings"

	"stridelab/internal/sentence"
)

// Code names a reason why a network or an optimiser is refused. It is stable, so a catalogue can
// hold a sentence for it in every language.
type Code string

// The reasons. Beside each stand the Args of its sentence, in order.
const (
	CodeSyntax       Code = "syntax"        // the word that was not understood
	CodeNoInput      Code = "no-input"      // (none)
	CodeInputShape   Code = "input-shape"   // rows, columns, channels
	CodeNoLayers     Code = "no-layers"     // (none)
	CodeTooMany      Code = "too-many"      // layers, most allowed
	CodeUnknownKind  Code = "unknown-kind"  // kind's number
	CodeUnknownAct   Code = "unknown-act"   // activation's number
	CodeOut          Code = "out"           // filters or units asked for, most allowed
	CodeWindow       Code = "window"        // window edge asked for, most allowed
	CodeStride       Code = "stride"        // stride asked for, most allowed
	CodePadding      Code = "padding"       // padding asked for, most allowed
	CodeDilation     Code = "dilation"      // dilation asked for, most allowed
	CodeSameOdd      Code = "same-odd"      // d(f-1), window edge
	CodeWindowFit    Code = "window-fit"    // edge the window spans, padded rows, padded columns
	CodePoolPadding  Code = "pool-padding"  // padding, window edge, most allowed
	CodeNeedsVolume  Code = "needs-volume"  // numbers in the vector it is given
	CodeRate         Code = "rate"          // rate
	CodeNoActivation Code = "no-activation" // activation
	CodeLastAct      Code = "last-act"      // activation
	CodeLastShape    Code = "last-shape"    // shape
	CodeTooLarge     Code = "too-large"     // numbers needed, most allowed, both in millions
	CodeBatch        Code = "batch"         // batch size
	CodeOptimizer    Code = "optimizer"     // setting's name, its value
)

// Codes lists every Code, so that a test can find what a catalogue lacks.
func Codes() []Code {
	return []Code{
		CodeSyntax, CodeNoInput, CodeInputShape, CodeNoLayers, CodeTooMany, CodeUnknownKind, CodeUnknownAct,
		CodeOut, CodeWindow, CodeStride, CodePadding, CodeDilation, CodeSameOdd, CodeWindowFit, CodePoolPadding,
		CodeNeedsVolume, CodeRate, CodeNoActivation, CodeLastAct, CodeLastShape, CodeTooLarge,
		CodeBatch, CodeOptimizer,
	}
}

// sentence is the English text of a code, with one %v for each of its Args.
func (c Code) sentence() string {
	switch c {
	case CodeSyntax:
		return "%q is not a layer; write, for example, conv8f5+relu, max2, avg2, gap, dense10 or drop0.5"
	case CodeNoInput:
		return "the description is empty; begin with the input, for example 32x32x3"
	case CodeInputShape:
		return "an input of %v×%v×%v cannot be used; give 1 to 2048 rows and columns and 1 to 4096 channels"
	case CodeNoLayers:
		return "the network has no layers; add at least a fully connected layer with one unit per class"
	case CodeTooMany:
		return "the network has %v layers; use at most %v"
	case CodeUnknownKind:
		return "there is no layer kind number %v"
	case CodeUnknownAct:
		return "there is no activation number %v"
	case CodeOut:
		return "it cannot have %v filters or units; give a number from 1 to %v"
	case CodeWindow:
		return "its window cannot have the size %v; give a number from 1 to %v"
	case CodeStride:
		return "its stride cannot be %v; give a number from 1 to %v"
	case CodePadding:
		return "its padding cannot be %v; give a number from 0 to %v, or same"
	case CodeDilation:
		return "its dilation cannot be %v; give a number from 1 to %v"
	case CodeSameOdd:
		return "same padding needs an even d(f−1), but it is %v; change the window size from %v to an odd number"
	case CodeWindowFit:
		return "its window spans %v cells but the padded input is only %v×%v; make the window smaller or add padding"
	case CodePoolPadding:
		return "padding %v is more than half the pooling window of %v, so a window could hold padding alone; use at most %v"
	case CodeNeedsVolume:
		return "it needs rows and columns but gets a vector of length %v; move it before the first fully connected or flatten layer"
	case CodeRate:
		return "its dropout rate cannot be %v; give a number from 0 to less than 1"
	case CodeNoActivation:
		return "it cannot have the activation %v; give that to the layer before"
	case CodeLastAct:
		return "the last layer goes into softmax and cannot have the activation %v; remove it"
	case CodeLastShape:
		return "the last layer outputs %v, but softmax needs one number per class; end with a fully connected layer or global average pooling"
	case CodeTooLarge:
		return "it needs %v million numbers, more than the %v million allowed here; use fewer filters or units"
	case CodeBatch:
		return "a batch of %v samples is not possible; give a number from 1 to 4096"
	case CodeOptimizer:
		return "the optimiser's %v cannot be %v; give another value"
	}
	return "unknown reason"
}

// StackError says which layer of a Spec cannot be built, and why. Layer is the index in
// Spec.Layers, -1 where the input or the whole network is meant. Name is the layer's name as in
// the table (CONV2), empty where there is none.
type StackError struct {
	Layer int
	Name  string
	Code  Code
	Args  []any
}

// Error is the English sentence: which layer, what is wrong, what to do.
func (e *StackError) Error() string {
	why := sentence.Fill(e.Code.sentence(), e.Args...)
	if e.Name != "" {
		return e.Name + ": " + why
	}
	return strings.ToUpper(why[:1]) + why[1:]
}
