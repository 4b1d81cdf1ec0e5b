package nn

import (
	"slices"
	"strconv"
	"strings"
)

// String is the network's compact text form: one word for the input and one for each layer, for
// example
//
//	32x32x3 conv8f5+relu max2 conv16f5+relu max2 dense120+relu dense84+relu dense10
//
// The input is rows x columns x channels, or one number for a flat vector. The word of a layer is
// its kind, then its numbers, each behind a letter, then + and its activation. The first number
// has no letter; the others may stand in any order. The constants of Kind show the word of each
// kind.
//
// ParseSpec reads the form back: for every s that fits, ParseSpec(s.String()) is s.Normal().
func (s Spec) String() string {
	var b strings.Builder
	if s.In.Flat {
		b.WriteString(strconv.Itoa(s.In.C))
	} else {
		b.WriteString(strconv.Itoa(s.In.H) + "x" + strconv.Itoa(s.In.W) + "x" + strconv.Itoa(s.In.C))
	}
	for _, l := range s.Layers {
		b.WriteByte(' ')
		b.WriteString(l.String())
	}
	return b.String()
}

// String is the layer's word in the text form.
func (l Layer) String() string {
	l = l.normal()
	word := l.Kind.String()
	for i, f := range l.Kind.row().fields {
		switch {
		case f == FieldRate:
			word += strconv.FormatFloat(l.Rate, 'g', -1, 64)
		case f == FieldCountPad:
			if l.CountPad {
				word += string(f.letter())
			}
		case i == 0:
			word += strconv.Itoa(*f.Number(&l))
		case f == FieldP && l.P == PadSame:
			word += "psame"
		case f == FieldF || *f.Number(&l) != f.leftOut(l):
			word += string(f.letter()) + strconv.Itoa(*f.Number(&l))
		}
	}
	if l.Act != Identity {
		word += "+" + l.Act.String()
	}
	return word
}

// ParseSpec reads the text form that String writes, and checks that the stack fits. The error is
// a *StackError. The Spec is then what could be read, so that an editor can show the stack that
// does not fit.
func ParseSpec(text string) (Spec, error) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return Spec{}, &StackError{Layer: -1, Code: CodeNoInput}
	}
	var s Spec
	var ok bool
	if s.In, ok = parseShape(words[0]); !ok {
		return Spec{}, &StackError{Layer: -1, Code: CodeSyntax, Args: []any{shorten(words[0])}}
	}
	if len(words)-1 > maxLayers {
		return s, &StackError{Layer: -1, Code: CodeTooMany, Args: []any{len(words) - 1, maxLayers}}
	}
	for i, word := range words[1:] {
		l, ok := parseLayer(word)
		if !ok {
			return s, &StackError{Layer: i, Code: CodeSyntax, Args: []any{shorten(word)}}
		}
		s.Layers = append(s.Layers, l)
	}
	return s, s.Check()
}

// shorten cuts a word that was not understood to a length that can be quoted.
func shorten(word string) string {
	const most = 40
	if r := []rune(word); len(r) > most {
		return string(r[:most]) + "…"
	}
	return word
}

func parseShape(word string) (Shape, bool) {
	parts := strings.Split(word, "x")
	var v [3]int
	if len(parts) != 1 && len(parts) != 3 {
		return Shape{}, false
	}
	for i, p := range parts {
		n, rest, ok := leadingInt(p)
		if !ok || rest != "" {
			return Shape{}, false
		}
		v[i] = n
	}
	if len(parts) == 1 {
		return Vector(v[0]), true
	}
	return Volume(v[0], v[1], v[2]), true
}

// parseLayer reads a layer's word. The fields behind the first may stand in any order, each once
// at most.
func parseLayer(word string) (l Layer, ok bool) {
	body, act, hasAct := strings.Cut(word, "+")
	if hasAct {
		if l.Act, ok = parseActivation(act); !ok {
			return l, false
		}
	}
	rest := ""
	if l.Kind, rest, ok = cutKind(body); !ok {
		return l, false
	}
	fields := l.Kind.row().fields
	if len(fields) == 0 {
		return l, rest == ""
	}
	if rest, ok = parseFirst(&l, fields[0], rest); !ok {
		return l, false
	}
	left := slices.Clone(fields[1:])
	for rest != "" {
		i := slices.IndexFunc(left, func(f Field) bool { return f.letter() == rest[0] })
		if i < 0 {
			return l, false
		}
		if rest, ok = parseField(&l, left[i], rest[1:]); !ok {
			return l, false
		}
		left = slices.Delete(left, i, i+1)
	}
	return l.normal(), !slices.Contains(left, FieldF) // the window edge has no default
}

// parseFirst reads what follows the kind into l.
func parseFirst(l *Layer, f Field, text string) (rest string, ok bool) {
	if f == FieldRate {
		var err error
		l.Rate, err = strconv.ParseFloat(text, 64)
		return "", err == nil && l.Rate == l.Rate // NaN has no text that comes back equal
	}
	*f.Number(l), rest, ok = leadingInt(text)
	return rest, ok
}

// parseField reads what follows the letter of f into l.
func parseField(l *Layer, f Field, text string) (rest string, ok bool) {
	if f == FieldCountPad {
		l.CountPad = true
		return text, true
	}
	if after, same := strings.CutPrefix(text, "same"); same && f == FieldP {
		l.P = PadSame
		return after, true
	}
	v, rest, ok := leadingInt(text)
	if v == 0 && (f == FieldS || f == FieldD) {
		return rest, false // 0 would read as the default
	}
	*f.Number(l) = v
	return rest, ok
}

func parseActivation(word string) (Activation, bool) {
	for a := Identity + 1; a < activations; a++ {
		if word == a.String() {
			return a, true
		}
	}
	return Identity, false
}

// leadingInt reads a number of at most 9 digits, without a sign, off the front of text.
func leadingInt(text string) (v int, rest string, ok bool) {
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' && i < 10 {
		v = v*10 + int(text[i]-'0')
		i++
	}
	return v, text[i:], i > 0 && i < 10
}
