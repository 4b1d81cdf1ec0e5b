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

// A measurement is of the time that a thread works, which is its own whatever else the
// machine does. Yet a busy machine makes that longer too, by its caches and its clock, so that
// what is too slow must be so each of three times.

// attempts is how often a measurement is taken before what it finds counts.
const attempts = 3

// holds takes a measurement until it finds nothing at fault, and fails with what it found last.
func holds(t *testing.T, measure func() (faults []string)) {
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

// longestTask is how long a task of the page may work.
const longestTask = 50 * time.Millisecond

// tooLong says which tasks kept the page from answering. Where the thread did not work that long but waited for a core
// that others had, it is logged and no more.
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

// smooth does something up to three times, and fails where each time a task worked for too long.
func (p tab) smooth(act func() error) {
	p.t.Helper()
	holds(p.t, func() []string {
		tasks, err := p.Trace(act)
		p.must(err)
		return tooLong(p.t, tasks)
	})
}

// crowd is by how much a thread that always has work is slower now than on a quiet machine: the threads that want to run
// over the cores there are; 1 at least, and where the system does not tell.
func crowd() float64 {
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
