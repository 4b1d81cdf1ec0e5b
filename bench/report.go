//go:build e2e

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A report holds the results of all measurements.
type report struct {
	nets    []Net
	entries []Entry
	scores  [][]Score // by net, by entry
	demo    []demoTime
	rounds  int
	length  time.Duration
	took    time.Duration
	machine []string
	busy    bool // other programs used the machine before
}

// A ratio is a row of the second table: the best rate of some keys over the best of others.
type ratio struct {
	name        string
	over, under []string // keys
	want, rest  float64  // the least on the default net, and on others but the demo's; 0 for none
}

// wanted is the least value on a net, 0 for none.
func (x ratio) wanted(n Net) float64 {
	if n.Name == defaultNet().Name {
		return x.want
	}
	if n.isDemo() {
		return 0 // its figure is a time
	}
	return x.rest
}

func ratios() []ratio {
	return []ratio{
		{"here ÷ PyTorch as Debian has it", []string{"here1", "here2"}, []string{"torch"}, 2.5, 0},
		{"here ÷ PyTorch with OpenBLAS", []string{"here1", "here2"}, []string{"openblas"}, 1.3, 0},
		{"here ÷ the better PyTorch", []string{"here1", "here2"}, []string{"torch", "openblas"}, 0, 1.3},
		{"the page ÷ PyTorch as Debian has it", []string{"page"}, []string{"torch"}, 2, 0},
		{"the page ÷ PyTorch with OpenBLAS", []string{"page"}, []string{"openblas"}, 0, 0},
		{"the page ÷ its engine alone", []string{"page"}, []string{"here1", "here2"}, 0, 0},
		{"here ÷ ConvNetJS", []string{"here1", "here2"}, []string{"convnetjs"}, 80, 0},
		{"here ÷ jax-js", []string{"here1", "here2"}, []string{"jaxjs"}, 80, 0},
		{"here ÷ tfjs at its best", []string{"here1", "here2"}, []string{"tfjs"}, 0, 0},
		{"here, 2 workers ÷ 1", []string{"here2"}, []string{"here1"}, 1.8, 0},
		{"here, Firefox ÷ PyTorch as Debian has it", []string{"firefox"}, []string{"torch"}, 0, 0},
	}
}

// value is a ratio on a net, 0 where one side has not been measured.
func (r *report) value(x ratio, net int) float64 {
	over, under := best(r.entries, r.scores[net], x.over...), best(r.entries, r.scores[net], x.under...)
	if under == 0 {
		return 0
	}
	return over / under
}

// text is the content of RESULTS.md.
func (r *report) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Stridelab beside its peers

Written by `+"`make bench-peers`"+` on %s, which took %s; bench/README.md says how to read it.

`, time.Now().UTC().Format("2 January 2006, 15:04 UTC"), r.took.Round(time.Second))
	for _, line := range r.machine {
		fmt.Fprintf(&b, "- %s\n", line)
	}
	if r.busy {
		b.WriteString("\n**Other programs kept the machine busy: these figures are of no use. Run it again on a machine that does nothing else.**\n")
	}
	fmt.Fprintf(&b, `
## Samples a second

Whole training steps (forward, backward, update) of plain gradient descent on minibatches of %d: medians of %d rounds of
about %v each, in which all take turns; the slowest and the fastest round in brackets.

`, batch, r.rounds, r.length)
	r.table(&b, func(net, entry int) string {
		s := r.scores[net][entry]
		if s.Err != nil || len(s.Rates) == 0 {
			return "failed"
		}
		least, most := s.Rates[0], s.Rates[0]
		for _, v := range s.Rates {
			least, most = min(least, v), max(most, v)
		}
		return fmt.Sprintf("**%s** (%s–%s)", figure(s.Median()), figure(least), figure(most))
	})
	b.WriteString("\n## Ratios\n\nOf the medians above. Where a figure is asked for, it stands behind it.\n\n| |")
	r.heads(&b)
	for _, x := range ratios() {
		fmt.Fprintf(&b, "| %s |", x.name)
		for net, n := range r.nets {
			cell := "–"
			if v := r.value(x, net); v > 0 {
				cell = fmt.Sprintf("%.2f ×", v)
			}
			if want := x.wanted(n); want > 0 {
				verdict := "reached"
				if r.value(x, net) < want {
					verdict = "**missed**"
				}
				cell += fmt.Sprintf(" (≥ %v: %s)", want, verdict)
			}
			fmt.Fprintf(&b, " %s |", cell)
		}
		b.WriteString("\n")
	}
	if len(r.demo) > 0 {
		fmt.Fprintf(&b, "\n## %s samples through the net of ConvNetJS' MNIST demo\n\n", commas(demoSamples))
		fmt.Fprintf(&b, "Medians of %d whole runs, on digits of 24×24 pixels and with the settings above; \"about\" is calculated from a shorter run, where a\nwhole one takes more than %v.", demoRounds, wholeRun)
		fmt.Fprintf(&b, " At most %v is asked for on all cores.\n\n| | seconds |\n| --- | ---: |\n", mostDemo)
		for _, d := range r.demo {
			fmt.Fprintf(&b, "| %s | %v |\n", d.Name, d)
		}
	}
	b.WriteString("\n## Parameters\n\nAs each contestant counts those of the net it built; equal numbers show that it is the same net.\n\n")
	r.table(&b, func(net, entry int) string {
		if n := r.scores[net][entry].Parameters; n > 0 {
			return commas(n)
		}
		return "–"
	})
	fmt.Fprintf(&b, "\n## Weights\n\nFingerprints of Stridelab's weights after %d steps; equal numbers show that browsers and numbers of workers train the same bits.\n\n", firstSteps)
	r.table(&b, func(net, entry int) string {
		if w := r.scores[net][entry].Weights; w != 0 {
			return fmt.Sprintf("`%016x`", w)
		}
		return "–"
	})
	if failures := r.failures(); len(failures) > 0 {
		b.WriteString("\n## What could not be measured\n\n")
		for _, f := range failures {
			fmt.Fprintf(&b, "- %s\n", f)
		}
	}
	b.WriteString("\n## The nets\n\n")
	for _, n := range r.nets {
		fmt.Fprintf(&b, "- %s: `%v`\n", n.Name, n.Spec)
	}
	return b.String()
}

func (r *report) heads(b *strings.Builder) {
	for _, n := range r.nets {
		fmt.Fprintf(b, " %s |", n.Name)
	}
	b.WriteString("\n| --- |" + strings.Repeat(" ---: |", len(r.nets)) + "\n")
}

func (r *report) table(b *strings.Builder, cell func(net, entry int) string) {
	b.WriteString("| |")
	r.heads(b)
	for i, e := range r.entries {
		fmt.Fprintf(b, "| %s |", e.Name)
		for net := range r.nets {
			fmt.Fprintf(b, " %s |", cell(net, i))
		}
		b.WriteString("\n")
	}
}

// failures are lines with the errors of the entries that have no figures. An entry with the
// same error on several nets has one line for it.
func (r *report) failures() (lines []string) {
	for i, e := range r.entries {
		said := map[string][]string{}
		order := []string{}
		for net := range r.nets {
			if err := r.scores[net][i].Err; err != nil {
				text := strings.Join(strings.Fields(err.Error()), " ")
				if said[text] == nil {
					order = append(order, text)
				}
				said[text] = append(said[text], r.nets[net].Name)
			}
		}
		for _, text := range order {
			where := strings.Join(said[text], ", ")
			if len(said[text]) == len(r.nets) {
				where = "all nets"
			}
			lines = append(lines, fmt.Sprintf("%s (%s): %s", e.Name, where, text))
		}
	}
	return lines
}

// check returns an error for each net that is not the same everywhere, for each of
// Stridelab's entries that failed or trained other weights, and for each ratio below its
// least value.
func (r *report) check() error {
	var errs []error
	for net, n := range r.nets {
		want, err := n.parameters()
		if err != nil {
			return err
		}
		first := -1 // the first entry with a fingerprint
		for i, e := range r.entries {
			s := r.scores[net][i]
			if s.Weights != 0 && first < 0 {
				first = i
			}
			if s.Weights != 0 && s.Weights != r.scores[net][first].Weights {
				errs = append(errs, fmt.Errorf("%s: the weights after %d steps in %s are not those in %s", n.Name, firstSteps, e.Name, r.entries[first].Name))
			}
			if s.Parameters != 0 && s.Parameters != want {
				errs = append(errs, fmt.Errorf("%s has %d parameters in %s, which is another net than ours with %d", n.Name, s.Parameters, e.Name, want))
			}
			if ours(e, n) && s.Err != nil {
				errs = append(errs, fmt.Errorf("%s: %s: %w", e.Name, n.Name, s.Err))
			}
		}
		for _, x := range ratios() {
			if v := r.value(x, net); v < x.wanted(n) {
				errs = append(errs, fmt.Errorf("%s: %s is %.2f; %v is asked for", n.Name, x.name, v, x.wanted(n)))
			}
		}
	}
	return errors.Join(append(errs, checkDemo(r.demo))...)
}

// ours reports whether an entry is Stridelab and must train a net. The page has no digits small
// enough for the demo's net.
func ours(e Entry, n Net) bool {
	switch e.Contestant.(type) {
	case *Trainer:
		return true
	case *livePage:
		return !n.isDemo()
	}
	return false
}

// figure writes a rate with as many digits as mean something.
func figure(v float64) string {
	if v < 100 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return commas(int(v + 0.5))
}

func commas(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
