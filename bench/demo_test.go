//go:build e2e

package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"stridelab/data"
)

// steady is a contestant with one rate for any length.
type steady struct {
	still
	rate float64
}

func (s *steady) Measure(length time.Duration) (Reading, error) {
	return Reading{Steps: int(s.rate * length.Seconds() / batch), Took: length}, nil
}

func TestALongRunIsCalculatedFromAShorterOne(t *testing.T) {
	entries := []Entry{
		{"two", "here2", &steady{rate: 20_480}},
		{"convnet", "convnetjs", &steady{rate: 100}},
		{"none", "tfjs", absent{errors.New("no kernel")}},
	}
	times, err := demoTimes(io.Discard, entries, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"2.93 s", "about 625 s", "failed"} { // whole steps of 64
		if got := times[i].String(); got != want {
			t.Errorf("%s: got %s, want %s", times[i].Name, got, want)
		}
	}
	if err := checkDemo(times); err != nil {
		t.Errorf("2.93 s: %v", err)
	}
	times[0].Took = 3100 * time.Millisecond
	if err := checkDemo(times); err == nil || !strings.Contains(err.Error(), "take 3.10 s; 3s at most is asked for") {
		t.Errorf("3.1 s: got %v", err)
	}
	times[0].Err = errors.New("no worker")
	if err := checkDemo(times); err == nil || !strings.Contains(err.Error(), "no worker") {
		t.Errorf("no time: got %v", err)
	}
}

func TestCroppedSamplesAreTheMiddleOfTheOthers(t *testing.T) {
	raw := digits()
	const to = 24
	got := crop(raw, to)
	if len(got) != samples*(to*to+1) {
		t.Fatalf("got %d bytes", len(got))
	}
	for _, i := range []int{0, 7, samples - 1} {
		for _, at := range [][2]int{{0, 0}, {3, 20}, {23, 23}} {
			y, x := at[0], at[1]
			if g, w := got[i*to*to+y*to+x], raw[i*edge*edge+(y+4)*edge+x+4]; g != w {
				t.Errorf("sample %d at %v: got %d, want %d", i, at, g, w)
			}
		}
		if g, w := got[samples*to*to+i], raw[samples*edge*edge+i]; g != w {
			t.Errorf("label %d: got %d, want %d", i, g, w)
		}
	}
	source, err := data.Read(files(raw, to), nil)
	if err != nil {
		t.Fatal(err)
	}
	if info := source.Info(); info.H != to || info.W != to || info.Train != samples {
		t.Errorf("the files: got %+v", info)
	}
}

func TestThePageHasAnAddressForEachNetButTheDemos(t *testing.T) {
	all, err := nets()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range all {
		address, err := (&livePage{}).address(n)
		if fits := n.Spec.In.H == edge; (err == nil) != fits {
			t.Errorf("%s: %q, %v", n.Name, address, err)
		}
	}
}
