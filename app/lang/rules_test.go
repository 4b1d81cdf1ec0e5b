package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// toMend are files with texts that still break the rules of this file. None may be added.
var toMend []string

var (
	// fixedParticle is a particle with two forms behind an argument, whose last sound only the
	// program knows. A quotation mark may stand between. Behind a bracket the word before the
	// bracket decides.
	fixedParticle = regexp.MustCompile(`\{\d\}[”"’']?(은|는|이|가|을|를|와|과|로|으로|(으로|로|와|과)(는|도|의|서)|이나|이?란|이?라는|이?라고|이든)([^가-힣]|$)`)

	// bothForms are two forms of a particle side by side.
	bothForms = regexp.MustCompile(`을\(를\)|를\(을\)|은\(는\)|는\(은\)|이\(가\)|가\(이\)|와\(과\)|과\(와\)|\(으\)로|\(이\)(라|나|란|든)`)

	hangul = regexp.MustCompile(`[가-힣]`)
	latin  = regexp.MustCompile(`[A-Za-z]{3,}`)
	mark   = regexp.MustCompile(`\{[^}]*\}`)
)

// brokenRule says which rule a Korean text breaks, "" for none.
func brokenRule(korean string) string {
	switch {
	case bothForms.MatchString(korean):
		return "has both forms of a particle, where {0:을를} would choose one"
	case fixedParticle.MatchString(korean):
		return "has a fixed particle behind an argument, where {0:을를} would choose one"
	case !hangul.MatchString(korean) && len(latin.FindAllString(mark.ReplaceAllString(korean, ""), 2)) == 2:
		return "is English"
	}
	return ""
}

func TestKoreanTextsKeepTheRules(t *testing.T) {
	broken := map[string]bool{}
	found := 0
	for name, korean := range koreanTexts(t) {
		for _, text := range korean {
			found++
			wrong := brokenRule(text)
			if wrong == "" {
				continue
			}
			broken[name] = true
			if !slices.Contains(toMend, name) {
				t.Errorf("%s: %q %s", name, text, wrong)
			}
		}
	}
	if found < 600 {
		t.Errorf("%d texts found: the test does not look where they are", found)
	}
	for _, name := range toMend {
		if !broken[name] {
			t.Errorf("%s keeps the rules now: take it off the list", name)
		}
	}
}

// koreanTexts returns the Korean texts of all files of the app, by file.
func koreanTexts(t *testing.T) map[string][]string { return textsIn(t, "Ko") }

// textsIn returns the texts of a language in all files of the app, by file. The language is the
// name of its constant.
func textsIn(t *testing.T, language string) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name := "app/" + filepath.ToSlash(strings.TrimPrefix(file, ".."+string(filepath.Separator)))
		ast.Inspect(parsed, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok && isKey(pair.Key, language) {
				if text, ok := constant(pair.Value); ok {
					texts[name] = append(texts[name], text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// isKey reports whether a key of a literal is a language's constant, with or without its package.
func isKey(key ast.Expr, language string) bool {
	switch key := key.(type) {
	case *ast.Ident:
		return key.Name == language
	case *ast.SelectorExpr:
		return key.Sel.Name == language
	}
	return false
}

// constant is the value of a string, which may be put together with +.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, okA := constant(e.X)
		b, okB := constant(e.Y)
		return a + b, okA && okB && e.Op == token.ADD
	}
	return "", false
}

// English texts have one word for one idea, in English word order. No text in any language has a
// space before a percent sign.
func TestWordsAreThoseOfThePages(t *testing.T) {
	odd := regexp.MustCompile(`\bnets?\b|\bof which\b|\bputs? out\b|\bstands? in\b|\bas it beg[ai]ns?\b|\b[Dd]ense (layer|weight|net)|\b(input|window|filter|kernel) edge\b|\} sure\b`)
	spaced := regexp.MustCompile(`[\d}] %`)
	for _, language := range []string{"En", "Ko"} {
		for name, texts := range textsIn(t, language) {
			for _, text := range texts {
				if found := odd.FindString(text); found != "" && language == "En" {
					t.Errorf("%s: %q in %q", name, found, text)
				}
				if spaced.MatchString(text) {
					t.Errorf("%s: a space before the percent sign in %q", name, text)
				}
			}
		}
	}
}

func TestBrokenRulesAreFound(t *testing.T) {
	for text, broken := range map[string]bool{
		"{0}을(를) 냅니다.":            true,
		"칸을 모두 더하고 {0}(으)로 나누세요.": true,
		"레이블 {1}이 있습니다.":          true,
		"“{0}”은 없습니다.":            true,
		"{0}×{1}로 패딩합니다.":         true,
		"{0}라는 값":                 true,
		"값은 {0}":                  false,
		"{0}입니다. {1}이고 {2}이므로":    false,
		"{0}개가 {1}까지":             false,
		"패딩({0})이 큽니다.":           false,
		"{0}{0:은는} 없습니다.":         false,
		"Nothing is running.":     true,
		"{0} images, {1} labels":  true,
		"SGD":                     false,
		"(dx, dy) = {0}":          false,
		"{0} {1}":                 false,
	} {
		if got := brokenRule(text); (got != "") != broken {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// A sentence for a fault says what happened, then one thing to do.
func TestFaultsAreShortAndPlain(t *testing.T) {
	plain := regexp.MustCompile(`(?i)\bthreads?\b|\bSIMD\b|\bshipped\b|\baddress\b|\bnets?\b|\bpromises?\b|\bwants?\b|\bgive way\b|백만|주소|스레드`)
	for _, e := range engines() {
		for _, entry := range e.entries {
			if n := len(strings.Fields(entry.text[En])); n > 25 {
				t.Errorf("%s: %d words in %q, want 25 at most", entry.code, n, entry.text[En])
			}
			for _, text := range entry.text {
				if found := plain.FindString(strings.ReplaceAll(text, ":백만}", "}")); found != "" {
					t.Errorf("%s: %q in %q", entry.code, found, text)
				}
			}
			// A sentence of two parts, except where there is nothing that a learner could do.
			if !strings.ContainsAny(entry.text[En], ":;") && entry.code != "unknown-kind" && entry.code != "unknown-act" {
				t.Errorf("%s: %q does not say what to do", entry.code, entry.text[En])
			}
		}
	}
}
