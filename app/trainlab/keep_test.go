package trainlab

import (
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
)

func TestWeightsOfARunReachTheStore(t *testing.T) {
	lab, _ := open(t, lang.En)
	params := []float32{1, 2, 3}
	lab.receive(train.Weights{Net: nn.LeNet().String(), Params: params})
	if got := lab.weights.Visit(nn.LeNet()); got != nil {
		t.Errorf("weights that have learnt nothing were kept: %+v", got)
	}
	lab.store.Apply(train.Dataset{Kind: train.DigitsColour})
	lab.store.Apply(train.Snapshot{Run: 1, State: train.Paused, Step: 7, TestAccuracy: 0.9, Tested: 1000, TestPoints: []train.Point{{Step: 5, Accuracy: 0.9}}})
	lab.run.Seed = 5
	lab.receive(train.Weights{Net: nn.LeNet().String(), Step: 7, Seen: 448, Params: params})
	got := lab.weights.Visit(nn.LeNet())
	if got == nil || &got.Params[0] != &params[0] {
		t.Fatalf("the weights are not in the store of weights: %+v", got)
	}
	if a := got.About; a.Dataset != "digits-colour" || a.Seed != 5 || a.Steps != 7 || a.Seen != 448 || a.Tested != 1000 || a.Accuracy < 0.89 || a.Accuracy > 0.91 || a.MNIST >= 0 {
		t.Errorf("they say %+v", a)
	}
	if lab.weights.Visit(nn.LeNet6()) != nil {
		t.Error("another net has weights too")
	}
}
