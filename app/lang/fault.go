package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fault is the sentence for an error with a code of nn, data, train or weightfile. All their codes
// have an entry here. layer is the name of the layer that an nn code is about, or "". args are the
// Args of the error, as text. ok is false for an unknown code; then the caller uses the English
// sentence of the error itself.
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
	// The sentences of nn follow the name of a layer. Without it they need a capital. A sentence
	// that begins with an argument does not change: the argument is the name of a file.
	r, size := utf8.DecodeRuneInString(t[l])
	t[l] = string(unicode.ToUpper(r)) + t[l][size:]
	return t.With(l, values...), true
}

// faultText finds the text of a code.
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

// term is an argument in a language. Errors have the names of settings and of number types in
// English, which it translates. Any other argument (a number, a file, a layer) does not change.
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
		{En: "initialisation", Ko: "가중치 초기화"},
		{En: "bytes", Ko: "바이트"},
		{En: "signed bytes", Ko: "부호 있는 바이트"},
		{En: "16-bit integers", Ko: "16비트 정수"},
		{En: "32-bit integers", Ko: "32비트 정수"},
		{En: "32-bit floats", Ko: "32비트 실수"},
		{En: "64-bit floats", Ko: "64비트 실수"},
	} {
		if l != En && strings.EqualFold(t[En], arg) {
			return t[l]
		}
	}
	return arg
}
