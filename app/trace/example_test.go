package trace_test

import (
	"errors"
	"fmt"
	"log"

	"stridelab/app/lang"
	"stridelab/app/trace"
)

// A walk shows each window of a convolution as its products and their sum. The filter finds a
// vertical edge: bright on the left, dark on the right.
func Example() {
	setting := trace.Setting{Kind: trace.Conv, N: 3, C: 1, F: 2, S: 1, D: 1, Filters: 1}
	walk, err := trace.New(setting, trace.Values{W: []float32{1, -1, 1, -1}, B: []float32{0}, X: []float32{
		5, 5, 0,
		5, 5, 0,
		5, 5, 5,
	}})
	if err != nil {
		log.Fatal(err)
	}
	for i := range walk.Steps() {
		fmt.Println(walk.Arithmetic(walk.Step(i), lang.En))
	}
	fmt.Println("the engine:", walk.Out)
	// Output:
	// 5×1 + 5×(−1) + 5×1 + 5×(−1) = 0
	// 5×1 + 0×(−1) + 5×1 + 0×(−1) = 10
	// 5×1 + 5×(−1) + 5×1 + 5×(−1) = 0
	// 5×1 + 0×(−1) + 5×1 + 5×(−1) = 5
	// the engine: [0 10 0 5]
}

// A step of pooling has both results, the maximum and the average of the same window.
func ExampleWalk_PoolStep() {
	walk, err := trace.New(trace.Setting{Kind: trace.Pool, N: 2, C: 1, F: 2, S: 2, D: 1, Filters: 1},
		trace.Values{X: []float32{1, 3, 2, 9}})
	if err != nil {
		log.Fatal(err)
	}
	step := walk.PoolStep(0)
	fmt.Println(walk.ArithmeticMax(step))
	fmt.Println(walk.ArithmeticAvg(step))
	fmt.Println(walk.SayPool(step, lang.En))
	// Output:
	// max(1, 3, 2, 9) = 9
	// (1 + 3 + 2 + 9) / 4 = 3.75
	// Window row 1, column 1: the largest is 9, at input row 2, column 2; the average is 15 divided by 4, 3.75.
}

// A setting that cannot be says why, and the nearest setting that can be.
func ExampleSetting_Check() {
	_, err := trace.Setting{Kind: trace.Conv, N: 3, C: 1, F: 5, S: 1, D: 1, Filters: 1}.Check()
	var problem *trace.Problem
	if errors.As(err, &problem) {
		fmt.Println(problem.In(lang.En))
		fmt.Println("nearest: f =", problem.Nearest.F, "and p =", problem.Nearest.P)
	}
	// Output:
	// The window reaches over 5×5 cells, but the padded input is only 3×3 (n = 3, p = 0). Choose a smaller f or d, or more padding.
	// nearest: f = 5 and p = 1
}

// Backward adds up the gradients window by window. At the end they are the engine's.
func ExampleWalk_NewBackward() {
	walk, err := trace.New(trace.Setting{Kind: trace.Conv, N: 3, C: 1, F: 2, S: 1, D: 1, Filters: 1},
		trace.Values{X: []float32{1, 2, 3, 4, 5, 6, 7, 8, 9}, W: []float32{1, 0, 0, 1}, B: []float32{0}})
	if err != nil {
		log.Fatal(err)
	}
	backward := walk.NewBackward()
	for done := 1; done <= walk.Steps(); done++ {
		backward.Seek(done)
		fmt.Println("dW so far:", backward.DW)
	}
	fmt.Println("the engine:", walk.DW)
	// Output:
	// dW so far: [1 2 4 5]
	// dW so far: [3 5 9 11]
	// dW so far: [7 10 16 19]
	// dW so far: [12 16 24 28]
	// the engine: [12 16 24 28]
}

// A nudge compares a gradient with what the loss does when a number moves a little.
func ExampleWalk_Nudge() {
	walk, err := trace.New(trace.Setting{Kind: trace.Conv, N: 3, C: 1, F: 2, S: 1, D: 1, Filters: 1},
		trace.Values{X: []float32{1, 2, 3, 4, 5, 6, 7, 8, 9}, W: []float32{1, 0, 0, 1}, B: []float32{0}})
	if err != nil {
		log.Fatal(err)
	}
	nudge := walk.Nudge(trace.NudgeWeight, 0, trace.MaxPooling)
	fmt.Printf("gradient %.0f, slope below %.2f and above %.2f, agrees: %v\n", nudge.Gradient, nudge.Below, nudge.Above, nudge.Agrees)
	// Output:
	// gradient 12, slope below 12.00 and above 12.00, agrees: true
}
