package nn

import (
	"strconv"
	"strings"
)

// String is the network's compact text form, one word for the input and one for
// each layer, for example
//
//	32x32x3 conv8f5+relu max2 conv16f5+relu max2 dense120+relu dense84+relu dense10
//
// The input is rows x columns x channels, or one number for a flat vector. A
// layer is its kind, then its numbers, each behind its letter, then its
// activation:
//
//	conv8f5s1p0d1+relu  filters, window edge, stride (left out: 1), padding (0), dilation (1)
//	conv8f5psame        same padding
//	max3s2p1            window edge, stride (left out: the edge), padding (0)
//	avg3s2p1c           as max; c counts the padding in the mean
//	gap flatten         no numbers
//	dense120+tanh       units
//	drop0.5             rate
//
// ParseSpec reads it back: for every s, ParseSpec(s.String()) is s.Normal().
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
	var b strings.Builder
	b.WriteString(l.Kind.String())
	field := func(letter string, v int) { b.WriteString(letter + strconv.Itoa(v)) }
	switch l.Kind {
	case Conv:
		field("", l.Out)
		field("f", l.F)
		if l.S != 1 {
			field("s", l.S)
		}
	case MaxPool, AvgPool:
		field("", l.F)
		if l.S != l.F {
			field("s", l.S)
		}
	case Dense:
		field("", l.Out)
	case Dropout:
		b.WriteString(strconv.FormatFloat(l.Rate, 'g', -1, 64))
	}
	if l.P == PadSame {
		b.WriteString("psame")
	} else if l.P != 0 {
		field("p", l.P)
	}
	if l.Kind == Conv && l.D != 1 {
		field("d", l.D)
	}
	if l.CountPad {
		b.WriteByte('c')
	}
	if l.Act != Identity {
		b.WriteString("+" + l.Act.String())
	}
	return b.String()
}

// ParseSpec reads the text form that String writes and checks that the stack
// fits. The error is a *StackError; the Spec is then what could be read, so that
// an editor can show the broken stack.
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

// shorten keeps a word that was not understood quotable.
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

// parseLayer reads one layer's word. Each letter may stand once, in any order.
func parseLayer(word string) (Layer, bool) {
	var l Layer
	body, act, hasAct := strings.Cut(word, "+")
	if hasAct {
		var ok bool
		if l.Act, ok = parseActivation(act); !ok {
			return l, false
		}
	}
	rest, found := "", false
	for k := Kind(0); k < kinds && !found; k++ {
		if rest, found = strings.CutPrefix(body, k.String()); found {
			l.Kind = k
		}
	}
	ok := found
	switch {
	case !found:
		return l, false
	case l.Kind == GlobalAvgPool || l.Kind == Flatten:
		return l, rest == ""
	case l.Kind == Dropout:
		var err error
		l.Rate, err = strconv.ParseFloat(rest, 64)
		return l, err == nil && l.Rate == l.Rate // NaN has no text that comes back equal
	case l.Kind == MaxPool || l.Kind == AvgPool:
		l.F, rest, ok = leadingInt(rest)
	default:
		l.Out, rest, ok = leadingInt(rest)
	}
	seen := ""
	for ok && rest != "" {
		letter := rest[:1]
		if strings.Contains(seen, letter) {
			return l, false
		}
		seen += letter
		rest, ok = parseField(&l, letter[0], rest[1:])
	}
	if l.Kind == Conv && !strings.Contains(seen, "f") {
		ok = false
	}
	return l.normal(), ok
}

// parseField reads what follows one letter of a layer's word into l.
func parseField(l *Layer, letter byte, text string) (rest string, ok bool) {
	if letter == 'c' && l.Kind == AvgPool {
		l.CountPad = true
		return text, true
	}
	if !l.Kind.windowed() {
		return text, false
	}
	if after, same := strings.CutPrefix(text, "same"); same && letter == 'p' {
		l.P = PadSame
		return after, true
	}
	v, rest, ok := leadingInt(text)
	switch {
	case letter == 'f' && l.Kind == Conv:
		l.F = v
	case letter == 's' && v > 0: // a stride of 0 would read as the default
		l.S = v
	case letter == 'p':
		l.P = v
	case letter == 'd' && l.Kind == Conv && v > 0:
		l.D = v
	default:
		return rest, false
	}
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

// leadingInt reads a number of at most 9 digits, without a sign, off the front.
func leadingInt(text string) (v int, rest string, ok bool) {
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' && i < 10 {
		v = v*10 + int(text[i]-'0')
		i++
	}
	return v, text[i:], i > 0 && i < 10
}
