//go:build mnist

package data_test

import (
	"encoding/binary"
	"slices"
	"testing"

	"stridelab/data"
)

// Real digits are turned where rows and columns are exchanged, and only there.
func TestRealDigitsAreTurnedOnlyWhereTheyLie(t *testing.T) {
	const edge = 28
	upright := mnist(t, 1, edge, edge)
	if upright.Info().Turned {
		t.Fatal("MNIST is turned")
	}
	n := upright.Info().Train
	dims := func(kind byte, all ...int) []byte {
		out := []byte{0, 0, 8, kind}
		for _, d := range all {
			out = binary.BigEndian.AppendUint32(out, uint32(d))
		}
		return out
	}
	images, labels := dims(3, n, edge, edge), dims(1, n)
	x := make([]float32, edge*edge)
	for i := range n {
		labels = append(labels, byte(upright.TrainSample(i, x)))
		for p := range x {
			images = append(images, byte(255*x[p%edge*edge+p/edge]+0.5))
		}
	}
	s, err := data.Read([]data.File{{Name: "images", Data: images}, {Name: "labels", Data: labels}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if info := s.Info(); !info.Turned || info.Look.Wide {
		t.Errorf("turned %v, wide %v; want digits that were turned upright", info.Turned, info.Look.Wide)
	}
	want := slices.Clone(x)
	for _, i := range []int{0, 17, 4000} {
		upright.TrainSample(i, want)
		if s.TrainSample(i, x); !slices.Equal(x, want) {
			t.Errorf("image %d is not as it was", i)
		}
	}
}
