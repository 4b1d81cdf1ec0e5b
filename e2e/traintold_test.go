//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"
)

func TestTrainingTellsWhatItChangedInTheFilters(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Nothing yet")`)
	l.click("train-step")
	l.waitStep(settle, 1)
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Largest change 0.0")`)
	l.click("train-reset")
	l.click("ask-yes")
	l.wait(settle, browser.First(browser.Hook("moved-by"))+`.textContent.startsWith("Nothing yet")`)
}

func TestTrainingLinkIsConfirmedBesideItsButton(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.click("share")
	l.wait(settle, browser.First(browser.Hook("share-link"))+`?.value === location.href && !!`+browser.First(browser.Hook("share-qr")+" svg"))
	apart := eval[float64](l.tab, `Math.abs(`+browser.First(browser.Hook("share-said"))+`.getBoundingClientRect().top - `+browser.First(browser.Hook("share"))+`.getBoundingClientRect().bottom)`)
	if apart > 60 {
		t.Errorf("the confirmation is %.0f px from the button, want it beside", apart)
	}
}

// The question about a changed setting is in view together with the field. A keyboard user who
// answers it stays there.
func TestChangedSettingsAreAskedAboutBesideThem(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	type7 := func() {
		t.Helper()
		l.must(l.Do(`document.getElementById("seed").scrollIntoView({ block: "center" })`))
		l.must(l.Click("#seed"))
		l.must(l.Do(`document.getElementById("seed").select()`))
		l.must(l.Press("7"))
		l.must(l.Press("\r"))
		l.wait(settle, `!!`+browser.First(browser.Hook("pending")))
	}
	inSight := `["pending", "pending-apply", "pending-keep"].every((hook) => {
		const found = document.querySelectorAll('[data-test="' + hook + '"]'), b = found[0].getBoundingClientRect();
		return found.length === 1 && b.height > 0 && b.top >= 0 && b.bottom <= innerHeight;
	})`
	type7()
	l.wait(settle, inSight)
	if !eval[bool](l.tab, `(() => { const at = document.getElementById("seed").getBoundingClientRect(); return at.bottom <= document.querySelector(".train-pending").getBoundingClientRect().top && at.top >= 0; })()`) {
		t.Error("the seed is not in sight beside the question")
	}
	l.must(l.Do(`document.getElementById("pending-keep").focus()`))
	l.must(l.Press("\r"))
	l.wait(settle, `document.activeElement.id === "settings" && document.getElementById("seed").value === "1"`)
	type7()
	l.click("pending-apply")
	l.wait(settle, root()+`.dataset.step === "0" && document.activeElement.id === "train-start" && document.getElementById("seed").value === "7"`)
}
