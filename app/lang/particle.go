package lang

import (
	"strconv"
	"strings"
	"unicode"
)

// particles are Korean particles with two forms. The first form follows a final consonant.
var particles = [...]struct{ name, closed, open string }{
	{"은는", "은", "는"},
	{"이가", "이", "가"},
	{"을를", "을", "를"},
	{"과와", "과", "와"},
	{"으로", "으로", "로"}, // and 로 follows ㄹ
	{"이라", "이라", "라"},
}

// Particle is the Korean particle that fits behind a word: Particle("3", "은는") is "은", as 3 is
// read 삼. name is "은는", "이가", "을를", "과와", "으로" or "이라"; of any other the answer is "".
// Texts use it as {0:은는}, see Text.With.
func Particle(word, name string) string {
	for _, p := range particles {
		if p.name != name {
			continue
		}
		final := finalSound(word)
		if final == noFinal || final == finalL && name == "으로" {
			return p.open
		}
		return p.closed
	}
	return ""
}

// final is what the last syllable of a word ends with, when it is read in Korean.
type final uint8

const (
	noFinal final = iota // a vowel
	finalL               // ㄹ
	closed               // any other consonant
)

// finalSound finds out how a word ends: Hangul by its letters, numbers as they are read, Latin
// letters by the usual rules of transcription. What stands behind the last letter or digit, such
// as a bracket, is not read, except for signs that have a name.
func finalSound(word string) final {
	letters := []rune(word)
	for n := len(letters); n > 0; n-- {
		switch r := letters[n-1]; {
		case r >= '가' && r <= '힣':
			return hangulFinal(r)
		case r >= '0' && r <= '9':
			return digitFinal(r)
		case r <= unicode.MaxLatin1 && unicode.IsLetter(r):
			return latinFinal(letters[:n])
		case r == '%' || r == '∞': // 퍼센트, 무한대
			return noFinal
		}
	}
	return noFinal
}

// hangulFinal reads the final consonant of a syllable: there are 28, of which the first is none.
func hangulFinal(r rune) final {
	switch (r - '가') % 28 {
	case 0:
		return noFinal
	case 8:
		return finalL
	}
	return closed
}

// digitFinal is how a number ends that ends with a digit. A number that ends with 0 is read 영, 십,
// 백, 천 or 만.
func digitFinal(r rune) final {
	switch r {
	case '2', '4', '5', '9': // 이, 사, 오, 구
		return noFinal
	case '1', '7', '8': // 일, 칠, 팔
		return finalL
	}
	return closed // 영, 삼, 육
}

// latinFinal is how a word in Latin letters ends. A word in capitals is spelt: L 엘, M 엠, N 엔,
// R 아르.
func latinFinal(word []rune) final {
	start := len(word)
	for start > 0 && word[start-1] <= unicode.MaxLatin1 && unicode.IsLetter(word[start-1]) {
		start--
	}
	latin := string(word[start:])
	last := latin[len(latin)-1]
	if latin == strings.ToUpper(latin) {
		return spelt(last)
	}
	before := byte('x')
	if len(latin) > 1 {
		before = latin[len(latin)-2]
	}
	switch last {
	case 'l':
		return finalL
	case 'm', 'n':
		return closed
	case 'g':
		if before == 'n' {
			return closed
		}
	case 'p', 't', 'k', 'c': // closed behind a vowel: step 스텝, but test 테스트
		if strings.IndexByte("aeiou", before) >= 0 || last == 'k' && before == 'c' {
			return closed
		}
	}
	return noFinal
}

// spelt is how the name of a capital letter ends.
func spelt(letter byte) final {
	switch letter {
	case 'L', 'R':
		return finalL
	case 'M', 'N':
		return closed
	}
	return noFinal
}

// myriads writes a count of millions as Korean counts: 120 is "1억 2,000만". Any other text stays as
// it is, with its unit.
func myriads(millions string) string {
	n, err := strconv.Atoi(millions)
	if err != nil || n < 0 {
		return millions + "백만"
	}
	if n == 0 {
		return "0"
	}
	hundreds, rest := n/100, n%100 // an 억 has 100 millions
	out := ""
	if hundreds > 0 {
		out = thousands(hundreds) + "억"
	}
	if rest > 0 {
		out = strings.TrimSpace(out + " " + thousands(100*rest) + "만")
	}
	return out
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}
