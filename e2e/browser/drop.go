//go:build e2e

package browser

import "github.com/chromedp/cdproto/input"

// Drop drags files and folders from the computer over the page and lets them fall at a position.
func (t *Tab) Drop(at Spot, paths ...string) error {
	const copyAllowed = 1
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: copyAllowed}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		if err := t.act(send(input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: at.X, Y: at.Y, Data: data})); err != nil {
			return err
		}
	}
	return nil
}
