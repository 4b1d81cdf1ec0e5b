package trainlab

import (
	"reflect"
	"testing"

	"stridelab/app/lab"
	"stridelab/app/lang"
)

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	v := reflect.ValueOf(text)
	for i := 0; i < v.NumField(); i++ {
		if why := v.Field(i).Interface().(lang.Text).Check(); why != "" {
			t.Errorf("%s: %s", v.Type().Field(i).Name, why)
		}
	}
}

func TestEveryQueryCodeHasASentence(t *testing.T) {
	for _, code := range []lab.QueryCode{lab.QuerySyntax, lab.QueryVersion, lab.QueryValue} {
		e := &lab.QueryError{Code: code, Key: "lr", Value: "x"}
		if why := queryText(e).Check(); why != "" {
			t.Errorf("%s: %s", code, why)
		}
	}
}
