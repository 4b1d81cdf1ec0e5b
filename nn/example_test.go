package nn_test

import (
	"fmt"

	"stridelab/nn"
)

// The layer table of the default network.
func ExampleSpec_Table() {
	rows, err := nn.LeNet().Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	var total int64
	for _, r := range rows {
		fmt.Printf("%-8s%-11v%6d%7d\n", r.Name, r.Shape, r.Size, r.Params)
		total += r.Params
	}
	fmt.Println("total", total)
	// Output:
	// Input   (32,32,3)    3072      0
	// CONV1   (28,28,8)    6272    608
	// POOL1   (14,14,8)    1568      0
	// CONV2   (10,10,16)   1600   3216
	// POOL2   (5,5,16)      400      0
	// FC3     (120,1)       120  48120
	// FC4     (84,1)         84  10164
	// Softmax (10,1)         10    850
	// total 62958
}

// A stack that does not fit says which layer, why, and what to do.
func ExampleParseSpec() {
	_, err := nn.ParseSpec("8x8x1 conv4f3+relu max2 conv8f5+relu dense10")
	fmt.Println(err)
	// Output:
	// CONV2: its window spans 5 cells but the padded input is only 3×3; make the window smaller or add padding
}

func ExampleSpec_String() {
	fmt.Println(nn.LeNet5())
	// Output:
	// 32x32x1 conv6f5+tanh avg2 conv16f5+tanh avg2 conv120f5+tanh dense84+tanh dense10
}

// The filter 1 0 -1 finds a vertical edge.
func ExampleConvForward() {
	x := nn.Tensor{Shape: [4]int{1, 1, 3, 6}, Data: []float32{
		10, 10, 10, 0, 0, 0,
		10, 10, 10, 0, 0, 0,
		10, 10, 10, 0, 0, 0,
	}}
	w := nn.Tensor{Shape: [4]int{1, 1, 3, 3}, Data: []float32{
		1, 0, -1,
		1, 0, -1,
		1, 0, -1,
	}}
	y := nn.NewTensor(1, 1, 1, 4)
	nn.ConvForward(y, x, w, []float32{0}, nn.Geometry{F: 3, S: 1, D: 1})
	fmt.Println(y.Data)
	// Output:
	// [0 30 30 0]
}

// Max pooling keeps the largest number of each window and its place, so that the gradient goes to
// that cell alone.
func ExampleMaxPoolForward() {
	x := nn.Tensor{Shape: [4]int{1, 1, 4, 4}, Data: []float32{
		1, 3, 2, 1,
		2, 9, 1, 1,
		1, 3, 2, 3,
		5, 6, 1, 2,
	}}
	y, winners := nn.NewTensor(1, 1, 2, 2), make([]int32, 4)
	nn.MaxPoolForward(y, winners, x, nn.Geometry{F: 2, S: 2, D: 1})
	dx := nn.NewTensor(1, 1, 4, 4)
	nn.MaxPoolBackward(dx, nn.Tensor{Shape: y.Shape, Data: []float32{1, 2, 3, 4}}, winners)
	fmt.Println(y.Data)
	for r := 0; r < 4; r++ {
		fmt.Println(dx.Data[4*r : 4*r+4])
	}
	// Output:
	// [9 2 6 3]
	// [0 0 2 0]
	// [0 1 0 0]
	// [0 0 0 4]
	// [0 3 0 0]
}

// Average pooling gives each cell of a window an equal share of the gradient.
func ExampleAvgPoolBackward() {
	dx, dy := nn.NewTensor(1, 1, 2, 4), nn.Tensor{Shape: [4]int{1, 1, 1, 2}, Data: []float32{1, 2}}
	nn.AvgPoolBackward(dx, dy, nn.Geometry{F: 2, S: 2, D: 1}, false)
	fmt.Println(dx.Data[:4])
	// Output:
	// [0.25 0.25 0.5 0.5]
}

// Scores of any size are safe.
func ExampleSoftmaxCrossEntropy() {
	logits := nn.Tensor{Shape: [4]int{2, 2, 1, 1}, Data: []float32{0, 0, 10000, -10000}}
	probs, dlogits := nn.NewTensor(2, 2, 1, 1), nn.NewTensor(2, 2, 1, 1)
	sum, correct := nn.SoftmaxCrossEntropy(probs, dlogits, logits, []int{0, 1}, 1)
	fmt.Printf("%.4f %d\n%v\n%v\n", sum, correct, probs.Data, dlogits.Data)
	// Output:
	// 20000.6931 1
	// [0.5 0.5 1 0]
	// [-0.5 0.5 1 -1]
}

// A network learns which of two pixels is brighter.
func ExampleModel() {
	spec, err := nn.ParseSpec("1x2x1 dense4+tanh dense2")
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := nn.New(spec, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	m.Init(nn.He, 1)
	cfg := nn.DefaultOptimizer(nn.Momentum)
	cfg.LearningRate = 0.1
	opt := nn.NewOptimizer(cfg, len(m.Params()))
	x := nn.Tensor{Shape: [4]int{4, 1, 1, 2}, Data: []float32{1, 0, 0, 1, 0.75, 0.25, 0.25, 0.75}}
	labels := []int{0, 1, 0, 1}
	for range 100 {
		m.ZeroGrads()
		m.Forward(x, true)
		m.Loss(labels, 1.0/4)
		m.Backward()
		opt.Step(m.Params(), m.Grads())
	}
	m.Forward(x, false)
	sum, correct := m.Loss(labels, 1)
	fmt.Println(correct, "of 4 right, mean loss below 0.05:", sum/4 < 0.05)
	// Output:
	// 4 of 4 right, mean loss below 0.05: true
}
