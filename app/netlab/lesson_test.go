package netlab

import (
	"math/rand/v2"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// saidBy returns a stop of the lesson for a network, in English: its text, its question and its
// answer.
func saidBy(t *testing.T, net nn.Spec, i int) [3]string {
	t.Helper()
	rows, err := net.Table()
	if err != nil {
		t.Fatal(err)
	}
	s := (&Lab{}).stops(net, rows)[i]
	return [3]string{s.Text.In(lang.En), s.Question.In(lang.En), s.Answer.In(lang.En)}
}

func TestLessonSaysWhatTheTableHolds(t *testing.T) {
	const all = "text, question, answer"
	for _, c := range []struct {
		name string
		net  nn.Spec
		stop int
		want [3]string
	}{
		{"lenet", nn.LeNet(), 0, [3]string{"reads CONV – POOL – CONV – POOL – FC – FC – FC.", "How many layers", "5: CONV1 + POOL1, CONV2 + POOL2, FC3, FC4, Softmax."}},
		{"lenet", nn.LeNet(), 0, [3]string{"so CONV1 + POOL1 are one layer", "", "called FC3: it is layer number 3"}},
		{"lenet", nn.LeNet(), 1, [3]string{"from 3,072 at the input to 10", "At CONV1 the activation size rises from 3,072 to 6,272", "from 32×32 to 28×28, but the channels from 3 to 8: 28 × 28 × 8 = 6,272. POOL1 then brings it down to 1,568"}},
		{"lenet", nn.LeNet(), 3, [3]string{"So the 5×5×16 values of POOL2 are unrolled into one column of 400", "which place of the 400 does map 2", "At place 26: the 25 values"}},
		{"lenet", nn.LeNet(), 3, [3]string{"matrix W of shape (120, 400) and the biases b of shape (120). “Inside FC3” below draws them.", "", ""}},
		{"lenet", nn.LeNet(), 4, [3]string{"For CONV2: (5·5·8 + 1)·16 = 3,216", "How many of the 3,216 parameters of CONV2", "16, one for each filter. The other 3,200"}},
		{"gap", nn.GAPNet(), 0, [3]string{"GAP – FC", "", "4: CONV1 + POOL1, CONV2 + POOL2, CONV3 + GAP3, Softmax."}},
		{"gap", nn.GAPNet(), 1, [3]string{"", "", "Height and width stay 32×32, but the channels go from 3 to 8: 32 × 32 × 8 = 8,192."}},
		{"gap", nn.GAPNet(), 2, [3]string{"The convolutions do 99.9% of the multiplications", "", ""}},
		{"gap", nn.GAPNet(), 3, [3]string{"Softmax is fully connected: it reads a vector of 32 values", "How many weights does Softmax have", "10 × 32 = 320 weights, and 10 biases"}},
		{"vgg16", nn.VGG16(), 0, [3]string{"CONV×2 – POOL – CONV×2 – POOL – CONV×3 – POOL – CONV×3 – POOL – CONV×3 – POOL – FC – DROP – FC – DROP – FC.", "", "16: CONV1, CONV2 + POOL2"}},
		{"vgg16", nn.VGG16(), 3, [3]string{"7×7×512 values of POOL13 are unrolled into one column of 25,088", "", "At place 50: the 49"}},
	} {
		got := saidBy(t, c.net, c.stop)
		for i, part := range strings.Split(all, ", ") {
			if !strings.Contains(got[i], c.want[i]) {
				t.Errorf("%s, stop %d: the %s %q lacks %q", c.name, c.stop+1, part, got[i], c.want[i])
			}
		}
	}
}

// A stop is complete for any network: its texts have all their arguments, and the row that it
// selects is in the table.
func TestEveryStopIsWholeForAnyNetwork(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 9))
	for range 600 {
		net := randomState(r).Valid
		rows, err := net.Table()
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range (&Lab{}).stops(net, rows) {
			for _, said := range s.Texts() {
				if wrong := said.Check(); wrong != "" {
					t.Errorf("%v, stop %d: %s", net, i+1, wrong)
				}
				for _, l := range lang.All() {
					if strings.ContainsAny(said.In(l), "{}|") {
						t.Errorf("%v, stop %d: %q", net, i+1, said.In(l))
					}
				}
			}
			if s.Row < 0 || s.Row >= len(rows) {
				t.Errorf("%v, stop %d looks at row %d of %d", net, i+1, s.Row, len(rows))
			}
		}
	}
}

// The sum that is written for a row gives its number of parameters.
func TestSumsAreTheParameters(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 10))
	nets := []nn.Spec{nn.LeNet(), nn.LeNet5(), nn.AlexNet(), nn.VGG16()}
	for range 300 {
		nets = append(nets, randomState(r).Valid)
	}
	for _, net := range nets {
		rows, err := net.Table()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			sum := sumOf(net, rows, i)
			if (sum == "") != (row.Params == 0) {
				t.Errorf("%s has %d parameters and the sum %q", row.Name, row.Params, sum)
			}
			if sum != "" && worth(sum) != row.Params {
				t.Errorf("%v: %s = %d, but %s has %d parameters", net, sum, worth(sum), row.Name, row.Params)
			}
		}
	}
	rows, _ := nn.LeNet().Table()
	if got := sumOf(nn.LeNet(), rows, 5); got != "120·400 + 120" {
		t.Errorf("FC3 has the sum %q", got)
	}
}

// worth computes a sum of products, such as (5·5·3 + 1)·8.
func worth(sum string) (value int64) {
	factor := int64(1)
	if inner, outer, ok := strings.Cut(sum, ")·"); ok {
		factor, sum = worth(outer), strings.TrimPrefix(inner, "(")
	}
	for _, product := range strings.Split(sum, " + ") {
		term := int64(1)
		for _, digits := range strings.Split(product, "·") {
			n := int64(0)
			for _, d := range digits {
				n = 10*n + int64(d-'0')
			}
			term *= n
		}
		value += term
	}
	return factor * value
}

func TestTurningToAStopLooksAtItsRow(t *testing.T) {
	lab := New(ui.Page{Path: "/network"}, weights.NewStore())
	lab.OnInit()
	lab.turnTo(3)
	if lab.state.Stop != 3 || lab.name(lab.state.Row) != "FC3" {
		t.Errorf("the stop of the vector looks at row %d, stop %d", lab.state.Row, lab.state.Stop)
	}
	lab.SetNumber(app.Context{}, idUnits, 60)
	lab.turnTo(4)
	lab.undo()
	if lab.state.Stop != 4 || lab.state.Net.Layers[4].Out != 120 {
		t.Errorf("undo leads to stop %d and %d units", lab.state.Stop, lab.state.Net.Layers[4].Out)
	}
	lab.turnTo(5)
	lab.turnTo(-1)
	if lab.state.Stop != 4 {
		t.Errorf("stop %d", lab.state.Stop)
	}
}
