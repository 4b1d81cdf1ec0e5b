package stridelab_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

func TestREADMEListsTheLabsAsTheirTableDoes(t *testing.T) {
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, lab := range ui.Labs() {
		want = append(want, fmt.Sprintf("| `%s` | %s | %s | %d |", lab.Path, lab.Title.In(lang.En), lab.Question.In(lang.En), lab.Minutes))
	}
	got := regexp.MustCompile("(?m)^\\| `/.*$").FindAllString(string(content), -1)
	if !slices.Equal(got, want) {
		t.Errorf("README.md has the labs\n%q\nand app/ui/lab.go\n%q", got, want)
	}
}
