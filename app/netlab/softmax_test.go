package netlab

import (
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/nn/weightfile"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestSoftmaxTextsAreThereInBothLanguages(t *testing.T) { labtest.Texts(t, softmaxText) }

// The steps that are shown lead from the engine's logits to the engine's probabilities, bit for
// bit.
func TestSoftmaxStepsLeadToTheEnginesProbabilities(t *testing.T) {
	for _, r := range runs(t) {
		s := r.softmax()
		n := len(s.Z)
		probs := nn.NewTensor(1, n, 1, 1)
		nn.Softmax(probs, nn.Tensor{Shape: [4]int{1, n, 1, 1}, Data: s.Z})
		total := 0.0
		for k := range s.Z {
			if got := float32(s.Exp[k] / s.Sum); got != s.Probs[k] || got != probs.Data[k] {
				t.Errorf("%v: class %d: the steps give %v, the model %v, nn %v", r.spec, k, got, s.Probs[k], probs.Data[k])
			}
			if s.Shifted[k] > 0 || s.Z[k] > s.Z[s.Top] {
				t.Errorf("%v: class %d is above the largest, %d", r.spec, k, s.Top)
			}
			total += float64(s.Probs[k])
		}
		if math.Abs(total-1) > 1e-6 {
			t.Errorf("%v: the probabilities add up to %v", r.spec, total)
		}
	}
}

func TestWrittenProbabilitiesAddUpToOne(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	cases := [][]float64{{1}, {1, 0}, {1.0 / 3, 1.0 / 3, 1.0 / 3}, {0.99999999, 1e-8}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0.49996, 4e-5}}
	for range 500 {
		probs, sum := make([]float64, 2+random.IntN(20)), 0.0
		for i := range probs {
			probs[i] = math.Exp(12 * random.NormFloat64())
			sum += probs[i]
		}
		for i := range probs {
			probs[i] = float64(float32(probs[i] / sum))
		}
		cases = append(cases, probs)
	}
	for _, probs := range cases {
		units := 0
		for i, s := range shares(probs) {
			if strings.Contains(s, "e") {
				if probs[i] >= 1e-4 {
					t.Errorf("%v of %v is written %s", probs[i], probs, s)
				}
				continue
			}
			v, err := strconv.ParseFloat(s, 64)
			if err != nil || math.Abs(v-probs[i]) > 1e-4 || v == 0 && probs[i] != 0 {
				t.Errorf("%v of %v is written %s", probs[i], probs, s)
			}
			units += int(math.Round(v * 10_000))
		}
		if units != 10_000 {
			t.Errorf("%v is written %v, which adds up to %d ten-thousandths", probs, shares(probs), units)
		}
	}
	if got := shares([]float64{math.NaN(), 0.5}); len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

// atLast returns a lab with its network's last row selected, and with the shipped weights.
func atLast(t *testing.T, l lang.Lang) *Lab {
	t.Helper()
	store := weights.NewStore()
	trained := shippedLeNet(t)
	store.Keep(trained.Net, trained.Params, weightfile.About{Steps: 1, Accuracy: -1, MNIST: -1})
	lab := New(ui.Page{Lang: l, Path: "/network"}, store)
	lab.OnInit()
	lab.selectRow(len(lab.state.Net.Layers), false)
	return lab
}

func TestSoftmaxRowShowsLogitsAndProbabilitiesOfClassesFromZero(t *testing.T) {
	for _, l := range lang.All() {
		lab := atLast(t, l)
		html := app.HTMLString(lab.Render())
		var names []string
		for _, m := range regexp.MustCompile(`<th[^>]*data-test="class-label"[^>]*>\s*([^<]*?)\s*</th>`).FindAllStringSubmatch(html, -1) {
			names = append(names, m[1])
		}
		if want := strings.Split("0123456789", ""); !slices.Equal(names, want) {
			t.Errorf("%s: the classes are %v, want %v", l.Tag(), names, want)
		}
		for hook, want := range map[string]int{"logit": 10, "class-probability": 10, "softmax-step": 4, "unit-probability": 1, "feature-maps": 0} {
			if got := strings.Count(html, `data-test="`+hook+`"`); got != want {
				t.Errorf("%s: %d times %s, want %d", l.Tag(), got, hook, want)
			}
		}
		inside := html[strings.Index(html, `data-test="inside-section"`):]
		inside = inside[:strings.Index(inside, "</section>")]
		for _, wrong := range []string{"Softmax, unit", "Softmax, 유닛", text.UnitNumber.In(l) + "<"} {
			if strings.Contains(inside, wrong) {
				t.Errorf("%s: the Softmax row says %q", l.Tag(), wrong)
			}
		}

		// The field takes class 0 and class 9, and the class chosen is announced.
		for _, class := range []int{0, 9, 3} {
			lab.SetNumber(app.Context{}, idChannel, float64(class))
			if lab.state.Unit.C != class {
				t.Fatalf("%s: class %d leads to channel %d", l.Tag(), class, lab.state.Unit.C)
			}
			lab.prepare()
			s := lab.made.run.softmax()
			for _, want := range []string{softmaxText.UnitClass.With(l, "Softmax", class), decimal(s.Z[class]), s.share(class)} {
				if got := lab.said(); !strings.Contains(got, want) {
					t.Errorf("%s: class %d is said as %q, without %q", l.Tag(), class, got, want)
				}
			}
		}
	}
}

// The four formulas hold the numbers of the class that they are about.
func TestSoftmaxStepsHoldTheNumbersOfTheirClass(t *testing.T) {
	s := softmaxSteps{Z: []float32{2, -1, 0}, Top: 0, Shifted: []float64{0, -3, -2}, Exp: []float64{1, 0.0498, 0.1353}, Sum: 1.1851, Probs: []float32{0.8438, 0.042, 0.1142}}
	tags := regexp.MustCompile(`<[^>]*>`)
	got := s.formulas(1)
	for i, want := range []string{"z1−zmax=−1−2=−3", "e−3=0.0498", "1+0.0498+0.1353=1.1851", "ŷ1=0.04981.1851=0.0420"} {
		if plain := strings.ReplaceAll(tags.ReplaceAllString(got[i], ""), " ", ""); plain != want {
			t.Errorf("step %d: got %s, want %s", i+1, plain, want)
		}
	}
}

// Of more classes than fit into the table it shows those with the highest probabilities and the
// chosen one, and the sum of the others.
func TestTableOfManyClassesStillAddsUpToOne(t *testing.T) {
	spec, err := nn.ParseSpec("16x16x1 conv2f3+relu max2 dense300")
	if err != nil {
		t.Fatal(err)
	}
	s := start(spec, nil, 3, 4).softmax()
	least := 0
	for k, z := range s.Z {
		if z < s.Z[least] {
			least = k
		}
	}
	listed := s.listed(least)
	if len(listed) != mostClasses || !slices.Contains(listed, least) || !slices.Contains(listed, s.Top) || !slices.IsSorted(listed) {
		t.Fatalf("%v are listed; the likeliest is %d, the chosen one %d", listed, s.Top, least)
	}
	each, others := s.shares(listed)
	units := 0.0
	for _, v := range append(each, others) {
		if f, err := strconv.ParseFloat(v, 64); err == nil {
			units += f * 10_000
		}
	}
	if math.Round(units) != 10_000 {
		t.Errorf("%v and %s for the others add up to %v", each, others, units/10_000)
	}
}

// The remarks of the programs are in the language of the page.
func TestRemarksOfTheCodeAreTranslated(t *testing.T) {
	for _, l := range lang.All() {
		if got := PyTorch(l, nn.LeNet()); !strings.Contains(got, codeText.TakesLogits.In(l)) {
			t.Errorf("%s: %s", l.Tag(), got)
		}
		if got := Keras(l, nn.LeNet()); !strings.Contains(got, codeText.InLoss.In(l)) {
			t.Errorf("%s: %s", l.Tag(), got)
		}
	}
}
