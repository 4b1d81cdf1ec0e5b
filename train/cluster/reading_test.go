package cluster

import (
	"testing"
	"time"

	"stridelab/data"
	"stridelab/train"
	"stridelab/train/internal/idx"
)

func TestFilesAreReadAndTrainedOn(t *testing.T) {
	page := newPage(t)
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	if s := lastSnapshot(t, page.tell(train.LoadFiles{ID: 7, Files: idx.Files(60, 28, 28, 10)})); s.State != train.Loading {
		t.Errorf("state %v while files are read", s.State)
	}
	sent := page.work()
	var dataset train.Dataset
	for _, m := range sent {
		if d, ok := m.(train.Dataset); ok {
			dataset = d
		}
	}
	if dataset.ID != 7 || dataset.Kind != train.Files || dataset.Info.Train+dataset.Info.Test != 60 {
		t.Fatalf("got %+v among %d messages", dataset, len(sent))
	}
	if s := lastSnapshot(t, sent); s.Run != 1 || s.State != train.Idle {
		t.Errorf("run %d, %v: the run on digits should stand", s.Run, s.State)
	}
	cfg := tiny(train.Files)
	cfg.Batch = 10
	if s := lastSnapshot(t, page.tell(train.Configure{Config: cfg})); s.Run != 2 || s.StepsPerEpoch != 5 {
		t.Errorf("run %d of %d steps an epoch, want 2 of 5", s.Run, s.StepsPerEpoch)
	}
	page.tell(train.Run{})
	if s := lastSnapshot(t, page.work()); s.Epoch != 1 || s.Tested != 10 {
		t.Errorf("epoch %d, %d tested", s.Epoch, s.Tested)
	}
	// The run goes on as it was when others are read, until it is told otherwise.
	page.tell(train.LoadFiles{ID: 8, Files: idx.Files(30, 20, 20, 3)})
	if s := lastSnapshot(t, page.work()); s.Run != 2 || s.Step != 5 || s.StepsPerEpoch != 5 {
		t.Errorf("run %d at step %d of %d, want the second, at 5 of 5", s.Run, s.Step, s.StepsPerEpoch)
	}
	page.tell(train.Run{Steps: 1})
	if s := lastSnapshot(t, page.work()); s.Run != 2 || s.Step != 6 || s.StepsPerEpoch != 5 {
		t.Errorf("the run went on to step %d", s.Step)
	}
	if s := lastSnapshot(t, page.tell(train.Configure{Config: cfg})); s.Run != 3 || s.Step != 0 || s.StepsPerEpoch != 3 {
		t.Errorf("run %d at step %d of %d, want a new one of 3", s.Run, s.Step, s.StepsPerEpoch)
	}
}

func TestFilesThatAreRefusedChangeNothing(t *testing.T) {
	good := idx.Files(30, 20, 20, 3)
	cut := idx.Files(30, 20, 20, 3)
	cut[0].Data = cut[0].Data[:len(cut[0].Data)-1]
	mixed := []data.File{idx.Files(30, 20, 20, 3)[0], idx.Files(31, 20, 20, 3)[1]}
	cases := []struct {
		name  string
		files []data.File
		code  string
	}{
		{"none", nil, string(data.CodeNoFiles)},
		{"no IDX", []data.File{{Name: "x", Data: []byte("hello world")}}, string(data.CodeUnknown)},
		{"cut short", cut, string(data.CodeTruncated)},
		{"of two datasets", mixed, string(data.CodeCount)},
	}
	for _, c := range cases {
		page := newPage(t)
		page.tell(train.LoadFiles{ID: 1, Files: good})
		page.work()
		cfg := tiny(train.Files)
		cfg.Batch, cfg.Epochs = 4, 0
		page.tell(train.Configure{Config: cfg})
		page.tell(train.Run{})
		page.Work()
		session, files := page.session, page.files
		page.tell(train.LoadFiles{ID: 9, Files: c.files})
		page.sent = nil
		for page.reading != nil {
			page.Work()
		}
		f, ok := faultIn(page.sent)
		if !ok || f.ID != 9 || f.Code != c.code {
			t.Errorf("%s: got %+v, want code %s for request 9", c.name, f, c.code)
		}
		if page.session != session || page.files != files || !page.Work() {
			t.Errorf("%s: the run was touched, or stands still", c.name)
		}
	}
}

func TestFilesAreReadInSlices(t *testing.T) {
	page := newPage(t)
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	// A format that takes its time, and reports its progress.
	const pieces = 40
	slow := func(progress func(done, total int64)) (data.Source, error) {
		for i := range int64(pieces) {
			progress(i+1, pieces)
		}
		return data.Read(idx.Files(60, 28, 28, 10), nil)
	}
	page.startReading(newReading(1, slow), nil)
	var sent []train.Message
	page.tick = 3 * time.Millisecond
	slices := 0
	for page.reading != nil {
		before := page.now
		page.Work()
		if took := page.now - before; took > sliceTime+4*page.tick {
			t.Fatalf("a slice of reading took %v", took)
		}
		slices++
		if slices == 2 { // the coordinator answers in between
			sent := page.tell(train.Predict{ID: 3, C: 1, H: 1, W: 1, Pixels: []float32{1}})
			if p, ok := sent[0].(train.Prediction); !ok || p.ID != 3 {
				t.Errorf("got %+v while reading", sent)
			}
			if f, ok := faultIn(page.tell(train.LoadFiles{ID: 2})); !ok || f.Code != string(train.CodeBusy) || f.ID != 2 {
				t.Errorf("a second LoadFiles: got %+v, want %s", f, train.CodeBusy)
			}
		}
		sent = append(sent, page.sent...)
		page.sent = nil
	}
	told, read := int64(0), false
	for _, m := range sent {
		switch m := m.(type) {
		case train.Progress:
			if m.ID != 1 || m.Total != pieces || m.Done <= told || m.Done > pieces {
				t.Errorf("got %+v after %d of %d", m, told, pieces)
			}
			told = m.Done
		case train.Dataset:
			read = m.ID == 1 && m.Info.Train+m.Info.Test == 60
		}
	}
	if slices < 4 || told == 0 || !read {
		t.Errorf("%d slices, told up to %d, read: %v", slices, told, read)
	}
}
