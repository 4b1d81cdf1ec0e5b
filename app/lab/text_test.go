package lab

import (
	"testing"

	"stridelab/app/labtest"
)

func TestEveryTextIsInEveryLanguage(t *testing.T) {
	labtest.Texts(t, text)
	labtest.Texts(t, linkText)
}
