package lab

import (
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
)

func TestTablesAsTextHaveOneValueACell(t *testing.T) {
	rows := [][]string{{"Layer", "f", "shape"}, {"CONV1", "5", "(28,28,8)"}, {`a "b"`, "", "x\ny"}}
	if got, want := TSV(rows), "Layer\tf\tshape\nCONV1\t5\t(28,28,8)\na \"b\"\t\tx y\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	read, err := csv.NewReader(strings.NewReader(CSV(rows))).ReadAll()
	if err != nil || !reflect.DeepEqual(read, rows) {
		t.Errorf("%q reads as %q (%v)", CSV(rows), read, err)
	}
}
