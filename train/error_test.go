package train

import (
	"strings"
	"testing"

	"stridelab/data"
	"stridelab/nn"
)

func TestEveryCodeHasASentence(t *testing.T) {
	seen := map[Code]bool{}
	for _, code := range Codes() {
		if seen[code] || !strings.HasPrefix(string(code), "train-") {
			t.Errorf("code %q comes twice or has no prefix", code)
		}
		seen[code] = true
		text := (&Error{Code: code, Args: []any{1, 2, 3}}).Error()
		if strings.Contains(text, "!v") || !strings.HasSuffix(strings.SplitN(text, "%!(EXTRA", 2)[0], ".") {
			t.Errorf("%s: %q is no sentence", code, text)
		}
	}
}

func TestFaultCarriesCodeAndArguments(t *testing.T) {
	broken := DefaultConfig()
	broken.Net.Layers[2].F = 40
	rate := DefaultConfig()
	rate.Optimizer.Momentum = 2
	cases := []struct {
		err  error
		want Fault
	}{
		{&Error{Code: CodeBatch, Args: []any{0, 1024}}, Fault{Code: "train-batch", Args: []string{"0", "1024"}}},
		{&data.Error{Code: data.CodeTruncated, Args: []any{"a.gz", 16}}, Fault{Code: "data-truncated", Args: []string{"a.gz", "16"}}},
		{broken.Validate(), Fault{Code: string(nn.CodeWindowFit), Layer: "CONV2", Args: []string{"40", "14", "14"}}},
		{rate.Validate(), Fault{Code: string(nn.CodeOptimizer), Args: []string{"momentum", "2"}}},
	}
	for _, c := range cases {
		got := FaultOf(5, c.err)
		if got.ID != 5 || got.Code != c.want.Code || got.Layer != c.want.Layer || strings.Join(got.Args, "|") != strings.Join(c.want.Args, "|") {
			t.Errorf("%v: got %+v, want %+v", c.err, got, c.want)
		}
		if got.Text != c.err.Error() || got.Text == "" {
			t.Errorf("text %q, want %q", got.Text, c.err.Error())
		}
	}
}
