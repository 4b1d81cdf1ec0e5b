package window

import (
	"reflect"
	"testing"

	"stridelab/app/lang"
)

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	v := reflect.ValueOf(text)
	for _, f := range reflect.VisibleFields(v.Type()) {
		if f.Anonymous {
			continue // its fields come by themselves
		}
		if fault := v.FieldByIndex(f.Index).Interface().(lang.Text).Check(); fault != "" {
			t.Errorf("%s: %s", f.Name, fault)
		}
	}
}
