package poollab

import (
	"testing"

	"stridelab/app/trace"
)

func TestTheCourseIsWhole(t *testing.T) {
	fault := Course().Check(func(id string) bool { _, ok := trace.PresetOf(trace.Pool, id); return ok })
	if fault != "" {
		t.Error(fault)
	}
}
