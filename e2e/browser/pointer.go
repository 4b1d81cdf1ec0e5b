//go:build e2e

package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A Spot is a position in the viewport, in CSS pixels.
type Spot struct{ X, Y float64 }

// Spot scrolls the first element that matches a selector into view and returns its middle.
func (t *Tab) Spot(selector string) (Spot, error) {
	if err := t.Present(selector); err != nil {
		return Spot{}, err
	}
	s, err := Eval[Spot](t, fmt.Sprintf(`(() => {
		const e = %s;
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const r = e.getBoundingClientRect();
		return { X: r.x + r.width / 2, Y: r.y + r.height / 2 };
	})()`, First(selector)))
	if err != nil {
		return Spot{}, fmt.Errorf("%s: %w", selector, err)
	}
	return s, nil
}

// Move moves the mouse to a position.
func (t *Tab) Move(to Spot) error {
	return t.act(chromedp.MouseEvent(chromedp.MouseMoved, to.X, to.Y))
}

// Drag presses the mouse button at the first position, moves over the others, and releases it.
func (t *Tab) Drag(path ...Spot) error {
	actions := []chromedp.Action[chromedp.Void]{
		chromedp.MouseEvent(chromedp.MouseMoved, path[0].X, path[0].Y),
		chromedp.MouseEvent(chromedp.MousePressed, path[0].X, path[0].Y, chromedp.ButtonLeft, chromedp.ClickCount(1))}
	for _, s := range path[1:] {
		actions = append(actions, chromedp.MouseEvent(chromedp.MouseMoved, s.X, s.Y, chromedp.ButtonLeft))
	}
	last := path[len(path)-1]
	return t.act(append(actions, chromedp.MouseEvent(chromedp.MouseReleased, last.X, last.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)))...)
}

// Touchscreen makes the tab a touch device.
func (t *Tab) Touchscreen() error {
	return t.act(send(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 1}))
}

// Touch puts a finger on the first position, moves it over the others, and lifts it.
func (t *Tab) Touch(path ...Spot) error {
	at := func(s Spot) []*input.TouchPoint { return []*input.TouchPoint{{X: s.X, Y: s.Y}} }
	actions := []chromedp.Action[chromedp.Void]{
		send(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: at(path[0])})}
	for _, s := range path[1:] {
		actions = append(actions, send(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchMove, TouchPoints: at(s)}))
	}
	return t.act(append(actions, send(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}}))...)
}

// PressAt presses the mouse button at a position, and does not release it.
func (t *Tab) PressAt(at Spot) error {
	return t.act(chromedp.MouseEvent(chromedp.MousePressed, at.X, at.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// ReleaseAt releases the mouse button at a position.
func (t *Tab) ReleaseAt(at Spot) error {
	return t.act(chromedp.MouseEvent(chromedp.MouseReleased, at.X, at.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}
