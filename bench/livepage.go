//go:build e2e

package main

import (
	"fmt"
	"strings"
	"time"

	"stridelab/app/trainlab"
	"stridelab/data"
	"stridelab/e2e/browser"
)

// A livePage is /train in a browser, as a visitor has it, with every live view on: the digits are
// made while it trains, all views are in sight, the table of losses is open, and the net reads a
// drawing on the pad.
type livePage struct {
	chromium *browser.Chromium
	server   string
	tab      *browser.Tab
}

// The tab is as high as the page, so that the browser draws every view.
const (
	pageWidth  = 1366
	pageHeight = 3200
)

// address is the page with a net, and with the settings that all contestants have.
func (*livePage) address(n Net) (string, error) {
	s := trainlab.Default()
	s.Net, s.Custom, s.Pool = trainlab.NetCustom, n.Spec.String(), trainlab.PoolNet
	s.Optimizer, s.LearningRate, s.Batch = trainlab.SGD, rate, batch
	color := n.Spec.In.C == 3
	if !color {
		s.Dataset = trainlab.DigitsGrey
	}
	in := n.Spec.In
	if err := data.Adaptable(data.NewDigits(1, color).Info(), in.C, in.H, in.W); err != nil {
		return "", fmt.Errorf("the built-in digits do not fit this net: %w", err)
	}
	if _, err := trainlab.ParseQuery(s.Query()); err != nil {
		return "", err
	}
	return "/train?" + s.Query(), nil
}

// trainState is an expression for a state of the page.
func trainState(state string) string {
	return browser.First(browser.Hook("lab")) + `.dataset.state === "` + state + `"`
}

func (p *livePage) Open(n Net) (int, error) {
	address, err := p.address(n)
	if err != nil {
		return 0, err
	}
	if p.tab, err = p.chromium.Open(p.server, browser.Options{Alone: true, Width: pageWidth, Height: pageHeight}); err != nil {
		return 0, err
	}
	if err := p.tab.Goto(address); err != nil {
		return 0, err
	}
	if err := p.tab.Wait(pageLimit, trainState("idle")+` && document.readyState === "complete"`); err != nil {
		return 0, err
	}
	if err := p.tab.Do(browser.First(browser.Hook("loss-log")) + `.open = true`); err != nil {
		return 0, err
	}
	pad, err := p.tab.Spot(browser.Hook("draw-pad"))
	if err != nil {
		return 0, err
	}
	if err := p.tab.Drag(browser.Spot{X: pad.X, Y: pad.Y - 40}, pad, browser.Spot{X: pad.X, Y: pad.Y + 40}); err != nil {
		return 0, err
	}
	// All views must be in sight, else the browser need not draw them.
	if inSight, err := browser.Eval[bool](p.tab, `[...document.querySelectorAll(".train-stage canvas")].every((c) => c.getBoundingClientRect().bottom <= innerHeight)`); err != nil {
		return 0, err
	} else if !inSight {
		return 0, fmt.Errorf("a view of /train is further down than %d pixels", pageHeight)
	}
	if _, err := p.Measure(warming); err != nil {
		return 0, err
	}
	return n.parameters()
}

// watchSteps is an expression for how many steps the page shows in a while, in ms, and the time
// between the first and the last change of the number.
const watchSteps = `new Promise((resolve) => {
	const lab = %s, begun = performance.now();
	let first, steps, last;
	new MutationObserver((_, watch) => {
		const now = performance.now(), step = Number(lab.dataset.step);
		if (first === undefined) [first, steps] = [now, step];
		last = now;
		if (now - first < %d) return;
		watch.disconnect();
		resolve({ Steps: step - steps, MS: last - first, Loss: document.querySelector('[data-test="loss"]').textContent });
	}).observe(lab, { attributeFilter: ["data-step"] });
	setTimeout(() => resolve({ Steps: 0, MS: 0, Loss: "" }), %d);
})`

// Measure continues the run, and pauses it. A rate is that of the steps that the page shows.
func (p *livePage) Measure(length time.Duration) (Reading, error) {
	if err := p.tab.Click(browser.Hook("train-start")); err != nil {
		return Reading{}, err
	}
	if err := p.tab.Wait(pageLimit, trainState("running")+` && `+browser.First(browser.Hook("draw-pad"))+` !== null`); err != nil {
		return Reading{}, err
	}
	shown, err := browser.Eval[struct {
		Steps int
		MS    float64
		Loss  string
	}](p.tab, fmt.Sprintf(watchSteps, browser.First(browser.Hook("lab")), length.Milliseconds(), (length+stepLimit).Milliseconds()))
	if err != nil {
		return Reading{}, err
	}
	if shown.Steps == 0 {
		return Reading{}, fmt.Errorf("the page shows no steps for %v", length+stepLimit)
	}
	if err := p.tab.Click(browser.Hook("train-pause")); err != nil {
		return Reading{}, err
	}
	if err := p.tab.Wait(pageLimit, trainState("paused")); err != nil {
		return Reading{}, err
	}
	var loss float64
	if _, err := fmt.Sscan(strings.TrimSpace(shown.Loss), &loss); err != nil {
		return Reading{}, fmt.Errorf("the page shows the loss %q: %w", shown.Loss, err)
	}
	return Reading{shown.Steps, time.Duration(shown.MS * float64(time.Millisecond)), loss}, nil
}

func (p *livePage) Close() {
	if p.tab != nil {
		p.tab.Close()
		p.tab = nil
	}
}

// newLivePage starts a browser and the server that visitors get. The function that it returns ends
// both.
func newLivePage() (*livePage, func(), error) {
	chromium, err := browser.Launch()
	if err != nil {
		return nil, nil, err
	}
	server, err := browser.StartServer()
	if err != nil {
		chromium.Close()
		return nil, nil, err
	}
	return &livePage{chromium: chromium, server: server.URL}, func() {
		chromium.Close()
		server.Stop()
	}, nil
}
