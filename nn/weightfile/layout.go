package weightfile

import (
	"strconv"

	"stridelab/nn"
)

// tensor is one parameter tensor of a state_dict, and its place in Model.Params.
type tensor struct {
	name  string // in the state_dict: 0.weight
	shape []int  // [out, in, kh, kw], [out, in] or [out]
	at, n int    // first number, and how many
}

// layout lists a network's tensors in the order of nn.Model.Params, and their total of numbers.
// It numbers modules as PyTorch's nn.Sequential does in the program that /network writes: each
// layer is a module, and so are each activation and each flattening. The error is a
// *nn.StackError.
func layout(net nn.Spec) (list []tensor, total int, err error) {
	rows, err := net.Table()
	if err != nil {
		return nil, 0, err
	}
	module, flat := 0, net.In.Flat
	for i, l := range net.Normal().Layers {
		if l.Kind.ReadsVector() && !flat {
			module++ // nn.Flatten
		}
		if shape := l.WeightShape(rows[i].Shape); shape != nil {
			for _, t := range []tensor{{name: ".weight", shape: shape}, {name: ".bias", shape: shape[:1]}} {
				t.name, t.at, t.n = strconv.Itoa(module)+t.name, total, 1
				for _, d := range t.shape {
					t.n *= d
				}
				total += t.n
				list = append(list, t)
			}
		}
		module++
		if l.Act != nn.Identity {
			module++
		}
		flat = rows[i+1].Shape.Flat
	}
	return list, total, nil
}

// Names lists the state_dict's names of a network's parameters, in the order of
// nn.Model.ParamList. It is empty where the network does not fit.
func Names(net nn.Spec) []string {
	list, _, _ := layout(net)
	names := make([]string, len(list))
	for i, t := range list {
		names[i] = t.name
	}
	return names
}
