package cluster

import (
	"testing"

	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/internal/idx"
)

// With images of one class there is nothing to learn: every answer is correct before the first
// step.
func TestRunOnOneClassTrains(t *testing.T) {
	for _, text := range []string{"32x32x1 max4 dense1", "32x32x1 conv4f5+relu max2 flatten dense8+relu dense1"} {
		page := newPage(t)
		page.tell(train.LoadFiles{ID: 1, Files: idx.Files(60, 28, 28, 1)})
		page.work()
		cfg := tiny(train.Files)
		var err error
		if cfg.Net, err = nn.ParseSpec(text); err != nil {
			t.Fatal(err)
		}
		cfg.Batch, cfg.Epochs = 10, 2
		page.tell(train.Configure{Config: cfg})
		page.tell(train.Run{})
		s := lastSnapshot(t, page.work())
		if s.Step != 10 || s.LastLoss != 0 || s.TestAccuracy != 1 || len(s.Sample.Probs) != 1 || s.Sample.Probs[0] != 1 {
			t.Errorf("%s: step %d, loss %v, accuracy %v, probabilities %v", text, s.Step, s.LastLoss, s.TestAccuracy, s.Sample.Probs)
		}
	}
}
