package train

import (
	"slices"
	"testing"
)

// A snapshot carries the weights of the unit that is watched, and none where the row has no weights
// or no such unit.
func TestSnapshotCarriesTheWatchedUnit(t *testing.T) {
	s := newSmall(t, nil)
	params := s.model.ParamList()
	var snap Snapshot
	at := 0
	for row, r := range s.rows {
		if r.Params == 0 {
			s.Watch(Watch{Test: true, Row: row})
			if s.Snapshot(&snap); snap.Unit.Row != 0 || len(snap.Unit.Weights) != 0 {
				t.Errorf("%s: %d weights, want none", r.Name, len(snap.Unit.Weights))
			}
			continue
		}
		weights, biases := params[at].Data, params[at+1].Data
		at += 2
		each := len(weights) / len(biases)
		last := len(biases) - 1
		s.Watch(Watch{Test: true, Row: row, Unit: last})
		s.Snapshot(&snap)
		if u := snap.Unit; u.Row != row || u.Index != last || u.Bias != biases[last] || !slices.Equal(u.Weights, weights[last*each:]) {
			t.Errorf("%s: %d weights of row %d, unit %d", r.Name, len(u.Weights), u.Row, u.Index)
		}
		s.Watch(Watch{Test: true, Row: row, Unit: last + 1})
		if s.Snapshot(&snap); snap.Unit.Row != 0 {
			t.Errorf("%s has a unit %d", r.Name, last+1)
		}
	}
	if at == 0 {
		t.Fatal("the network has no weights")
	}
	for _, row := range []int{-1, len(s.rows)} {
		s.Watch(Watch{Test: true, Row: row})
		if s.Snapshot(&snap); snap.Unit.Row != 0 {
			t.Errorf("row %d has a unit", row)
		}
	}
}

// The maps of a drawing are those of the same image as a sample.
func TestPredictedMapsAreThoseOfASample(t *testing.T) {
	s := newSmall(t, nil)
	s.Watch(Watch{Sample: 3, Test: true, Maps: true})
	var snap Snapshot
	s.Snapshot(&snap)
	in := snap.Sample.Image
	probs, err := s.Predict(nil, in.C, in.H, in.W, in.Data)
	if err != nil {
		t.Fatal(err)
	}
	var image Volume
	maps := s.PredictMaps(&image, nil)
	if !slices.Equal(probs, snap.Sample.Probs) || !slices.Equal(image.Data, in.Data) || len(maps) != len(snap.Maps) || len(maps) == 0 {
		t.Fatalf("%d maps, want the %d of the sample", len(maps), len(snap.Maps))
	}
	for i, m := range maps {
		if want := snap.Maps[i]; m.Name != want.Name || !slices.Equal(m.Data, want.Data) {
			t.Errorf("%s differs from %s of the sample", m.Name, want.Name)
		}
	}
}
