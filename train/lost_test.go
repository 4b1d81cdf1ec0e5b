package train

import (
	"errors"
	"math"
	"testing"

	"stridelab/data"
	"stridelab/nn"
)

// LeNet-5 with SGD at a learning rate of 10 does not explode: tanh bounds what its layers put out.
// Its loss stays in the hundreds.
func TestRunFarAboveGuessingIsStopped(t *testing.T) {
	opt := nn.DefaultOptimizer(nn.SGD)
	opt.LearningRate = 10
	s, err := NewSession(Config{Net: nn.LeNet5(), Dataset: DigitsGrey, Optimizer: opt, Batch: 16, Seed: 1}, data.NewDigits(1, false))
	if err != nil {
		t.Fatal(err)
	}
	s.Run(300)
	losses, _ := finish(s, always)
	var e *Error
	if !errors.As(s.Err(), &e) || e.Code != CodeDiverged || s.State() != Failed {
		t.Fatalf("state %v after %d steps, error %v; want it stopped", s.State(), len(losses), s.Err())
	}
	at, good := e.Args[0].(int), e.Args[1].(int)
	if at-good != lostSteps+1 || s.Step() != good {
		t.Errorf("stopped at step %d, went back to %d, the good one is %d", at, s.Step(), good)
	}
	if last := losses[len(losses)-1]; last.Step != at || last.Loss < 11 || math.IsNaN(float64(last.Loss)) {
		t.Errorf("the curve ends with %+v, want the step %d at which the run was stopped", last, at)
	}
	var snap Snapshot
	if s.Snapshot(&snap); snap.Step != good || good > 0 && snap.LastLoss != losses[good-1].Loss {
		t.Errorf("at step %d the loss is %v", snap.Step, snap.LastLoss)
	}
}
