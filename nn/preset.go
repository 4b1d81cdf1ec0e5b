package nn

// LeNet is the network of the layer table: two convolutions of 5x5 with 8 and 16 filters, max
// pooling by 2, and dense layers of 120, 84 and 10 units. It has 62,958 parameters on a 32x32
// colour image.
func LeNet() Spec { return lectureNet(8) }

// LeNet6 is LeNet with 6 filters in the first convolution, whose 456 parameters are compared with
// a dense layer's 14,450,688 weights.
func LeNet6() Spec { return lectureNet(6) }

func lectureNet(filters int) Spec {
	return Spec{In: Volume(32, 32, 3), Layers: []Layer{
		{Kind: Conv, Out: filters, F: 5, Act: ReLU},
		{Kind: MaxPool, F: 2},
		{Kind: Conv, Out: 16, F: 5, Act: ReLU},
		{Kind: MaxPool, F: 2},
		{Kind: Dense, Out: 120, Act: ReLU},
		{Kind: Dense, Out: 84, Act: ReLU},
		{Kind: Dense, Out: 10},
	}}.Normal()
}

// LeNet5 is the network of 1998 (LeCun, Bottou, Bengio, Haffner: Gradient-based learning applied
// to document recognition) on a 32x32 grey image, with tanh and average pooling: 61,706
// parameters. As is usual today, pooling has no weights, the second convolution reads all six
// maps, and softmax replaces the radial basis functions at the end.
func LeNet5() Spec {
	return Spec{In: Volume(32, 32, 1), Layers: []Layer{
		{Kind: Conv, Out: 6, F: 5, Act: Tanh},
		{Kind: AvgPool, F: 2},
		{Kind: Conv, Out: 16, F: 5, Act: Tanh},
		{Kind: AvgPool, F: 2},
		{Kind: Conv, Out: 120, F: 5, Act: Tanh},
		{Kind: Dense, Out: 84, Act: Tanh},
		{Kind: Dense, Out: 10},
	}}.Normal()
}

// GAPNet ends in global average pooling instead of wide dense layers (Lin, Chen, Yan: Network in
// network, 2014): three convolutions of 3x3 with same padding, the mean of each of the last 32
// maps, and one dense layer.
func GAPNet() Spec {
	return Spec{In: Volume(32, 32, 3), Layers: []Layer{
		{Kind: Conv, Out: 8, F: 3, P: PadSame, Act: ReLU},
		{Kind: MaxPool, F: 2},
		{Kind: Conv, Out: 16, F: 3, P: PadSame, Act: ReLU},
		{Kind: MaxPool, F: 2},
		{Kind: Conv, Out: 32, F: 3, P: PadSame, Act: ReLU},
		{Kind: GlobalAvgPool},
		{Kind: Dense, Out: 10},
	}}.Normal()
}
