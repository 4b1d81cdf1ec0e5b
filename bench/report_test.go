//go:build e2e

package main

import (
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// still is a contestant with the rates it is given.
type still struct {
	parameters int
	rates      []float64
	loss       float64
	calls      *[]string
	name       string
}

func (s *still) Open(Net) (int, error) { return s.parameters, nil }
func (s *still) Measure(time.Duration) (Reading, error) {
	*s.calls = append(*s.calls, s.name)
	if len(s.rates) == 0 {
		return Reading{}, errors.New("out of rates")
	}
	rate := s.rates[0]
	s.rates = s.rates[1:]
	return Reading{Steps: 1, Took: time.Duration(batch / rate * float64(time.Second)), Loss: s.loss}, nil
}
func (s *still) Close() {}

func TestRoundsTakeTurnsInBothDirections(t *testing.T) {
	calls := []string{}
	entries := []Entry{
		{Name: "a", Contestant: &still{name: "a", calls: &calls, rates: []float64{10, 30, 20}}},
		{Name: "b", Contestant: &still{name: "b", calls: &calls, rates: []float64{5, 6, 7}}},
		{Name: "nan", Contestant: &still{name: "n", calls: &calls, rates: []float64{1}, loss: math.NaN()}},
		{Name: "ends", Contestant: &still{name: "e", calls: &calls, rates: []float64{1}}},
	}
	scores := compete(io.Discard, defaultNet(), entries, 3, time.Second)
	if got, want := strings.Join(calls, ""), "abneebaab"; got != want {
		t.Errorf("turns: got %s, want %s", got, want)
	}
	for i, want := range []float64{20, 6, 0, 0} {
		if got := scores[i].Median(); math.Abs(got-want) > 0.01 {
			t.Errorf("%s: median %v, want %v", entries[i].Name, got, want)
		}
	}
	for i, failed := range []bool{false, false, true, true} {
		if (scores[i].Err != nil) != failed {
			t.Errorf("%s: error %v", entries[i].Name, scores[i].Err)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 5}, 5}, {[]float64{4, 1, 3, 2}, 2.5}} {
		if got := median(c.values); got != c.want {
			t.Errorf("%v: got %v, want %v", c.values, got, c.want)
		}
	}
}

// settled is a report with the same rates on all nets. The rate and the parameters of torch
// are arguments.
func settled(t *testing.T, torch float64, torchParameters int) *report {
	t.Helper()
	all, err := nets()
	if err != nil {
		t.Fatal(err)
	}
	r := &report{nets: all, rounds: 1, length: time.Second, entries: []Entry{
		{Name: "one", Key: "here1"}, {Name: "two", Key: "here2"}, {Name: "convnet", Key: "convnetjs"},
		{Name: "torch slow", Key: "torch"}, {Name: "torch", Key: "torch"}, {Name: "tf", Key: "tfjs"},
		{Name: "blas", Key: "openblas"}, {Name: "jax", Key: "jaxjs"}, {Name: "page", Key: "page"},
	}}
	for _, n := range all {
		count, err := n.parameters()
		if err != nil {
			t.Fatal(err)
		}
		r.scores = append(r.scores, []Score{
			{Parameters: count, Rates: []float64{1000}}, {Parameters: count, Rates: []float64{2000}},
			{Parameters: count, Rates: []float64{10}}, {Parameters: torchParameters, Rates: []float64{1}},
			{Rates: []float64{torch}}, {Err: errors.New("no kernel")},
			{Rates: []float64{500}}, {Rates: []float64{20}}, {Rates: []float64{4000}},
		})
	}
	return r
}

func TestTheBestOfAPeersLinesCounts(t *testing.T) {
	if err := settled(t, 800, 0).check(); err != nil {
		t.Errorf("2.5 times PyTorch, 200 times ConvNetJS, 2 times one worker: %v", err)
	}
	err := settled(t, 1600, 0).check()
	if err == nil || strings.Count(err.Error(), "\n") != 4 || !strings.Contains(err.Error(), "default LeNet: here ÷ PyTorch as Debian has it is 1.25; 2.5 is asked for") ||
		!strings.Contains(err.Error(), "3×3 same: here ÷ the better PyTorch is 1.25; 1.3 is asked for") || strings.Contains(err.Error(), "demo") {
		t.Errorf("1.25 times PyTorch: %v", err)
	}
	text := settled(t, 1600, 0).text()
	for _, want := range []string{"| two | **2,000** (2,000–2,000) |", "1.25 × (≥ 2.5: **missed**)", "2.00 × (≥ 1.8: reached)", "- tf (all nets): no kernel"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestAnotherNetIsAnError(t *testing.T) {
	err := settled(t, 1, 62006).check() // the 6-filter net's count
	if err == nil || !strings.Contains(err.Error(), "default LeNet has 62006 parameters in torch slow") || strings.Contains(err.Error(), "6 filters has") {
		t.Errorf("got %v", err)
	}
}

func TestOtherWeightsAreAnError(t *testing.T) {
	r := settled(t, 800, 0)
	for net := range r.scores {
		r.scores[net][0].Weights, r.scores[net][1].Weights = 0xabc, 0xabc
	}
	if err := r.check(); err != nil {
		t.Errorf("equal weights: %v", err)
	}
	if text := r.text(); !strings.Contains(text, "| two | `0000000000000abc` |") || !strings.Contains(text, "| convnet | – |") {
		t.Errorf("the fingerprints are not in\n%s", text)
	}
	r.scores[2][1].Weights++
	if err := r.check(); err == nil || !strings.Contains(err.Error(), "LeNet-5 of 1998: the weights after 20 steps in two are not those in one") {
		t.Errorf("other weights: %v", err)
	}
}

func TestFilesHoldTheSamplesTheOthersGet(t *testing.T) {
	raw := digits()
	source, err := data.Read(files(raw, edge), nil)
	if err != nil {
		t.Fatal(err)
	}
	if info := source.Info(); info.Train != samples || info.Classes != 10 {
		t.Errorf("got %+v", info)
	}
	got := make([]float32, edge*edge)
	for _, i := range []int{0, 1, samples - 1} {
		label := source.TrainSample(i, got)
		if want := int(raw[samples*edge*edge+i]); label != want {
			t.Errorf("sample %d: label %d, want %d", i, label, want)
		}
		for j, v := range got {
			if want := float32(raw[i*edge*edge+j]) / 255; v != want {
				t.Fatalf("sample %d: pixel %d is %v, want %v", i, j, v, want)
			}
		}
	}
}

func TestPlansLeaveNothingToDefaults(t *testing.T) {
	p, err := Net{Spec: nn.GAPNet()}.plan() // its last pooling is a global one of 8×8
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[int]planLayer{
		0: {"conv", 8, 3, 1, 1, "relu"}, 1: {"max", 0, 2, 2, 0, "identity"},
		5: {"gap", 0, 8, 8, 0, "identity"}, 6: {"dense", 10, 0, 0, 0, "identity"},
	} {
		if p.Layers[at] != want {
			t.Errorf("layer %d: got %+v, want %+v", at, p.Layers[at], want)
		}
	}
}

func TestBenchmarkLinesAreRead(t *testing.T) {
	for _, c := range []struct {
		line, name string
		value      float64
		ok         bool
	}{
		{"BenchmarkConv/conv1/forward-2  100  96.5 ns/op  35.40 GFLOP/s  12 µs/sample", "Conv/conv1/forward-2", 35.4, true},
		{"BenchmarkPointwise/sgd 100 96.5 ns/op", "", 0, false},
		{"ok  stridelab/nn 1.0s GFLOP/s", "", 0, false},
	} {
		name, value, ok := benchmark(c.line, "GFLOP/s")
		if name != c.name || value != c.value || ok != c.ok {
			t.Errorf("%q: got %q, %v, %v", c.line, name, value, ok)
		}
	}
}

func TestAPythonWithoutTorchIsQuoted(t *testing.T) {
	program := filepath.Join(t.TempDir(), "python")
	script := "#!/bin/sh\necho Traceback >&2\necho \"ModuleNotFoundError: No module named 'torch'\" >&2\nexit 1\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PYTHON", program)
	_, err := (&torch{threads: 1, folder: t.TempDir()}).Open(defaultNet())
	if err == nil || !strings.Contains(err.Error(), "No module named 'torch'") {
		t.Errorf("got %v", err)
	}
}

func TestPhasesAreReadByTheirNames(t *testing.T) {
	names, micros, err := readPhases("samples=10.5 forward=200")
	if err != nil || !slices.Equal(names, []string{"samples", "forward"}) || !slices.Equal(micros, []float64{10.5, 200}) {
		t.Errorf("got %v, %v, %v", names, micros, err)
	}
	if _, _, err := readPhases("panic: no memory"); err == nil {
		t.Error("a line that is none of the program's is read")
	}
}

func TestScoresAreFoundByTheirKeys(t *testing.T) {
	entries := []Entry{{Key: "one"}, {Key: "two"}, {Key: "two"}}
	scores := []Score{{Rates: []float64{5}}, {Rates: []float64{7}}, {Rates: []float64{9}}}
	if got := scoreOf(entries, scores, "two").Median(); got != 7 {
		t.Errorf("the first of two: got %v, want 7", got)
	}
	if got := best(entries, scores, "two"); got != 9 {
		t.Errorf("the best of two: got %v, want 9", got)
	}
	if got := best(entries, scores, "three"); got != 0 {
		t.Errorf("the best of none: got %v, want 0", got)
	}
}
