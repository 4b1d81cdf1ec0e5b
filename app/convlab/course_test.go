package convlab

import (
	"testing"

	"stridelab/app/trace"
	"stridelab/app/window/coursetest"
)

func TestTheCourseIsWhole(t *testing.T)      { coursetest.Whole(t, Course(), trace.Conv) }
func TestEveryStopIsShort(t *testing.T)      { coursetest.Short(t, Course()) }
func TestEveryPresetHasItsText(t *testing.T) { coursetest.Told(t, Course(), trace.Conv) }
