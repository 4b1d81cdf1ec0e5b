package window

import (
	"testing"

	"stridelab/app/labtest"
)

func TestEveryTextStandsInBothLanguages(t *testing.T) { labtest.Texts(t, text) }
