package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// icon draws a line icon of 24×24 units; the button around it has the name. It is raw SVG because
// go-app has no SVG elements. It is in a span because go-app replaces a changed Raw in its parent.
func icon(paths string) app.UI {
	return app.Span().Class("icon-slot").Body(app.Raw(
		`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">` + paths + `</svg>`))
}

// The icons: a half-filled circle, a sun, a moon, a screen on a stand, four corners.
const (
	iconAuto       = `<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>`
	iconLight      = `<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`
	iconDark       = `<path d="M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z"/>`
	iconProjector  = `<path d="M3 5h18M5 5v10h14V5M12 15v3M8 21l4-3 4 3"/>`
	iconFullScreen = `<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>`
)

// brandMark is the logo: a grid of cells, a window on it, and the cell that the window computes.
const brandMark = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">` +
	`<path class="s-line" fill="none" d="M1.5 1.5h21v21h-21zM8.5 1.5v21M15.5 1.5v21M1.5 8.5h21M1.5 15.5h21"/>` +
	`<rect class="s-accent" fill="none" stroke-width="2.5" x="1.5" y="1.5" width="14" height="14"/>` +
	`<rect class="f-result" x="16" y="16" width="6" height="6"/></svg>`
