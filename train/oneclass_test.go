package train

import (
	"testing"

	"stridelab/nn"
)

// Images of one class leave nothing to tell apart: the answer is right before the first step.
func TestRunOnOneClassTrains(t *testing.T) {
	for _, text := range []string{"32x32x1 max4 dense1", "32x32x1 conv4f5+relu max2 flatten dense8+relu dense1"} {
		o := newOffice(t)
		o.tell(LoadFiles{ID: 1, Files: idx(60, 28, 28, 1)})
		o.work()
		cfg := tiny(Files)
		var err error
		if cfg.Net, err = nn.ParseSpec(text); err != nil {
			t.Fatal(err)
		}
		cfg.Batch, cfg.Epochs = 10, 2
		o.tell(Configure{cfg})
		o.tell(Run{})
		s := lastSnapshot(t, o.work())
		if s.Step != 10 || s.LastLoss != 0 || s.TestAccuracy != 1 || len(s.Sample.Probs) != 1 || s.Sample.Probs[0] != 1 {
			t.Errorf("%s: step %d, loss %v, accuracy %v, probabilities %v", text, s.Step, s.LastLoss, s.TestAccuracy, s.Sample.Probs)
		}
	}
}
