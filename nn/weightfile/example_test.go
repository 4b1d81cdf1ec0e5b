package weightfile_test

import (
	"errors"
	"fmt"
	"log"

	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// A file says which network its weights are for and what they were trained on.
func Example() {
	model, err := nn.New(nn.LeNet(), 1)
	if err != nil {
		log.Fatal(err)
	}
	model.Init(nn.He, 1)
	file := weightfile.File{Net: model.Spec(), Params: model.Params(), About: weightfile.About{
		Dataset: "digits-grey", Seed: 1, Steps: 400, Seen: 25600, Tested: 1000, Accuracy: 0.973, MNIST: -1}}

	read, err := weightfile.Read(file.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(read.Net)
	fmt.Println(len(read.Params), "weights after", read.About.Steps, "minibatches:", read.About.Accuracy)
	fmt.Println("read on MNIST:", read.About.MNIST >= 0)

	copy(model.Params(), read.Params) // the model computes with the file's weights from here on
	// Output:
	// 32x32x3 conv8f5+relu max2 conv16f5+relu max2 dense120+relu dense84+relu dense10
	// 62958 weights after 400 minibatches: 0.973
	// read on MNIST: false
}

// The names are those of the state_dict in PyTorch, where an activation and a flattening are
// modules too.
func ExampleNames() {
	net, err := nn.ParseSpec("8x8x1 conv4f3+relu max2 dense10")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(weightfile.Names(net))
	// Output:
	// [0.weight 0.bias 4.weight 4.bias]
}

// Half precision takes half the bytes. Each weight keeps 11 significant bits.
func ExampleFile_Bytes() {
	net, err := nn.ParseSpec("100 dense10")
	if err != nil {
		log.Fatal(err)
	}
	file := weightfile.File{Net: net, Params: make([]float32, 1010), About: weightfile.About{Accuracy: -1, MNIST: -1}}
	file.Params[0] = 0.1
	whole := len(file.Bytes())
	file.Half = true
	half := file.Bytes()

	read, err := weightfile.Read(half)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(whole-len(half), "bytes less")
	fmt.Println(read.Params[0])
	// Output:
	// 2020 bytes less
	// 0.099975586
}

// A file of another network is refused with a code and a sentence that says what to do.
func ExampleReadFor() {
	small, err := nn.ParseSpec("2 dense2")
	if err != nil {
		log.Fatal(err)
	}
	file := weightfile.File{Net: small, Params: make([]float32, 6), About: weightfile.About{MNIST: -1}}

	large, err := nn.ParseSpec("2 dense3")
	if err != nil {
		log.Fatal(err)
	}
	_, err = weightfile.ReadFor(large, file.Bytes())
	var refused *weightfile.Error
	if errors.As(err, &refused) {
		fmt.Println(refused.Code)
	}
	fmt.Println(err)
	// Output:
	// weights-shape
	// The weights named 0.weight have the shape [2, 2] but the network needs [3, 2]: choose a file saved from the same network.
}
