package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// keys are the names of the languages in Go, as the literals of texts write them.
func keys(t *testing.T) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), "lang.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range parsed.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
			for _, spec := range d.Specs {
				names = append(names, spec.(*ast.ValueSpec).Names[0].Name)
			}
		}
	}
	if len(names) != len(All()) {
		t.Fatalf("%v name %d languages", names, len(All()))
	}
	return names
}

// A table of texts by language needs an element for each language, which the compiler does not
// check.
func TestTextsWrittenOutNameEveryLanguage(t *testing.T) {
	languages := keys(t)
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range append(files, more...) {
		if strings.HasSuffix(file, "_test.go") {
			continue // what a test makes up need not be in every language
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			for _, text := range textsOf(n) {
				if len(text.Elts) == 0 {
					continue // no text at all
				}
				found++
				if missing := without(text, languages); len(missing) > 0 {
					t.Errorf("%v: a text without %s", set.Position(text.Pos()), strings.Join(missing, ", "))
				}
			}
			return true
		})
	}
	if found < 300 {
		t.Errorf("%d texts found: the test does not look where they are", found)
	}
}

// textsOf returns the literals of Text in a node: the node itself, or the elements of a list, whose
// literals leave out their type.
func textsOf(n ast.Node) (texts []*ast.CompositeLit) {
	literal, ok := n.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	if isText(literal.Type) {
		return []*ast.CompositeLit{literal}
	}
	var element ast.Expr
	switch list := literal.Type.(type) {
	case *ast.ArrayType:
		element = list.Elt
	case *ast.MapType:
		element = list.Value
	}
	if !isText(element) {
		return nil
	}
	for _, e := range literal.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			e = pair.Value
		}
		if e, ok := e.(*ast.CompositeLit); ok && e.Type == nil {
			texts = append(texts, e)
		}
	}
	return texts
}

func isText(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "Text"
	case *ast.SelectorExpr:
		of, ok := e.X.(*ast.Ident)
		return ok && of.Name == "lang" && e.Sel.Name == "Text"
	}
	return false
}

// without returns the languages that a text does not name.
func without(text *ast.CompositeLit, languages []string) (missing []string) {
	named := map[string]bool{}
	for _, e := range text.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			switch key := pair.Key.(type) {
			case *ast.Ident:
				named[key.Name] = true
			case *ast.SelectorExpr:
				named[key.Sel.Name] = true
			}
		}
	}
	for _, l := range languages {
		if !named[l] {
			missing = append(missing, l)
		}
	}
	return missing
}

func TestATextWithoutALanguageIsFound(t *testing.T) {
	for source, want := range map[string]string{
		`Text{En: "a"}`:                             "Ko",
		`lang.Text{lang.Ko: "a"}`:                   "En",
		`lang.Text{"a", "b"}`:                       "En Ko",
		`[]Text{{En: "a", Ko: "b"}, {Ko: "b"}}`:     "En",
		`map[int]lang.Text{1: {lang.En: "a"}}`:      "Ko",
		`Text{En: "a", Ko: "b"}`:                    "",
		`viz.Text{X: 1}`:                            "",
		`[]lang.Text{lang.Make(f), text.One}`:       "",
		`[2]lang.Text{{lang.En: "a", lang.Ko: ""}}`: "",
	} {
		e, err := parser.ParseExpr(source)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, text := range textsOf(e) {
			got = append(got, without(text, []string{"En", "Ko"})...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: missing %v, want %q", source, got, want)
		}
	}
}
