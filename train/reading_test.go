package train

import (
	"encoding/binary"
	"testing"
	"time"

	"stridelab/data"
)

// idx makes an images file and its labels file of n samples, h by w.
func idx(n, h, w, classes int) []data.File {
	images := binary.BigEndian.AppendUint32(nil, 0x803)
	for _, v := range []int{n, h, w} {
		images = binary.BigEndian.AppendUint32(images, uint32(v))
	}
	labels := binary.BigEndian.AppendUint32(nil, 0x801)
	labels = binary.BigEndian.AppendUint32(labels, uint32(n))
	for i := range n {
		label := i % classes
		labels = append(labels, byte(label))
		for p := range h * w {
			v := byte(mix(uint64(i), uint64(p)) % 100)
			if p/w%classes == label {
				v += 150
			}
			images = append(images, v)
		}
	}
	return []data.File{{Name: "images", Data: images}, {Name: "labels", Data: labels}}
}

func TestFilesAreReadAndTrainedOn(t *testing.T) {
	o := newOffice(t)
	o.tell(Configure{tiny(DigitsGrey)})
	if s := lastSnapshot(t, o.tell(LoadFiles{ID: 7, Files: idx(60, 28, 28, 10)})); s.State != Loading {
		t.Errorf("state %v while files are read", s.State)
	}
	sent := o.work()
	var dataset Dataset
	for _, m := range sent {
		if d, ok := m.(Dataset); ok {
			dataset = d
		}
	}
	if dataset.ID != 7 || dataset.Kind != Files || dataset.Info.Train+dataset.Info.Test != 60 {
		t.Fatalf("got %+v among %d messages", dataset, len(sent))
	}
	if s := lastSnapshot(t, sent); s.Run != 1 || s.State != Idle {
		t.Errorf("run %d, %v: the run on digits should stand", s.Run, s.State)
	}
	cfg := tiny(Files)
	cfg.Batch = 10
	if s := lastSnapshot(t, o.tell(Configure{cfg})); s.Run != 2 || s.StepsPerEpoch != 5 {
		t.Errorf("run %d of %d steps an epoch, want 2 of 5", s.Run, s.StepsPerEpoch)
	}
	o.tell(Run{})
	if s := lastSnapshot(t, o.work()); s.Epoch != 1 || s.Tested != 10 {
		t.Errorf("epoch %d, %d tested", s.Epoch, s.Tested)
	}
	// The run goes on as it was when others are read, until it is told otherwise.
	o.tell(LoadFiles{ID: 8, Files: idx(30, 20, 20, 3)})
	if s := lastSnapshot(t, o.work()); s.Run != 2 || s.Step != 5 || s.StepsPerEpoch != 5 {
		t.Errorf("run %d at step %d of %d, want the second, at 5 of 5", s.Run, s.Step, s.StepsPerEpoch)
	}
	o.tell(Run{Steps: 1})
	if s := lastSnapshot(t, o.work()); s.Run != 2 || s.Step != 6 || s.StepsPerEpoch != 5 {
		t.Errorf("the run went on to step %d", s.Step)
	}
	if s := lastSnapshot(t, o.tell(Configure{cfg})); s.Run != 3 || s.Step != 0 || s.StepsPerEpoch != 3 {
		t.Errorf("run %d at step %d of %d, want a new one of 3", s.Run, s.Step, s.StepsPerEpoch)
	}
}

func TestFilesThatAreRefusedChangeNothing(t *testing.T) {
	good := idx(30, 20, 20, 3)
	cut := idx(30, 20, 20, 3)
	cut[0].Data = cut[0].Data[:len(cut[0].Data)-1]
	mixed := []data.File{idx(30, 20, 20, 3)[0], idx(31, 20, 20, 3)[1]}
	cases := []struct {
		name  string
		files []data.File
		code  string
	}{
		{"none", nil, string(data.CodeNoFiles)},
		{"no IDX", []data.File{{Name: "x", Data: []byte("hello world")}}, string(data.CodeNotIDX)},
		{"cut short", cut, string(data.CodeTruncated)},
		{"of two datasets", mixed, string(data.CodeCount)},
	}
	for _, c := range cases {
		o := newOffice(t)
		o.tell(LoadFiles{ID: 1, Files: good})
		o.work()
		cfg := tiny(Files)
		cfg.Batch, cfg.Epochs = 4, 0
		o.tell(Configure{cfg})
		o.tell(Run{})
		o.Work()
		session, files := o.session, o.files
		o.tell(LoadFiles{ID: 9, Files: c.files})
		o.sent = nil
		for o.reading != nil {
			o.Work()
		}
		f, ok := faultIn(o.sent)
		if !ok || f.ID != 9 || f.Code != c.code {
			t.Errorf("%s: got %+v, want code %s for request 9", c.name, f, c.code)
		}
		if o.session != session || o.files != files || !o.Work() {
			t.Errorf("%s: the run was touched, or stands still", c.name)
		}
	}
}

func TestFilesAreReadInSlices(t *testing.T) {
	o := newOffice(t)
	o.tell(Configure{tiny(DigitsGrey)})
	// A format that takes its time, and tells how far it is.
	const pieces = 40
	slow := func(progress func(done, total int64)) (data.Source, error) {
		for i := range int64(pieces) {
			progress(i+1, pieces)
		}
		return data.Read(idx(60, 28, 28, 10), nil)
	}
	o.startReading(newReading(1, slow), nil)
	var sent []Message
	o.tick = 3 * time.Millisecond
	slices := 0
	for o.reading != nil {
		before := o.now
		o.Work()
		if took := o.now - before; took > sliceTime+4*o.tick {
			t.Fatalf("a slice of reading took %v", took)
		}
		slices++
		if slices == 2 { // the desk answers between
			sent := o.tell(Predict{ID: 3, C: 1, H: 1, W: 1, Pixels: []float32{1}})
			if p, ok := sent[0].(Prediction); !ok || p.ID != 3 {
				t.Errorf("got %+v while reading", sent)
			}
			if f, ok := faultIn(o.tell(LoadFiles{ID: 2})); !ok || f.Code != string(CodeBusy) || f.ID != 2 {
				t.Errorf("a second LoadFiles: got %+v, want %s", f, CodeBusy)
			}
		}
		sent = append(sent, o.sent...)
		o.sent = nil
	}
	told, read := int64(0), false
	for _, m := range sent {
		switch m := m.(type) {
		case Progress:
			if m.ID != 1 || m.Total != pieces || m.Done <= told || m.Done > pieces {
				t.Errorf("got %+v after %d of %d", m, told, pieces)
			}
			told = m.Done
		case Dataset:
			read = m.ID == 1 && m.Info.Train+m.Info.Test == 60
		}
	}
	if slices < 4 || told == 0 || !read {
		t.Errorf("%d slices, told up to %d, read: %v", slices, told, read)
	}
}
