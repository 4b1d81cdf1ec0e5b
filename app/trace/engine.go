package trace

import "stridelab/nn"

// The numbers of a walk come from the same functions of nn that train the networks.

func (w *Walk) window() nn.Geometry { return nn.Geometry{F: w.F, S: w.S, P: w.Pad, D: w.D} }

func tensor(data []float32, c, edge int) nn.Tensor {
	return nn.Tensor{Shape: [4]int{1, c, edge, edge}, Data: data}
}

// convolve fills Out, DX, DW and DB.
func (w *Walk) convolve() {
	w.Out = make([]float32, w.Steps())
	w.DX, w.DW, w.DB = make([]float32, len(w.X)), make([]float32, len(w.W)), make([]float32, len(w.B))
	kernels := func(data []float32) nn.Tensor {
		return nn.Tensor{Shape: [4]int{w.Filters, w.C, w.F, w.F}, Data: data}
	}
	x := tensor(w.X, w.C, w.N)
	nn.ConvForward(tensor(w.Out, w.Maps, w.Edge), x, kernels(w.W), w.B, w.window())
	nn.ConvBackward(tensor(w.DX, w.C, w.N), kernels(w.DW), w.DB, tensor(w.G, w.Maps, w.Edge), x, kernels(w.W), w.window())
}

// pool fills Max, Avg, DXMax and DXAvg.
func (w *Walk) pool() {
	w.Max, w.Avg = make([]float32, w.Steps()), make([]float32, w.Steps())
	w.DXMax, w.DXAvg = make([]float32, len(w.X)), make([]float32, len(w.X))
	winners := make([]int32, w.Steps())
	x, dy := tensor(w.X, w.C, w.N), tensor(w.G, w.Maps, w.Edge)
	nn.MaxPoolForward(tensor(w.Max, w.Maps, w.Edge), winners, x, w.window())
	nn.MaxPoolBackward(tensor(w.DXMax, w.C, w.N), dy, winners)
	nn.AvgPoolForward(tensor(w.Avg, w.Maps, w.Edge), x, w.window(), w.CountPad)
	nn.AvgPoolBackward(tensor(w.DXAvg, w.C, w.N), dy, w.window(), w.CountPad)
}
