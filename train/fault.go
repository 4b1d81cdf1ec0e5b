package train

import (
	"stridelab/data"
	"stridelab/internal/sentence"
	"stridelab/nn"
)

// Fault says that a request was refused, or that a run failed. Code and Args are those of
// the error in train, data or nn. The catalogue of the page has a sentence for each code, in
// each language.
type Fault struct {
	ID    int    // of the request that it answers; 0 for one without an ID
	Code  string // of the error; empty if the error has none
	Layer string // name of the layer that the error is about, such as "CONV2"; empty otherwise
	Args  []string
	Text  string // English sentence of the error, for a code that the page does not know
	Fatal bool   // the program cannot go on: start another
}

// Append implements Message.
func (m Fault) Append(dst []byte) []byte {
	dst = appendHead(dst, kindFault)
	dst = appendInt(dst, m.ID)
	dst = appendString(dst, m.Code)
	dst = appendString(dst, m.Layer)
	dst = appendStrings(dst, m.Args)
	dst = appendString(dst, m.Text)
	return appendBool(dst, m.Fatal)
}

func (Fault) kind() kind { return kindFault }

// FaultOf puts an error into a message. An error of train, data or nn keeps its code and
// arguments, which the catalogue of the page knows. Any other error keeps its text alone.
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
