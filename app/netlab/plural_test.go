package netlab

import (
	"regexp"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
)

// A count of one has its noun in the singular.
func TestOneIsWrittenAsOne(t *testing.T) {
	for net, wrong := range map[string]string{"1x1x1 dense1": "", "1x1x1 conv1f1 dense1": "", "2x1x1 conv1f3 dense1": "fault", "1x5x2 avg1 dense2": ""} {
		lab := New(ui.Page{Lang: lang.En, Path: "/network"}, weights.NewStore())
		lab.OnInit()
		s, err := ParseQuery("v=1&layers=" + strings.ReplaceAll(net, " ", "+") + "&row=1&unit=1.1.1")
		if err != nil {
			t.Fatal(err)
		}
		lab.state = s
		lab.prepare()
		said := []string{lab.summary(), lab.fault()}
		if lab.made.run != nil {
			said = append(said, lab.how(0), lab.fieldText())
		}
		rows, _ := s.Net.Table()
		said = append(said, lab.rowSum(rows))
		for _, stop := range lab.stops(s.Valid, lab.made.rows) {
			for _, text := range stop.Texts() {
				said = append(said, text.In(lang.En))
			}
		}
		for _, sentence := range said {
			if m := regexp.MustCompile(`(?:^|[^×·\d,.])\b1 (?:[a-z]+ )?(rows|columns|layers|parameters|weights|biases|units|values|products|cells|pixels|channels|inputs|outputs)\b`).FindString(sentence); m != "" {
				t.Errorf("%s: %q in %q", net, m, sentence)
			}
		}
		if (lab.fault() != "") != (wrong != "") {
			t.Errorf("%s: the fault is %q", net, lab.fault())
		}
	}
}
