package nn

import (
	"reflect"
	"testing"
)

// The totals are those that torchvision 0.20 gives for its own models, sum(p.numel() for p in
// torchvision.models.alexnet().parameters()) and vgg16(), as
// https://pytorch.org/vision/stable/models.html lists them (num_params 61100840 and 138357544).
// VGG-16's is also table 2 of Simonyan and Zisserman (arXiv:1409.1556): 138 million for
// configuration D.
func TestLargePresetsHaveTheirPublishedTotals(t *testing.T) {
	for _, c := range []struct {
		name          string
		spec          Spec
		params        int64
		name2, shape2 string // a row in the middle, so that not only the sum is right
	}{
		{"AlexNet", AlexNet(), 61_100_840, "POOL5", "(6,6,256)"},
		{"VGG-16", VGG16(), 138_357_544, "POOL13", "(7,7,512)"},
	} {
		rows, err := c.spec.Table()
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		total, shape := int64(0), ""
		for _, r := range rows {
			total += r.Params
			if r.Name == c.name2 {
				shape = r.Shape.String()
			}
		}
		if total != c.params || shape != c.shape2 {
			t.Errorf("%s: got %d parameters, %s %s; want %d, %s", c.name, total, c.name2, shape, c.params, c.shape2)
		}
		if !reflect.DeepEqual(c.spec, c.spec.Normal()) {
			t.Errorf("%s: not in normal form", c.name)
		}
		if back, err := ParseSpec(c.spec.String()); err != nil || !back.Equal(c.spec) {
			t.Errorf("%s: its text form reads back as %v (%v)", c.name, back, err)
		}
		if _, err := New(c.spec, 1); codeOf(err) != CodeTooLarge {
			t.Errorf("%s: New gave %v, want %v", c.name, err, CodeTooLarge)
		}
	}
}
