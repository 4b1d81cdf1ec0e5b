package labtest

import (
	"reflect"
	"testing"

	"stridelab/app/lang"
)

// Texts holds that nothing a lab says lacks a language, or an argument in one of them:
// catalogue is a struct of lang.Text, more is what stands elsewhere.
func Texts(t *testing.T, catalogue any, more ...lang.Text) {
	t.Helper()
	v := reflect.ValueOf(catalogue)
	for i := range v.NumField() {
		if fault := v.Field(i).Interface().(lang.Text).Check(); fault != "" {
			t.Errorf("%s: %s", v.Type().Field(i).Name, fault)
		}
	}
	for _, s := range more {
		if fault := s.Check(); fault != "" {
			t.Errorf("%s: %s", s.En, fault)
		}
	}
}
