package train

import (
	"slices"
	"testing"
)

// samplesOf returns the samples of the steps from up to to, as a worker sends them.
func samplesOf(l *Loader, generation uint32, from, to int) *Samples {
	m := &Samples{}
	m.Begin(l, generation, from, to)
	for step := from; step < to; step++ {
		m.Fill(l, step)
	}
	return m
}

// Samples hold whole steps, also where an epoch ends with a smaller minibatch, and the very
// samples that a session would make.
func TestSamplesAreThoseThatTheSessionWouldMake(t *testing.T) {
	s := newSmall(t, nil) // 5 steps an epoch, the last one smaller
	l := s.loader
	m := samplesOf(l, 1, 3, 7)
	var got Samples
	if !got.read(m.Bytes()) || got.step() != 3 || got.generation() != 1 {
		t.Fatal("samples do not survive the way")
	}
	at := 0
	for step := 3; step < 7; step++ {
		for shard := 0; shard*l.perShard < l.batchAt(step); shard++ {
			n := l.loadShard(step, shard, s.input, s.labels)
			if !slices.Equal(got.pixels(at)[:n*l.size], s.input[:n*l.size]) {
				t.Fatalf("step %d, shard %d: other pixels", step, shard)
			}
			for i := range n {
				if got.label(at+i) != s.labels[i] {
					t.Fatalf("step %d, shard %d: label %d, want %d", step, shard, got.label(at+i), s.labels[i])
				}
			}
			at += n
		}
	}
	if at != got.n {
		t.Errorf("%d samples, want %d", got.n, at)
	}
	for n := range len(m.Bytes()) {
		if got.read(m.Bytes()[:n]) {
			t.Errorf("%d of %d bytes pass for samples", n, len(m.Bytes()))
		}
	}
	huge := slices.Clone(m.Bytes())
	for i := 12; i < 20; i++ {
		huge[i] = 255
	}
	if got.read(huge) {
		t.Error("samples that promise too much are read")
	}
}

// Samples that another worker made are used only where they are what was asked for.
func TestPrefetchedSamplesAreChecked(t *testing.T) {
	s := newSmall(t, nil)
	l := s.loader
	size, samples := l.size, l.seen(6)-l.seen(4)
	s.JoinGroup(3, 0, 1, nil)
	good := func() *Samples {
		m := &Samples{}
		m.Begin(l, 3, 4, 6)
		for i := range samples {
			m.setLabel(i, i%l.info.Classes)
		}
		for i := range m.pixels(0) {
			m.pixels(0)[i] = float32(i)
		}
		return m
	}
	for name, c := range map[string]struct {
		spoil func(*Samples)
		step  int
		used  bool
	}{
		"its first step":       {func(*Samples) {}, 4, true},
		"its last step":        {func(*Samples) {}, 5, true},
		"the step before":      {func(*Samples) {}, 3, false},
		"the step after":       {func(*Samples) {}, 6, false},
		"another generation":   {func(m *Samples) { m.words.setUint32(4, 2) }, 4, false},
		"a label there is not": {func(m *Samples) { m.setLabel(0, l.info.Classes) }, 4, false},
		"too few pixels": {func(m *Samples) {
			m.reset(samples, size-1)
			m.words.setUint32(4, 3)
			m.words.setUint32(8, 4)
		}, 4, false},
	} {
		s.inbox.samples.drop(func(*Samples) bool { return true })
		m := good()
		c.spoil(m)
		if !s.Receive(m.Bytes()) {
			t.Fatalf("%s: not taken for samples", name)
		}
		pixels, labels := s.prefetched(c.step, 0)
		if used := pixels != nil; used != c.used {
			t.Errorf("%s: used %v, want %v", name, used, c.used)
		}
		if !c.used {
			continue
		}
		at := l.seen(c.step) - l.seen(4)
		if pixels[0] != float32(at*size) || labels[0] != at%l.info.Classes {
			t.Errorf("%s: begins with %v and %v, want %v and %v", name, pixels[0], labels[0], at*size, at%l.info.Classes)
		}
	}
	// After its last step it is dropped.
	s.step = 5
	if s.dropUsedSamples(); len(s.inbox.samples.arrived) != 1 {
		t.Error("dropped before its last step")
	}
	s.step = 6
	if s.dropUsedSamples(); len(s.inbox.samples.arrived) != 0 {
		t.Error("kept after its last step")
	}
}

// A run on prefetched samples is the same run, and keeps no more of them than it needs.
func TestRunOnPrefetchedSamplesIsTheSame(t *testing.T) {
	want := newSmall(t, nil)
	want.Run(10)
	losses, tests := finish(want, always)

	s := newSmall(t, nil)
	s.JoinGroup(1, 0, 1, nil)
	var got, gotTests []Point
	for step := 0; step < 10; step += 2 {
		if !s.Receive(samplesOf(want.loader, 1, step, step+2).Bytes()) {
			t.Fatalf("the samples of step %d are refused", step)
		}
		s.loader.source = nil // the session cannot make any by itself
		s.Run(2)
		more, moreTests := finish(s, always)
		got, gotTests = append(got, more...), append(gotTests, moreTests...)
		if n := len(s.inbox.samples.arrived); n != 0 {
			t.Errorf("%d Samples are kept after step %d, want none", n, s.Step())
		}
	}
	if !slices.Equal(got, losses) || !slices.Equal(gotTests, tests) {
		t.Errorf("got  %v %v\nwant %v %v", got, gotTests, losses, tests)
	}
}
