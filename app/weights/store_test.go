package weights

import (
	"errors"
	"os"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/nn/weightfile"
)

func TestShippedFilesAreUnderTheirNames(t *testing.T) {
	for _, n := range Names() {
		b, err := os.ReadFile("../../web/weights/" + strings.TrimPrefix(n.Path(), "/web/"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := read(b, nil)
		if err != nil || got.Origin != Shipped || got.Bytes != len(b) {
			t.Fatalf("%s: %+v, %v", n, got, err)
		}
		if m := got.Model(2); m.MaxBatch() != 2 || m.Params()[0] != got.Params[0] {
			t.Errorf("%s: the model has other weights", n)
		}
		if n == LeNet && !got.Net.Equal(nn.LeNet()) {
			t.Errorf("%s holds %v", n, got.Net)
		}
	}
}

func TestWhatCannotBeHadIsSaidInBothLanguages(t *testing.T) {
	_, damaged := read([]byte("\x08\x00\x00\x00\x00\x00\x00\x00{never}}"), nil)
	_, gone := read(nil, errFetch)
	for _, err := range []error{damaged, gone, errors.New("another")} {
		en, ko := Sentence(lang.En, err), Sentence(lang.Ko, err)
		if en == "" || ko == "" || en == ko {
			t.Errorf("%v: %q, %q", err, en, ko)
		}
	}
	if Sentence(lang.En, damaged) != damaged.Error() {
		t.Errorf("got %q, want the reader's own sentence %q", Sentence(lang.En, damaged), damaged)
	}
}

func TestStoreHasTheNewestWeightsOfANet(t *testing.T) {
	s, told := NewStore(), 0
	release := s.OnKeep(func() { told++ })
	net := nn.LeNet()
	if s.Visit(net) != nil || s.Shipped(LeNet) != nil {
		t.Error("an empty store holds something")
	}
	s.Keep(net, []float32{1}, weightfile.About{Steps: 1})
	first := s.Visit(net)
	s.Keep(net, []float32{2}, weightfile.About{Steps: 2})
	second := s.Visit(net)
	if second.Params[0] != 2 || second.Origin != ThisVisit || first.Key() == second.Key() {
		t.Errorf("got %+v after %+v", second, first)
	}
	release()
	s.Keep(nn.LeNet6(), nil, weightfile.About{})
	if told != 2 {
		t.Errorf("told %d times, want 2", told)
	}
}
