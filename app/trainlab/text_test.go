package trainlab

import (
	"reflect"
	"testing"

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
