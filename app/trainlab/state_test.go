package trainlab

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"stridelab/app/lab"
)

// randomState returns a random state, any that the lab can be in.
func randomState(r *rand.Rand) State {
	s := State{
		Dataset:   pick(r, append(datasets(), Served("mnist"), Served(topFolder), Served("vision/한글 & more"))),
		Net:       pick(r, nets()),
		Pool:      pick(r, pools()),
		Init:      pick(r, inits()),
		Optimizer: pick(r, optimizers()),
		Batch:     1 + r.IntN(MaxBatch),
		Seed:      uint64(r.Uint32()),
		Sample:    r.IntN(MaxSample + 1),
		Tab:       pick(r, tabs()),
	}
	s.LearningRate = math.Pow(10, -9*r.Float64()) * MaxLearningRate
	if s.Net == NetCustom {
		s.Custom = pick(r, []string{
			mustCanonical("32x32x3 conv8f5+relu max2 dense10"),
			mustCanonical("28x28x1 conv4f3psame+tanh avg2 gap dense10"),
			mustCanonical("32x32x1 dense10"),
		})
	}
	return s
}

// mustCanonical returns the canonical text form of a network. It panics if the text is none.
func mustCanonical(text string) string {
	canonical, err := canonicalSpec(text)
	if err != nil {
		panic(err)
	}
	return canonical
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func TestQueryRoundTripsEveryState(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < 3000; i++ {
		want := randomState(r)
		query := want.Query()
		got, err := ParseQuery(query)
		if err != nil || got != want {
			t.Fatalf("ParseQuery(%q) = %+v, %v; want %+v", query, got, err, want)
		}
		if again := got.Query(); again != query {
			t.Fatalf("query changed on the second way: %q, then %q", query, again)
		}
	}
}

func TestEmptyQueryIsTheDefault(t *testing.T) {
	got, err := ParseQuery("")
	if err != nil || got != Default() {
		t.Errorf("ParseQuery(empty) = %+v, %v; want the default", got, err)
	}
	if q := Default().Query(); q != "" {
		t.Errorf("the default state has the query %q; want none", q)
	}
}

func TestParseQueryRefusesTheWholeLinkWhenAPartIsWrong(t *testing.T) {
	cases := []struct {
		query string
		code  lab.QueryCode
		key   string
	}{
		{"v=2", lab.QueryVersion, "v"},
		{"v=", lab.QueryVersion, "v"},
		{"v=1&data=cats", lab.QueryValue, "data"},
		{"data=data:", lab.QueryValue, "data"},
		{"data=data:/etc", lab.QueryValue, "data"},
		{"data=data:..", lab.QueryValue, "data"},
		{"data=data:a/../b", lab.QueryValue, "data"},
		{"data=data:a//b", lab.QueryValue, "data"},
		{"data=data:%00", lab.QueryValue, "data"},
		{"data=data:%ff", lab.QueryValue, "data"},
		{"net=resnet", lab.QueryValue, "net"},
		{"net=custom", lab.QueryValue, "layers"},
		{"net=custom&layers=32x32x3+nonsense", lab.QueryValue, "layers"},
		{"pool=median", lab.QueryValue, "pool"},
		{"init=zero", lab.QueryValue, "init"},
		{"opt=lion", lab.QueryValue, "opt"},
		{"lr=0", lab.QueryValue, "lr"},
		{"lr=-1", lab.QueryValue, "lr"},
		{"lr=NaN", lab.QueryValue, "lr"},
		{"lr=Inf", lab.QueryValue, "lr"},
		{"lr=1e99", lab.QueryValue, "lr"},
		{"batch=0", lab.QueryValue, "batch"},
		{"batch=513", lab.QueryValue, "batch"},
		{"batch=6.5", lab.QueryValue, "batch"},
		{"seed=-1", lab.QueryValue, "seed"},
		{"seed=4294967296", lab.QueryValue, "seed"},
		{"sample=1000001", lab.QueryValue, "sample"},
		{"a;b=%zz", lab.QuerySyntax, ""},
	}
	for _, c := range cases {
		got, err := ParseQuery(c.query)
		var q *lab.QueryError
		if !errors.As(err, &q) || q.Code != c.code || q.Key != c.key {
			t.Errorf("ParseQuery(%q): error %v; want code %s for %q", c.query, err, c.code, c.key)
		}
		if got != Default() {
			t.Errorf("ParseQuery(%q) = %+v; want the default state", c.query, got)
		}
	}
}

func TestParseQueryLeavesOthersParametersAlone(t *testing.T) {
	got, err := ParseQuery("utm_source=mail&batch=32&wasm=false")
	want := Default()
	want.Batch = 32
	if err != nil || got != want {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
}

func TestLinkThatNamesOnlyAPresetTakesWhatBelongsToIt(t *testing.T) {
	got, err := ParseQuery("net=lenet5&opt=sgd")
	if err != nil || got.Pool != PoolAverage || got.LearningRate != DefaultLearningRate(NetLeNet, SGD) {
		t.Errorf("got pool %s and rate %g, %v; want average and %g", got.Pool, got.LearningRate, err, DefaultLearningRate(NetLeNet, SGD))
	}
}

func FuzzParseQueryNeverPanicsAndIsStable(f *testing.F) {
	for _, seed := range []string{"", "v=1&lr=0.1", "net=custom&layers=32x32x3+dense10", "data=data:mnist", "data=data:.", "data=data:a%2F.b", "%", "a=b;c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		s, err := ParseQuery(query)
		if err != nil {
			if s != Default() {
				t.Fatalf("refused %q but changed the state to %+v", query, s)
			}
			return
		}
		if again, err := ParseQuery(s.Query()); err != nil || again != s {
			t.Fatalf("%q: %+v became %+v, %v", query, s, again, err)
		}
	})
}

func TestChangingTheOptimiserKeepsARateTheLearnerChose(t *testing.T) {
	s := Default().WithOptimizer(SGD)
	if s.LearningRate != DefaultLearningRate(NetLeNet, SGD) {
		t.Errorf("untouched rate became %g; want SGD's %g", s.LearningRate, DefaultLearningRate(NetLeNet, SGD))
	}
	s.LearningRate = 0.123
	if got := s.WithOptimizer(Adam).LearningRate; got != 0.123 {
		t.Errorf("chosen rate became %g; want 0.123", got)
	}
}

func TestOnlyRateAndSampleApplyToARunningRun(t *testing.T) {
	base := Default()
	cases := []struct {
		name   string
		change func(*State)
		want   bool
	}{
		{"nothing", func(s *State) {}, false},
		{"learning rate", func(s *State) { s.LearningRate = 0.5 }, false},
		{"sample", func(s *State) { s.Sample = 7 }, false},
		{"tab", func(s *State) { s.Tab = TabWeights }, false},
		{"dataset", func(s *State) { s.Dataset = DigitsGrey }, true},
		{"network", func(s *State) { s.Net = NetLeNet6 }, true},
		{"pooling", func(s *State) { s.Pool = PoolAverage }, true},
		{"initialisation", func(s *State) { s.Init = InitXavier }, true},
		{"optimiser", func(s *State) { s.Optimizer = SGD }, true},
		{"batch", func(s *State) { s.Batch = 8 }, true},
		{"seed", func(s *State) { s.Seed = 2 }, true},
	}
	for _, c := range cases {
		wanted := base
		c.change(&wanted)
		if got := NeedsNewRun(base, wanted); got != c.want {
			t.Errorf("%s: NeedsNewRun = %v; want %v", c.name, got, c.want)
		}
	}
}

func TestNetBringsItsLearningRateUnlessOneWasChosen(t *testing.T) {
	s := Default().WithNet(NetGAP)
	if s.LearningRate != 0.01 {
		t.Errorf("the global-average net begins with a rate of %g; want 0.01", s.LearningRate)
	}
	if back := s.WithNet(NetLeNet); back != Default() {
		t.Errorf("back at LeNet the settings are %+v", back)
	}
	s = Default()
	s.LearningRate = 0.004
	if got := s.WithNet(NetGAP).LearningRate; got != 0.004 {
		t.Errorf("a rate of 0.004 became %g", got)
	}
	if got, err := ParseQuery("v=1&net=gap&lr=0.002"); err != nil || got.LearningRate != 0.002 {
		t.Errorf("a link's rate of 0.002 became %g, %v", got.LearningRate, err)
	}
}
