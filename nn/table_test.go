package nn

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestDefaultTableIsTheLectures(t *testing.T) {
	want := []struct {
		name, shape        string
		size, params, macs int64
		field, jump        int
	}{
		{"Input", "(32,32,3)", 3072, 0, 0, 1, 1},
		{"CONV1", "(28,28,8)", 6272, 608, 470400, 5, 1},
		{"POOL1", "(14,14,8)", 1568, 0, 0, 6, 2},
		{"CONV2", "(10,10,16)", 1600, 3216, 320000, 14, 2},
		{"POOL2", "(5,5,16)", 400, 0, 0, 16, 4},
		{"FC3", "(120,1)", 120, 48120, 48000, 32, 0},
		{"FC4", "(84,1)", 84, 10164, 10080, 32, 0},
		{"Softmax", "(10,1)", 10, 850, 840, 32, 0},
	}
	rows, err := LeNet().Table()
	if err != nil || len(rows) != len(want) {
		t.Fatalf("got %d rows, %v", len(rows), err)
	}
	total := int64(0)
	for i, r := range rows {
		w := want[i]
		if r.Name != w.name || r.Shape.String() != w.shape || r.Size != w.size || r.Params != w.params || r.MultiplyAdds != w.macs ||
			r.ReceptiveField != w.field || r.Jump != w.jump || r.Layer != i-1 {
			t.Errorf("row %d: got %+v, want %+v", i, r, w)
		}
		total += r.Params
	}
	if total != 62958 {
		t.Errorf("got %d parameters, want 62,958", total)
	}
}

func TestPresetsHaveTheirCounts(t *testing.T) {
	for _, c := range []struct {
		name    string
		spec    Spec
		params  int64
		classes int
	}{
		{"LeNet", LeNet(), 62958, 10},
		{"LeNet6", LeNet6(), 456 + (25*6+1)*16 + 48120 + 10164 + 850, 10},
		{"LeNet5", LeNet5(), 61706, 10},
		{"GAPNet", GAPNet(), (27+1)*8 + (72+1)*16 + (144+1)*32 + 330, 10},
	} {
		rows, err := c.spec.Table()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		total := int64(0)
		for _, r := range rows {
			total += r.Params
		}
		if total != c.params || c.spec.Classes() != c.classes {
			t.Errorf("%s: got %d parameters and %d classes, want %d and %d", c.name, total, c.spec.Classes(), c.params, c.classes)
		}
		if !c.spec.Equal(c.spec.Normal()) || !reflect.DeepEqual(c.spec, c.spec.Normal()) {
			t.Errorf("%s: not in normal form", c.name)
		}
		if m, err := New(c.spec, 8); err != nil || int64(len(m.Params())) != c.params {
			t.Errorf("%s: the model differs from its table (%v)", c.name, err)
		}
	}
}

// AlexNet in its one-column form and VGG-16 are too large to train here, yet can
// be counted.
func TestLargeNetworksAreCountedButNotBuilt(t *testing.T) {
	for _, c := range []struct {
		text   string
		params int64
	}{
		{"224x224x3 conv64f11s4p2+relu max3s2 conv192f5p2+relu max3s2 conv384f3p1+relu conv256f3p1+relu conv256f3p1+relu max3s2 dense4096+relu dense4096+relu dense1000", 61100840},
		{"224x224x3 conv64f3p1+relu conv64f3p1+relu max2 conv128f3p1+relu conv128f3p1+relu max2 conv256f3p1+relu conv256f3p1+relu conv256f3p1+relu max2 " +
			"conv512f3p1+relu conv512f3p1+relu conv512f3p1+relu max2 conv512f3p1+relu conv512f3p1+relu conv512f3p1+relu max2 dense4096+relu dense4096+relu dense1000", 138357544},
	} {
		s, err := ParseSpec(c.text)
		if err != nil {
			t.Fatal(err)
		}
		rows, _ := s.Table()
		total := int64(0)
		for _, r := range rows {
			total += r.Params
		}
		if total != c.params {
			t.Errorf("%s: got %d parameters, want %d", c.text, total, c.params)
		}
		if _, err := New(s, 1); codeOf(err) != CodeTooLarge {
			t.Errorf("%s: New gave %v, want %v", c.text, err, CodeTooLarge)
		}
	}
}

func codeOf(err error) Code {
	var e *StackError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// refusals holds a stack for every code with which a stack can be refused.
var refusals = []struct {
	text  string
	layer int
	name  string
	code  Code
	says  string // part of the sentence
}{
	{"", -1, "", CodeNoInput, "begin with the input"},
	{"32x32 dense2", -1, "", CodeSyntax, `"32x32"`},
	{"32x32x3 conv8f5 maxx2", 1, "", CodeSyntax, `"maxx2"`},
	{"0x32x3 dense2", -1, "", CodeInputShape, "0×32×3"},
	{"9999x2x3 dense2", -1, "", CodeInputShape, "9999×2×3"},
	{"0 dense2", -1, "", CodeInputShape, "1×1×0"},
	{"8x8x1", -1, "", CodeNoLayers, "no layers"},
	{"8x8x1" + strings.Repeat(" dense2", 65), -1, "", CodeTooMany, "65 layers"},
	{"8x8x1 conv0f3 dense2", 0, "CONV1", CodeOut, "0 filters"},
	{"8x8x1 dense70000 dense2", 0, "FC1", CodeOut, "70000"},
	{"8x8x1 conv2f0 dense2", 0, "CONV1", CodeWindow, "the size 0"},
	{"8x8x1 max300 dense2", 0, "POOL0", CodeWindow, "the size 300"},
	{"8x8x1 conv2f3s256 dense2", 0, "CONV1", CodeStride, "stride cannot be 256"},
	{"8x8x1 conv2f3p256 dense2", 0, "CONV1", CodePadding, "padding cannot be 256"},
	{"8x8x1 conv2f3d256 dense2", 0, "CONV1", CodeDilation, "dilation cannot be 256"},
	{"8x8x1 conv2f4psame dense2", 0, "CONV1", CodeSameOdd, "it is 3; change the window size from 4"},
	{"8x8x1 conv2f5d3 dense2", 0, "CONV1", CodeWindowFit, "spans 13 cells but the padded input is only 8×8"},
	{"8x8x1 conv2f3 max2 conv4f3 conv4f3 dense2", 3, "CONV3", CodeWindowFit, "only 1×1"},
	{"8x8x1 max3p2 dense2", 0, "POOL0", CodePoolPadding, "use at most 1"},
	{"8x8x1 dense9 conv2f1 dense2", 1, "CONV2", CodeNeedsVolume, "a vector of length 9"},
	{"8x8x1 flatten gap dense2", 1, "GAP0", CodeNeedsVolume, "a vector of length 64"},
	{"8x8x1 drop1 dense2", 0, "DROP0", CodeRate, "cannot be 1"},
	{"8x8x1 drop-0.5 dense2", 0, "DROP0", CodeRate, "cannot be -0.5"},
	{"8x8x1 flatten+relu dense2", 0, "FLAT0", CodeNoActivation, "activation relu"},
	{"8x8x1 dense2+tanh", 0, "Softmax", CodeLastAct, "activation tanh"},
	{"8x8x1 conv2f3", 0, "CONV1", CodeLastShape, "outputs (6,6,2)"},
	{"2048x2048x256 dense2", -1, "", "", ""},
	{"2048x2048x1 dense60000 dense2", 0, "FC1", CodeTooLarge, "million numbers"},
}

func TestBrokenStackNamesLayerAndReason(t *testing.T) {
	seen := map[Code]bool{}
	for _, c := range refusals {
		_, err := ParseSpec(c.text)
		if c.code == "" {
			if err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			continue
		}
		var e *StackError
		if !errors.As(err, &e) {
			t.Errorf("%q: got %v, want code %v", c.text, err, c.code)
			continue
		}
		seen[e.Code] = true
		if e.Code != c.code || e.Layer != c.layer || e.Name != c.name {
			t.Errorf("%q: got code %v layer %d name %q, want %v %d %q", c.text, e.Code, e.Layer, e.Name, c.code, c.layer, c.name)
		}
		if !strings.Contains(e.Error(), c.says) || !strings.HasPrefix(e.Error(), c.name) || strings.Contains(e.Error(), "%!") {
			t.Errorf("%q: got %q, want it to say %q", c.text, e.Error(), c.says)
		}
	}
	for _, c := range []struct {
		spec Spec
		code Code
	}{
		{Spec{In: Volume(4, 4, 1), Layers: []Layer{{Kind: 99}}}, CodeUnknownKind},
		{Spec{In: Volume(4, 4, 1), Layers: []Layer{{Kind: Dense, Out: 2, Act: 99}}}, CodeUnknownAct},
	} {
		seen[c.code] = true
		if err := c.spec.Check(); codeOf(err) != c.code || strings.Contains(err.Error(), "%!") {
			t.Errorf("%v: got %v, want code %v", c.spec, err, c.code)
		}
	}
	_, err := New(LeNet(), 0)
	seen[codeOf(err)] = true
	for _, code := range Codes() {
		if !seen[code] && code != CodeOptimizer {
			t.Errorf("no test for code %v", code)
		}
		if code.sentence() == "unknown reason" {
			t.Errorf("code %v has no sentence", code)
		}
	}
}

func TestLayerNamesAreUnique(t *testing.T) {
	s, err := ParseSpec("16x16x1 max2 conv2f3 max2 avg1 drop0.5 conv3f1 gap flatten dense4 drop0.1 drop0.2 dense2")
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := s.Table()
	var got []string
	for _, r := range rows[1:] {
		got = append(got, r.Name)
	}
	want := "[POOL0 CONV1 POOL1 POOL1b DROP1 CONV2 GAP2 FLAT2 FC3 DROP3 DROP3b Softmax]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
