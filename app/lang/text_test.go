package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"
)

func TestTextsWrittenOutNameEveryLanguage(t *testing.T) {
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			named := map[string]bool{}
			for _, e := range literal.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					if key, ok := pair.Key.(*ast.Ident); ok && (key.Name == "En" || key.Name == "Ko") {
						named[key.Name] = true
					}
				}
			}
			if len(named) == 1 {
				t.Errorf("%v: a text in one language only", set.Position(literal.Pos()))
			}
			found += len(named) / 2
			return true
		})
	}
	if found < 300 {
		t.Errorf("%d texts found: the test does not look where they are", found)
	}
}
