package labtest

import (
	"reflect"
	"testing"

	"stridelab/app/lang"
)

// Texts holds that nothing a lab says lacks a language, or an argument in one of them:
// catalogue is a struct of lang.Text or of such structs embedded, more is what stands elsewhere.
func Texts(t *testing.T, catalogue any, more ...lang.Text) {
	t.Helper()
	v := reflect.ValueOf(catalogue)
	for _, f := range reflect.VisibleFields(v.Type()) {
		if f.Anonymous {
			continue // its fields come by themselves
		}
		if fault := v.FieldByIndex(f.Index).Interface().(lang.Text).Check(); fault != "" {
			t.Errorf("%s: %s", f.Name, fault)
		}
	}
	for _, s := range more {
		if fault := s.Check(); fault != "" {
			t.Errorf("%s: %s", s.In(lang.En), fault)
		}
	}
}
