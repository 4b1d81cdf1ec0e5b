package train

import "testing"

func TestCheckpointHeadIsNotThatOfOthers(t *testing.T) {
	for _, m := range messages() {
		received, step, ok := CheckpointHead(m.Append(nil))
		c, is := m.(Checkpoint)
		if ok != is || is && (received != c.Received || step != c.Step) {
			t.Errorf("%T: %d, %d, %v", m, received, step, ok)
		}
	}
	if _, _, ok := CheckpointHead(nil); ok {
		t.Error("nothing has a head")
	}
}
