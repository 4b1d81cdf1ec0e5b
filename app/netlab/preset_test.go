package netlab

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/nn"
)

// The texts of the presets are true of their networks.
func TestPresetsSayWhatTheirNetworksHold(t *testing.T) {
	about := map[string]lang.Text{}
	for _, p := range presets() {
		about[p.ID] = p.About
	}
	params := func(net nn.Spec, kinds ...nn.Kind) (n float64) {
		rows, err := net.Table()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows[1:] {
			for _, k := range kinds {
				if r.Kind == k {
					n += float64(r.Params)
				}
			}
		}
		return n
	}
	millions := func(n float64) string { return fmt.Sprintf("%.0f", n/1e6) }
	manEok := func(n float64) string { // 만 and 억, to two digits
		man := int64(math.Round(n/1e6)) * 100
		if man < 10_000 {
			return fmt.Sprintf("%d,%03d만", man/1000, man%1000)
		}
		return fmt.Sprintf("%d억 %d,%03d만", man/10_000, man%10_000/1000, man%1000)
	}
	all := []nn.Kind{nn.Conv, nn.Dense}
	for _, c := range []struct {
		id  string
		net nn.Spec
	}{{"alexnet", nn.AlexNet()}, {"vgg16", nn.VGG16()}} {
		for _, n := range []float64{params(c.net, all...), params(c.net, nn.Dense)} {
			if en, ko := millions(n), manEok(n); !strings.Contains(about[c.id].In(lang.En), en) || !strings.Contains(about[c.id].In(lang.Ko), ko) {
				t.Errorf("%s has %v parameters, which its text does not say as %s million and %s", c.id, n, en, ko)
			}
		}
	}
	lenet := params(nn.LeNet(), all...)
	rows, _ := nn.LeNet().Table()
	for id, want := range map[string]string{
		"lenet":  fmt.Sprintf("%.0f%%", 100*float64(rows[5].Params)/lenet),
		"lenet6": "456",
		"lenet5": "61,706",
	} {
		for _, l := range lang.All() {
			if !strings.Contains(about[id].In(l), want) {
				t.Errorf("%s lacks %s: %s", id, want, about[id].In(l))
			}
		}
	}
	if got := params(nn.LeNet5(), all...); got != 61_706 {
		t.Errorf("LeNet-5 has %v parameters", got)
	}
	if got := params(nn.GAPNet(), all...) / lenet; got < 0.09 || got > 0.11 {
		t.Errorf("the network with global average pooling has %.2f of LeNet's parameters, not a tenth", got)
	}
}
