package train

import (
	"errors"
	"math"
	"testing"

	"stridelab/data"
	"stridelab/nn"
)

func TestConfigIsRefusedWithItsReason(t *testing.T) {
	net := func(text string) func(*Config) {
		return func(c *Config) {
			spec, err := nn.ParseSpec(text)
			if err != nil {
				t.Fatal(err)
			}
			c.Net = spec
		}
	}
	cases := []struct {
		name   string
		change func(*Config)
		code   Code
	}{
		{"default", func(*Config) {}, ""},
		{"batch of one", func(c *Config) { c.Batch = 1 }, ""},
		{"largest batch", func(c *Config) { c.Batch = MaxBatch }, ""},
		{"no batch", func(c *Config) { c.Batch = 0 }, CodeBatch},
		{"huge batch", func(c *Config) { c.Batch = MaxBatch + 1 }, CodeBatch},
		{"until paused", func(c *Config) { c.Epochs = 0 }, ""},
		{"negative epochs", func(c *Config) { c.Epochs = -1 }, CodeEpochs},
		{"endless epochs", func(c *Config) { c.Epochs = MaxEpochs + 1 }, CodeEpochs},
		{"too many workers", func(c *Config) { c.Workers = MaxWorkers + 1 }, CodeWorkers},
		{"unknown dataset", func(c *Config) { c.Dataset = datasetKinds }, CodeDataset},
		{"rate of 0", func(c *Config) { c.Optimizer.LearningRate = 0 }, CodeLearningRate},
		{"rate that is no number", func(c *Config) { c.Optimizer.LearningRate = math.NaN() }, CodeLearningRate},
		{"GAPNet", func(c *Config) { c.Net = nn.GAPNet() }, ""},
		{"LeNet-5", func(c *Config) { c.Net = nn.LeNet5() }, ""},
		{"too much work", net("224x224x3 conv64f3psame+relu max224 dense10"), CodeMuchWork},
		{"too many parameters", net("32x32x3 dense2000 dense10"), CodeManyParams},
		{"too large an image", net("2000x2000x1 max200 dense10"), CodeWide},
	}
	for _, c := range cases {
		cfg := DefaultConfig()
		c.change(&cfg)
		err := cfg.Validate()
		var e *Error
		if c.code == "" && err != nil || c.code != "" && (!errors.As(err, &e) || e.Code != c.code) {
			t.Errorf("%s: got %v, want code %q", c.name, err, c.code)
		}
	}
}

func TestSessionRefusesSamplesThatDoNotFit(t *testing.T) {
	cfg := smallConfig(t)
	tall := newStripes(10, 10, false)
	tall.info.H = 9
	five := newStripes(10, 10, false)
	five.info.Classes = 5
	var tooTall *data.Error
	if _, err := NewSession(cfg, tall); !errors.As(err, &tooTall) {
		t.Errorf("9 rows for a net of 8: got %v, want a *data.Error", err)
	}
	var e *Error
	if _, err := NewSession(cfg, five); !errors.As(err, &e) || e.Code != CodeClasses {
		t.Errorf("5 classes for a net of 4: got %v, want %v", err, CodeClasses)
	}
	cfg.Batch = 0
	if _, err := NewSession(cfg, five); !errors.As(err, &e) || e.Code != CodeBatch {
		t.Errorf("batch of 0: got %v, want %v", err, CodeBatch)
	}
}

func TestShardsAreSmallerForHeavierNets(t *testing.T) {
	for _, c := range []struct {
		net  string
		want int
	}{
		{nn.LeNet().String(), 8},
		{nn.GAPNet().String(), 8},
		{"32x32x3 conv6f5psame+relu conv6f5psame+relu max2 dense10", 5},
		{"32x32x3 conv16f3psame+relu conv16f3psame+relu max2 dense10", 2},
		{"64x64x3 conv32f5+relu max2 dense10", 1},
	} {
		spec, err := nn.ParseSpec(c.net)
		if err != nil {
			t.Fatal(err)
		}
		rows, _ := spec.Table()
		if got := shardSize(rows); got != c.want {
			t.Errorf("%s (%d multiply-adds): %d samples a shard, want %d", c.net, work(rows), got, c.want)
		}
	}
}

func TestDatasetNamesRoundTrip(t *testing.T) {
	for k := DatasetKind(0); k < datasetKinds; k++ {
		if got, ok := ParseDatasetKind(k.String()); !ok || got != k {
			t.Errorf("%v reads back as %v, %v", k, got, ok)
		}
	}
	if _, ok := ParseDatasetKind("cats"); ok {
		t.Error("an unknown name was accepted")
	}
}
