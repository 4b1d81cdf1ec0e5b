package nn

import (
	"reflect"
	"strings"
	"testing"
)

func TestSpecTextForm(t *testing.T) {
	for _, c := range []struct {
		text string
		want Layer
	}{
		{"conv8f5", Layer{Kind: Conv, Out: 8, F: 5, S: 1, D: 1}},
		{"conv8f5s2p1d3+tanh", Layer{Kind: Conv, Out: 8, F: 5, S: 2, P: 1, D: 3, Act: Tanh}},
		{"conv8f3psame+relu", Layer{Kind: Conv, Out: 8, F: 3, S: 1, P: PadSame, D: 1, Act: ReLU}},
		{"max2", Layer{Kind: MaxPool, F: 2, S: 2}},
		{"max3s2p1", Layer{Kind: MaxPool, F: 3, S: 2, P: 1}},
		{"avg3s1psame", Layer{Kind: AvgPool, F: 3, S: 1, P: PadSame}},
		{"avg2c+sigmoid", Layer{Kind: AvgPool, F: 2, S: 2, CountPad: true, Act: Sigmoid}},
		{"gap", Layer{Kind: GlobalAvgPool}},
		{"flatten", Layer{Kind: Flatten}},
		{"dense120+relu", Layer{Kind: Dense, Out: 120, Act: ReLU}},
		{"drop0.25", Layer{Kind: Dropout, Rate: 0.25}},
	} {
		got, ok := parseLayer(c.text)
		if !ok || got != c.want {
			t.Errorf("%s: got %+v, %v, want %+v", c.text, got, ok, c.want)
		}
		if got.String() != c.text {
			t.Errorf("%s: written as %s", c.text, got)
		}
	}
}

func TestSpecTextRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, word := range []string{
		"conv", "conv8", "convf5", "conv8f", "conv8f5f5", "conv8f5s0", "conv8f5d0", "conv8f5x", "conv8f5+", "conv8f5+swish", "conv8f5+relu+relu",
		"conv-8f5", "conv8f5psam", "max", "max2f2", "max2c", "max2d2", "avg2cc", "gap7", "flatten1", "dense", "dense5s1", "dense5c", "drop", "dropx", "dropNaN",
		"Dense5", "conv99999999999f3", "conv8f5p", "max2s",
	} {
		if got, ok := parseLayer(word); ok {
			t.Errorf("%s: read as %+v", word, got)
		}
		if _, err := ParseSpec("8x8x1 " + word); codeOf(err) != CodeSyntax || !strings.Contains(err.Error(), word) {
			t.Errorf("%s: got %v, want it refused by name", word, err)
		}
	}
	for _, in := range []string{"x", "8x8", "8x8x1x1", "axbxc", "-8x8x1", "8.5x8x1", "1e3"} {
		if _, err := ParseSpec(in + " dense2"); codeOf(err) != CodeSyntax {
			t.Errorf("input %s: got %v, want it refused", in, err)
		}
	}
}

func TestSpecComesBackFromItsText(t *testing.T) {
	r := newRand(21)
	specs := []Spec{LeNet(), LeNet6(), LeNet5(), GAPNet()}
	for range 2000 {
		specs = append(specs, stackFromBytes(randomBytes(r, 80)))
	}
	for _, s := range specs {
		text := s.String()
		back, err := ParseSpec(text)
		if codeOf(err) == CodeSyntax {
			t.Fatalf("%s: %v", text, err)
		}
		want := s.Normal()
		if len(want.Layers) == 0 {
			want.Layers = nil
		}
		if !reflect.DeepEqual(back, want) {
			t.Fatalf("%s: comes back as %+v, want %+v", text, back, want)
		}
		if back.String() != text {
			t.Fatalf("%s: written again as %s", text, back)
		}
	}
}

func FuzzParseSpec(f *testing.F) {
	f.Add(LeNet().String())
	f.Add("8x8x1 conv2f3psame+tanh avg3s2p1c gap drop1e-3 dense2")
	for _, c := range refusals {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseSpec(text)
		if err != nil {
			if codeOf(err) == "" || strings.Contains(err.Error(), "%!") {
				t.Fatalf("%q: bad error %v", text, err)
			}
			return
		}
		again, err := ParseSpec(s.String())
		if err != nil || !again.Equal(s) {
			t.Fatalf("%q: %v comes back as %v, %v", text, s, again, err)
		}
	})
}
