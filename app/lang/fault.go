package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fault is the sentence for an error that carries a machine code: of nn, data, train or weightfile,
// whose Codes all have an entry here. layer is the name of the layer an nn code is about,
// "" for none; args are the error's, as text. ok is false for a code that is not known,
// and the caller then falls back on the error's own English.
func Fault(l Lang, code, layer string, args []string) (sentence string, ok bool) {
	t, ok := faultText(code)
	if !ok {
		return "", false
	}
	values := make([]any, len(args))
	for i, a := range args {
		values[i] = term(l, a)
	}
	if layer != "" {
		return layer + ": " + t.With(l, values...), true
	}
	// nn's sentences go on after a layer's name; without one they begin a line. A sentence
	// that begins with an argument is left alone: that is a file's name.
	r, size := utf8.DecodeRuneInString(t.En)
	t.En = string(unicode.ToUpper(r)) + t.En[size:]
	return t.With(l, values...), true
}

// faultText looks a code up in the engines' entries.
func faultText(code string) (Text, bool) {
	for _, entries := range [][]faultEntry{faultsNN(), faultsData(), faultsTrain(), faultsWeights()} {
		for _, e := range entries {
			if e.code == code {
				return e.text, true
			}
		}
	}
	return Text{}, false
}

// faultEntry is the sentence of one code.
type faultEntry struct {
	code string
	text Text
}

// term is an argument in a language: the names of settings that errors carry in English
// are translated, all else (numbers, file names, layers) stays.
func term(l Lang, arg string) string {
	if l != Ko {
		return arg
	}
	for _, t := range []Text{
		{"learning rate", "학습률"}, {"weight decay", "가중치 감쇠"}, {"momentum", "모멘텀"},
		{"kind", "종류"}, {"alpha", "알파"}, {"epsilon", "엡실론"}, {"beta1", "β₁"}, {"beta2", "β₂"},
		{"initialisation", "초기화 방법"},
	} {
		if strings.EqualFold(t.En, arg) {
			return t.Ko
		}
	}
	return arg
}
