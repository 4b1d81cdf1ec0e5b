//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// Tests measure the processor time of a thread, because elapsed time also counts other programs.
// Caches and the clock rate of a busy machine still make that time longer. So a measurement fails a
// test only if it finds a fault in each of three attempts.

// attempts is how often a measurement is repeated before its faults count.
const attempts = 3

// checkRepeatedly measures until no fault is found. After the last attempt its faults
// fail the test.
func checkRepeatedly(t *testing.T, measure func() (faults []string)) {
	t.Helper()
	for try := 1; ; try++ {
		faults := measure()
		if len(faults) == 0 {
			return
		}
		for _, fault := range faults {
			if try == attempts {
				t.Error(fault)
			} else {
				t.Logf("attempt %d: %s", try, fault)
			}
		}
		if try == attempts {
			return
		}
	}
}

// longestTask is how much processor time a task of the page may take.
const longestTask = 50 * time.Millisecond

// tooLong returns a fault for each task that took too much processor time. A task that was long
// only because its thread waited for a core is logged and is no fault.
func tooLong(t *testing.T, tasks []browser.Task) (faults []string) {
	t.Helper()
	var longest browser.Task
	waits := 0
	for _, task := range tasks {
		if task.CPU > longest.CPU {
			longest = task
		}
		switch {
		case task.CPU > longestTask:
			faults = append(faults, task.String())
		case task.Wall > longestTask:
			waits++
		}
	}
	t.Logf("%d tasks, the longest: %v; %d waited past %v for a core", len(tasks), longest, waits, longestTask)
	return faults
}

// smooth does something up to three times. It fails the test if a task is too long each time.
func (p tab) smooth(act func() error) {
	p.t.Helper()
	checkRepeatedly(p.t, func() []string {
		tasks, err := p.Trace(act)
		p.must(err)
		return tooLong(p.t, tasks)
	})
}

// loadFactor returns how much slower a busy thread is now than on an idle machine: the number of
// runnable threads over the number of cores, and at least 1. It returns 1 if the system does not
// tell.
func loadFactor() float64 {
	load, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return 1
	}
	var running, all int
	if fields := strings.Fields(string(load)); len(fields) < 4 {
		return 1
	} else if _, err := fmt.Sscanf(fields[3], "%d/%d", &running, &all); err != nil {
		return 1
	}
	return max(1, float64(running)/float64(runtime.NumCPU()))
}
