//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// waitWeights waits until the maps show weights from a source: visit, shipped or seed.
func (l netLab) waitWeights(source string) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`%s?.dataset.weights === %q`, browser.First(browser.Hook("inside-section")), source))
}

func TestNetworkShowsShippedWeightsUnlessOthersAreChosen(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{}, inLanguages("/network"), func(page tab, _ string) {
		l, t := netLab{page}, page.t
		l.waitWeights("shipped")
		if l.text("reading") == "" {
			t.Error("the trained net does not say what it takes the digit for")
		}
		shipped := l.number(browser.Hook("unit-value"))
		l.choose("weights", "seed")
		l.waitWeights("seed")
		drawn := l.number(browser.Hook("unit-value"))
		if drawn == shipped || l.text("reading") != "" {
			t.Errorf("drawn weights give %v, shipped ones %v, and the net takes it for %q", drawn, shipped, l.text("reading"))
		}
		l.visit(eval[string](l.tab, `location.pathname + location.search`))
		l.waitWeights("seed")
		if got := l.number(browser.Hook("unit-value")); got != drawn {
			t.Errorf("after a reload the unit is %v, was %v", got, drawn)
		}
		l.choose("weights", "shipped")
		l.waitWeights("shipped")
		if got := l.number(browser.Hook("unit-value")); got != shipped {
			t.Errorf("shipped weights now give %v, gave %v", got, shipped)
		}
		// The page has trained weights for its default network only.
		l.choose("preset", "lenet6")
		l.waitWeights("seed")
	})
}

// The page shows the weights of the training lab, whether its run was paused or left while running.
func TestNetworkShowsWhatWasTrainedInThisVisit(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	l.waitWeights("shipped")
	training := lab{l.tab}
	toNetwork := func() {
		t.Helper()
		l.must(l.Click(`a[href$="/network"]`))
		l.wait(settle, `location.pathname === "/network"`)
		l.waitWeights("visit")
	}
	toTraining := func(state string, steps int) {
		t.Helper()
		l.click("train-this")
		l.wait(settle, fmt.Sprintf(`location.pathname === "/train" && %s.dataset.state === %q`, root(), state))
		training.click("train-start")
		training.waitStep(settle, steps)
	}
	toTraining("idle", 5)
	training.click("train-pause")
	training.waitState("paused")
	toNetwork()
	first := l.text("weights-note")
	toTraining("paused", 60) // the same run, further on, to tell the two apart
	toNetwork()
	l.wait(settle, fmt.Sprintf(`%s.textContent !== %q`, browser.First(browser.Hook("weights-note")), first))
	// The unit's arithmetic opens with these weights too.
	l.click("open-unit")
	l.wait(settle, `location.pathname === "/conv" && document.querySelector('[data-test="output-cell"]')`)
}

// If the trained weights are damaged or cannot be fetched, the page says so and shows random
// weights. Choosing them again fetches them again.
func TestNetworkSaysWhyTheShippedWeightsAreNotThere(t *testing.T) {
	t.Parallel()
	l := netLab{openPage(t, "/", browser.Options{})}
	l.must(l.Do(`window.realFetch = window.fetch; window.fetch = async (address, ...rest) => {
		const answer = await window.realFetch(address, ...rest);
		return String(address).endsWith("lenet.safetensors") ? new Response((await answer.arrayBuffer()).slice(0, 9000)) : answer;
	}`))
	l.must(l.Click(`a[href$="/network"]`))
	note := browser.First(browser.Hook("weights-note"))
	l.wait(settle, note+`?.textContent.includes("damaged or cut short")`)
	l.waitWeights("seed")
	for how, fetch := range map[string]string{
		"the network is gone": `window.fetch = () => Promise.reject(new TypeError("gone"))`,
		"there is none":       `window.fetch = async () => new Response("", { status: 404 })`,
	} {
		l.must(l.Do(fetch))
		l.choose("weights", "seed")
		l.wait(settle, `!`+note+`.textContent.includes("fetched") && !`+note+`.textContent.includes("damaged")`)
		l.choose("weights", "shipped")
		l.wait(settle, note+`.textContent.includes("could not be fetched")`)
		t.Logf("%s: %s", how, l.text("weights-note"))
	}
	l.must(l.Do(`window.fetch = window.realFetch`))
	l.choose("weights", "seed")
	l.wait(settle, `!`+note+`.textContent.includes("fetched")`)
	l.choose("weights", "shipped")
	l.waitWeights("shipped")
}

// While layers are selected and edited no task of the page takes more than 50 ms of processor time.
func TestNetworkIsEditedWhileThePageStaysSmooth(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	l.waitWeights("shipped")
	// The browser compiles some code at its first use, so use it once before measuring.
	l.choose("preset", "lenet5")
	l.waitTotal("61,706")
	l.choose("preset", "lenet")
	l.waitTotal("62,958")
	l.smooth(func() error {
		for row := 0; row <= 7; row++ {
			l.must(l.Click(fmt.Sprintf("#row-%d", row)))
			l.wait(settle, fmt.Sprintf(`document.querySelector("#row-%d").getAttribute("aria-pressed") === "true"`, row))
		}
		l.must(l.Click("#row-1"))
		l.wait(settle, `document.getElementById("map")`)
		l.jump("#map")
		l.press(kb.ArrowRight, kb.ArrowRight, kb.ArrowDown, kb.End, kb.End, kb.Home)
		for _, c := range []struct{ filters, total string }{{"9", "63,434"}, {"14", "65,814"}, {"32", "74,382"}} {
			l.jump("#param-filters")
			for _, digit := range c.filters {
				l.press(string(digit))
			}
			l.press(kb.Enter)
			l.waitTotal(c.total)
		}
		for _, c := range []struct{ preset, total string }{
			{"lenet6", "62,006"}, {"lenet5", "61,706"}, {"gap", "6,362"}, {"alexnet", "61,100,840"}, {"vgg16", "138,357,544"}, {"lenet", "62,958"},
		} {
			l.choose("preset", c.preset)
			l.waitTotal(c.total)
		}
		l.waitWeights("shipped")
		return nil
	})
}
