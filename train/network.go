package train

import (
	"math"

	"stridelab/data"
	"stridelab/nn"
)

// These limits keep a run responsive. It can pause, and messages are answered, only between
// two shards, so a shard must be short: at most 38 ms after a slice of 12 ms, without vector
// instructions too. Without them a browser computes some 500 million of the multiply-adds in
// nn.Row a second, gradients included (640 samples a second of LeNet, BenchmarkTraining);
// with them, ten times as many. Hence fewer samples a shard for heavier networks, and limits
// on networks. The number of samples a shard depends on the network alone, because the bits
// of the run depend on it.
const (
	maxShard   = 8          // samples
	shardWork  = 8_000_000  // multiply-adds of a shard, forward
	maxWork    = 20_000_000 // multiply-adds of a sample, forward
	maxParams  = 2_000_000  // every update goes over all of them
	maxNumbers = 1_000_000  // numbers in a sample, or in the output of a layer for it
)

// shardSize returns how many samples a shard has, for a network with this table.
func shardSize(rows []nn.Row) int {
	return int(max(1, min(maxShard, shardWork/max(1, work(rows)))))
}

// ShareSize returns of how many samples the shards of a network are: what a minibatch is divided
// into between workers. It is 0 for a network that does not fit together.
func ShareSize(net nn.Spec) int {
	rows, err := net.Table()
	if err != nil {
		return 0
	}
	return shardSize(rows)
}

// work returns how many multiply-adds a sample takes, forward.
func work(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.MultiplyAdds
	}
	return n
}

// checkSize returns an *Error for a network past the limits.
func checkSize(rows []nn.Row) error {
	var params, numbers int64
	for _, r := range rows {
		params += r.Params
		numbers = max(numbers, r.Size)
	}
	switch {
	case work(rows) > maxWork:
		return &Error{Code: CodeMuchWork, Args: []any{int(work(rows) / 1e6), maxWork / 1_000_000}}
	case params > maxParams:
		return &Error{Code: CodeManyParams, Args: []any{int(params), maxParams}}
	case numbers > maxNumbers:
		return &Error{Code: CodeWide, Args: []any{int(numbers), maxNumbers}}
	}
	return nil
}

// checkWeights returns an *Error if params cannot be the weights of a network that has want
// of them.
func checkWeights(params []float32, want int) error {
	if len(params) != want {
		return &Error{Code: CodeWeights, Args: []any{len(params), want}}
	}
	for _, p := range params {
		if math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) {
			return &Error{Code: CodeNoNumber}
		}
	}
	return nil
}

// NewModel returns a network with a copy of params as its weights. net is its layers, as
// nn.Spec.String writes them; params are in the order of nn.Model.Params. Its largest batch
// is the size of a shard: 1 to 8 samples. It returns an *Error or an *nn.StackError if no run
// could have this network or these weights.
func NewModel(net string, params []float32) (*nn.Model, error) {
	spec, err := nn.ParseSpec(net)
	if err != nil {
		return nil, err
	}
	rows, err := spec.Table()
	if err != nil {
		return nil, err
	}
	if err := checkSize(rows); err != nil {
		return nil, err
	}
	model, err := nn.New(spec, shardSize(rows))
	if err != nil {
		return nil, err
	}
	if err := checkWeights(params, len(model.Params())); err != nil {
		return nil, err
	}
	copy(model.Params(), params)
	return model, nil
}

// Adapt adapts the samples of source to the input of the network with this table. It returns
// a *data.Error if they do not fit, and an *Error if the network has fewer outputs than the
// dataset has classes.
func Adapt(source data.Source, rows []nn.Row) (data.Source, error) {
	in, classes := rows[0].Shape, rows[len(rows)-1].Shape.C
	adapted, err := data.Adapt(source, in.C, in.H, in.W)
	if err != nil {
		return nil, err
	}
	if has := adapted.Info().Classes; has > classes {
		return nil, &Error{Code: CodeClasses, Args: []any{classes, has}}
	}
	return adapted, nil
}
