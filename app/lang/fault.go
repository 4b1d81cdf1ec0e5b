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
	r, size := utf8.DecodeRuneInString(t[l])
	t[l] = string(unicode.ToUpper(r)) + t[l][size:]
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
	for _, t := range []Text{
		{En: "learning rate", Ko: "학습률"},
		{En: "weight decay", Ko: "가중치 감쇠"},
		{En: "momentum", Ko: "모멘텀"},
		{En: "kind", Ko: "종류"},
		{En: "alpha", Ko: "알파"},
		{En: "epsilon", Ko: "엡실론"},
		{En: "beta1", Ko: "β₁"},
		{En: "beta2", Ko: "β₂"},
		{En: "initialisation", Ko: "초기화 방법"},
	} {
		if l != En && strings.EqualFold(t[En], arg) {
			return t[l]
		}
	}
	return arg
}
