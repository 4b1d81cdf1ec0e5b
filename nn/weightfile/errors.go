package weightfile

import "stridelab/internal/sentence"

// Code names a reason why a file is refused. It is stable, so a catalogue can hold a sentence for
// it in every language.
type Code string

// The reasons. Beside each stand the Args of its sentence, in order.
const (
	CodeNotSafetensors Code = "weights-format"  // (none)
	CodeDamaged        Code = "weights-damaged" // (none)
	CodeLarge          Code = "weights-large"   // megabytes of the file, most allowed
	CodeNoNet          Code = "weights-no-net"  // (none)
	CodeMissing        Code = "weights-missing" // tensor's name
	CodeExtra          Code = "weights-extra"   // tensor's name
	// Tensor's name, its shape, the shape the network needs.
	CodeShape    Code = "weights-shape"
	CodeType     Code = "weights-type" // tensor's name, its type
	CodeNoNumber Code = "weights-nan"  // tensor's name
)

// Codes lists every Code, so that a test can find what a catalogue lacks.
func Codes() []Code {
	return []Code{CodeNotSafetensors, CodeDamaged, CodeLarge, CodeNoNet, CodeMissing, CodeExtra, CodeShape, CodeType, CodeNoNumber}
}

// sentence is the English text of a code, with one %v for each of its Args.
func (c Code) sentence() string {
	switch c {
	case CodeNotSafetensors:
		return "This is not a safetensors file: choose one that Stridelab or PyTorch's safetensors saved."
	case CodeDamaged:
		return "This safetensors file is damaged or cut short: save or download it again."
	case CodeLarge:
		return "This file has %v MB, more than the %v MB that are read here: choose weights of a smaller network."
	case CodeNoNet:
		return "This file does not say which network its weights are for: open that network first, then load the file there."
	case CodeMissing:
		return "The file has no weights named %v: choose a file that was saved from the same network."
	case CodeExtra:
		return "The network has no weights named %v as the file does: choose a file that was saved from the same network."
	case CodeShape:
		return "The weights named %v have the shape %v but the network needs %v: choose a file saved from the same network."
	case CodeType:
		return "The weights named %v are of the type %v, which is not read here: save them as float32."
	case CodeNoNumber:
		return "The weights named %v hold a value that is not a number: choose weights of a run that did not fail."
	}
	return "unknown reason"
}

// Error says why a file is refused. The caller's data has not changed when it is returned.
type Error struct {
	Code Code
	Args []any
}

// Error is the English sentence.
func (e *Error) Error() string { return sentence.Fill(e.Code.sentence(), e.Args...) }

// Words are the Args as a sentence shows them.
func (e *Error) Words() []string {
	words := make([]string, len(e.Args))
	for i, a := range e.Args {
		words[i] = sentence.Word(a)
	}
	return words
}

func fault(c Code, args ...any) error { return &Error{Code: c, Args: args} }
