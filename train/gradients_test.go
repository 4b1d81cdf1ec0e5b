package train

import (
	"slices"
	"testing"
)

// Gradients that are damaged are not read. They count as missing.
func TestGradientsAreChecked(t *testing.T) {
	var g gradients
	g.reset(2, 3)
	g.sign(1, 2, 1, 0.5)
	good := g.words.bytes()
	var got gradients
	if !got.read(good) || got.generation() != 1 || got.round() != 2 || got.rank() != 1 || got.learningRate() != 0.5 {
		t.Fatal("gradients do not survive the way")
	}
	for n := range len(good) {
		if got.read(good[:n]) {
			t.Errorf("%d of %d bytes pass for gradients", n, len(good))
		}
	}
	huge := slices.Clone(good)
	huge[26], huge[30], huge[31] = 255, 255, 255
	if got.read(huge) {
		t.Error("gradients that promise too much are read")
	}
}

// Whatever another worker sends, a session takes it or refuses it, and goes on.
func FuzzTensors(f *testing.F) {
	var g gradients
	g.reset(1, 2)
	f.Add(g.words.bytes())
	var m Samples
	m.reset(2, 3)
	f.Add(m.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gradients
		if g.read(b) {
			g.sums()
			for i := range g.shards {
				g.shard(i)
			}
		}
		var m Samples
		if m.read(b) {
			for i := range m.n {
				m.label(i)
				m.pixels(i)
			}
		}
		s := newSmall(t, nil)
		s.JoinGroup(1, 0, 2, func([]byte) {})
		s.Receive(b)
		s.gathered()
		s.JoinGroup(0, 0, 1, nil)
		s.Receive(b)
		s.prefetched(s.step, 0)
		s.dropUsedSamples()
	})
}
