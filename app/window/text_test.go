package window

import (
	"reflect"
	"testing"

	"stridelab/app/lang"
)

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	v := reflect.ValueOf(text)
	for i := range v.NumField() {
		if fault := v.Field(i).Interface().(lang.Text).Check(); fault != "" {
			t.Errorf("%s: %s", v.Type().Field(i).Name, fault)
		}
	}
}
