//go:build e2e

package e2e

import (
	"testing"
	"time"

	"stridelab/e2e/browser"
)

func TestTrainingTellsWhatItChangedInTheFilters(t *testing.T) {
	l := openLab(t, "/train")
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Nothing yet")`)
	l.click("train-step")
	l.waitStep(30*time.Second, 1)
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Largest change 0.0")`)
	l.click("train-reset")
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Nothing yet")`)
}

func TestTrainingLinkIsConfirmedBesideItsButton(t *testing.T) {
	l := openLab(t, "/train")
	l.click("share")
	l.wait(settle, browser.First(browser.Hook("share-link"))+`?.value === location.href && !!`+browser.First(browser.Hook("share-qr")+" svg"))
	apart := eval[float64](l.tab, `Math.abs(`+browser.First(browser.Hook("share-said"))+`.getBoundingClientRect().top - `+browser.First(browser.Hook("share"))+`.getBoundingClientRect().bottom)`)
	if apart > 60 {
		t.Errorf("the confirmation is %.0f px from the button, want it beside", apart)
	}
}
