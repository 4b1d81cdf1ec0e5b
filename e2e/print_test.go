//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// brightness is a JavaScript expression for the mean brightness of a canvas, 0 to 255, where it is
// opaque.
func brightness(selector string) string {
	return fmt.Sprintf(`(() => {
		const c = %s, copy = new OffscreenCanvas(c.width, c.height), d = copy.getContext("2d", { willReadFrequently: true });
		d.drawImage(c, 0, 0);
		const x = d.getImageData(0, 0, c.width, c.height).data;
		let sum = 0, n = 0;
		for (let i = 0; i < x.length; i += 4) if (x[i + 3] > 200) { sum += (x[i] + x[i + 1] + x[i + 2]) / 3; n++; }
		return n ? sum / n : -1;
	})()`, browser.First(selector))
}

// printedColour is a JavaScript expression for the brightness of a colour of an element, 0 to 255.
func printedColour(selector, property string) string {
	return fmt.Sprintf(`(getComputedStyle(%s).%s.match(/[\d.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3)`, browser.First(selector), property)
}

// On paper everything is dark on light, whatever the theme of the screen is.
func TestADarkPageIsPrintedOnLightPaper(t *testing.T) {
	t.Parallel()
	for path, canvas := range map[string]string{"/conv?v=1&preset=conv1&step=40": "#stage-cells", "/ko/train": browser.Hook("loss-curve"),
		"/sharing?v=1&view=sparse": "#sparse-canvas", "/invariance": browser.Hook("chart"), "/network": ""} {
		t.Run(path, func(t *testing.T) {
			p := openPage(t, path, browser.Options{Dark: true, ReducedMotion: true})
			if canvas != "" {
				p.wait(settle, brightness(canvas)+" >= 0 && "+brightness(canvas)+" < 110")
				// A browser that prints asks for a drawing, and takes it at once.
				got := eval[float64](p, `(dispatchEvent(new Event("beforeprint")), `+brightness(canvas)+`)`)
				if got < 150 {
					t.Errorf("the brightness of %s at beforeprint is %.0f, want that of paper", canvas, got)
				}
				p.must(p.Do(`dispatchEvent(new Event("afterprint"))`))
				p.wait(settle, brightness(canvas)+" < 110")
			}
			p.must(p.Print())
			for selector, property := range map[string]string{"body": "backgroundColor", "h1": "color", "main p": "color"} {
				got, light := eval[float64](p, printedColour(selector, property)), property == "backgroundColor"
				if light != (got > 128) {
					t.Errorf("printed, %s of %s has brightness %.0f", property, selector, got)
				}
			}
			if canvas != "" {
				p.wait(settle, brightness(canvas)+" > 150")
				if got := eval[string](p, `getComputedStyle(`+browser.First(canvas)+`).objectFit`); got != "contain" {
					t.Errorf("%s is stretched on paper: object-fit is %s", canvas, got)
				}
			}
		})
	}
}
