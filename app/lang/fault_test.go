package lang

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// engines are the packages with errors for a person: their codes, and the English sentence that
// each package makes of a code and its arguments.
func engines() []struct {
	name    string
	codes   []string
	entries []faultEntry
	english func(code string, args []any) string
} {
	return []struct {
		name    string
		codes   []string
		entries []faultEntry
		english func(code string, args []any) string
	}{
		{"nn", texts(nn.Codes()), faultsNN(), func(c string, args []any) string {
			return (&nn.StackError{Name: "CONV2", Code: nn.Code(c), Args: args}).Error()
		}},
		{"data", texts(data.Codes()), faultsData(), func(c string, args []any) string {
			return (&data.Error{Code: data.Code(c), Args: args}).Error()
		}},
		{"train", texts(train.Codes()), faultsTrain(), func(c string, args []any) string {
			return (&train.Error{Code: train.Code(c), Args: args}).Error()
		}},
		{"weightfile", texts(weightfile.Codes()), faultsWeights(), func(c string, args []any) string {
			return (&weightfile.Error{Code: weightfile.Code(c), Args: args}).Error()
		}},
	}
}

func texts[C ~string](codes []C) (out []string) {
	for _, c := range codes {
		out = append(out, string(c))
	}
	return out
}

func TestEveryCodeHasASentenceAndEverySentenceACode(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range engines() {
		known := map[string]bool{}
		for _, c := range e.codes {
			known[c] = true
			if seen[c] {
				t.Errorf("%s: the code %q means something in another package too", e.name, c)
			}
			seen[c] = true
			if _, ok := Fault(Ko, c, "", nil); !ok {
				t.Errorf("%s: no sentence for %q", e.name, c)
			}
		}
		for _, entry := range e.entries {
			if !known[entry.code] {
				t.Errorf("%s: a sentence for %q, which is none of its codes", e.name, entry.code)
			}
			if wrong := entry.text.Check(); wrong != "" {
				t.Errorf("%s: %s", entry.code, wrong)
			}
		}
	}
}

// The English sentence of a code is both in its package, for logs and tests, and here.
func TestEnglishSentencesAreTheEnginesOwn(t *testing.T) {
	for _, e := range engines() {
		for _, entry := range e.entries {
			var args []any
			var words []string
			for strings.Contains(entry.text[En], fmt.Sprintf("{%d}", len(args))) {
				word := fmt.Sprintf("arg%d", len(args))
				args, words = append(args, word), append(words, word)
			}
			layer := ""
			if e.name == "nn" {
				layer = "CONV2"
			}
			got, _ := Fault(En, entry.code, layer, words)
			if want := e.english(entry.code, args); got != want {
				t.Errorf("%s: %q, the engine says %q", entry.code, got, want)
			}
		}
	}
}

func TestFaultPutsItsArgumentsIn(t *testing.T) {
	for _, c := range []struct {
		l           Lang
		code, layer string
		args        []string
		want        string
	}{
		{En, "stride", "CONV2", []string{"0", "64"}, "CONV2: its stride cannot be 0; give a number from 1 to 64"},
		{Ko, "stride", "CONV2", []string{"0", "64"}, "CONV2: 스트라이드가 0일 수는 없습니다. 1부터 64까지의 수를 넣어 주세요."},
		{En, "no-layers", "", nil, "The network has no layers; add at least a fully connected layer with one unit per class"},
		{Ko, "data-empty-file", "", []string{"a.gz"}, "a.gz: 빈 파일입니다. 다시 내려받아 주세요."},
		{Ko, "optimizer", "", []string{"learning rate", "-1"}, "옵티마이저 설정(학습률 = -1)을 쓸 수 없습니다. 다른 값을 넣어 주세요."},
	} {
		if got, ok := Fault(c.l, c.code, c.layer, c.args); !ok || got != c.want {
			t.Errorf("%v %s: %q, want %q", c.l, c.code, got, c.want)
		}
	}
	if _, ok := Fault(En, "no-such-code", "", nil); ok {
		t.Error("an unknown code has a sentence")
	}
}
