package netlab

import (
	"errors"
	"fmt"

	"stridelab/nn"
	"stridelab/train"
)

// faultOf splits an engine's error into its code, the layer that it is about, and its arguments. An
// error of another type gives empty values.
func faultOf(err error) (code, layer string, args []string) {
	var stack *nn.StackError
	var run *train.Error
	var raw []any
	switch {
	case errors.As(err, &stack):
		code, layer, raw = string(stack.Code), stack.Name, stack.Args
	case errors.As(err, &run):
		code, raw = string(run.Code), run.Args
	}
	for _, a := range raw {
		args = append(args, fmt.Sprint(a))
	}
	return code, layer, args
}
