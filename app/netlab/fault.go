package netlab

import (
	"errors"
	"fmt"

	"stridelab/nn"
	"stridelab/train"
)

// faultOf takes an engine's error apart: its code, the layer it is about, its arguments.
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
