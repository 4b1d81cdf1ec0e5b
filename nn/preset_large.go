package nn

// AlexNet is the network that won ImageNet's 2012 challenge, in the one-column form that is
// usually counted: 61,100,840 parameters on a 224x224 colour image, 1000 classes (Krizhevsky: One
// weird trick for parallelizing convolutional neural networks, 2014; layer by layer as
// torchvision.models.alexnet). It can be counted here, but New refuses it: it is too large to
// train.
func AlexNet() Spec {
	return Spec{In: Volume(224, 224, 3), Layers: []Layer{
		{Kind: Conv, Out: 64, F: 11, S: 4, P: 2, Act: ReLU},
		{Kind: MaxPool, F: 3, S: 2},
		{Kind: Conv, Out: 192, F: 5, P: 2, Act: ReLU},
		{Kind: MaxPool, F: 3, S: 2},
		{Kind: Conv, Out: 384, F: 3, P: 1, Act: ReLU},
		{Kind: Conv, Out: 256, F: 3, P: 1, Act: ReLU},
		{Kind: Conv, Out: 256, F: 3, P: 1, Act: ReLU},
		{Kind: MaxPool, F: 3, S: 2},
		{Kind: Dropout, Rate: 0.5},
		{Kind: Dense, Out: 4096, Act: ReLU},
		{Kind: Dropout, Rate: 0.5},
		{Kind: Dense, Out: 4096, Act: ReLU},
		{Kind: Dense, Out: 1000},
	}}.Normal()
}

// VGG16 is configuration D of Simonyan and Zisserman: Very deep convolutional networks for
// large-scale image recognition, 2015. It has 3x3 windows only, halves rows and columns five
// times, and has 138,357,544 parameters. Like AlexNet it can be counted but not built.
func VGG16() Spec {
	s := Spec{In: Volume(224, 224, 3)}
	for _, block := range []struct{ filters, times int }{{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}} {
		for range block.times {
			s.Layers = append(s.Layers, Layer{Kind: Conv, Out: block.filters, F: 3, P: 1, Act: ReLU})
		}
		s.Layers = append(s.Layers, Layer{Kind: MaxPool, F: 2})
	}
	s.Layers = append(s.Layers,
		Layer{Kind: Dense, Out: 4096, Act: ReLU}, Layer{Kind: Dropout, Rate: 0.5},
		Layer{Kind: Dense, Out: 4096, Act: ReLU}, Layer{Kind: Dropout, Rate: 0.5},
		Layer{Kind: Dense, Out: 1000})
	return s.Normal()
}
