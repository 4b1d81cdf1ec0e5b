package trainlab

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/ui"
	"stridelab/train"
)

func element(id string) js.Value {
	return js.Global().Get("document").Call("getElementById", id)
}

// setHeight sets the height of an element on the page, in CSS pixels.
func setHeight(id string, px float64) {
	if e := element(id); e.Truthy() {
		e.Get("style").Set("height", strconv.FormatFloat(px, 'f', 0, 64)+"px")
	}
}

// rootFontSize is the size of the page's text in CSS pixels.
func rootFontSize() float64 {
	root := js.Global().Get("document").Get("documentElement")
	size := js.Global().Call("getComputedStyle", root).Get("fontSize").String()
	px, err := strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	if err != nil {
		return 16
	}
	return px
}

// focus moves the focus to an element.
func focus(id string) {
	if e := element(id); e.Truthy() {
		e.Call("focus")
	}
}

// scrollToMiddle scrolls an element to the middle of what the window shows.
func scrollToMiddle(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "center"})
	}
}

// keyHeld says whether the key event that is being handled repeats one: the key is held down.
func keyHeld() bool {
	e := js.Global().Get("event")
	return e.Truthy() && e.Get("repeat").Truthy()
}

// focused is the id of the element that has the focus, "" for none.
func focused() string {
	e := js.Global().Get("document").Get("activeElement")
	if !e.Truthy() {
		return ""
	}
	return e.Get("id").String()
}

// setRows replaces the rows of a table body that go-app renders empty. rows is made
// of numbers only.
func setRows(id, rows string) {
	if e := element(id); e.Truthy() {
		e.Set("innerHTML", rows)
	}
}

// setProgress sets a progress element to a share in [0,1].
func setProgress(id string, share float64) {
	if e := element(id); e.Truthy() {
		e.Set("value", share)
	}
}

// isOpen reports whether a details element is open.
func isOpen(id string) bool {
	e := element(id)
	return e.Truthy() && e.Get("open").Truthy()
}

// randomIndex is a number in [0, n), for picking a sample to look at.
func randomIndex(n int) int { return rand.IntN(max(1, n)) }

// coreCount is how many threads the visitor's computer runs at once, as far as the browser tells.
func coreCount() int {
	n := js.Global().Get("navigator").Get("hardwareConcurrency")
	if n.Type() != js.TypeNumber {
		return 1
	}
	return min(max(1, n.Int()), train.MaxWorkers)
}

// servedIndex is where the server's list of datasets is. Its pages say so; where they do
// not there is none, and to ask would be an error in the browser's console.
func servedIndex() string {
	meta := js.Global().Get("document").Call("querySelector", `meta[name="stridelab-data"]`)
	if !meta.Truthy() {
		return ""
	}
	return meta.Get("content").String()
}

// fileList is a list of files the learner chose or dropped; the files are read only when they are
// sent to the worker.
type fileList struct {
	files   []js.Value
	dropped []string // names of folders, of which nothing is read
}

// folders are the names of folders among them.
func (f fileList) folders() []string { return f.dropped }

func (f fileList) len() int { return len(f.files) }

func (f fileList) names() []string {
	names := make([]string, len(f.files))
	for i, file := range f.files {
		names[i] = file.Get("name").String()
	}
	return names
}

func listFiles(list js.Value) fileList {
	var f fileList
	if list.Truthy() {
		for i := range list.Length() {
			f.files = append(f.files, list.Index(i))
		}
	}
	return f
}

// droppedFiles lists what was dropped. A folder looks like a file that cannot be read; only the
// entry of its item tells.
func droppedFiles(transfer js.Value) fileList {
	f := listFiles(transfer.Get("files"))
	items := transfer.Get("items")
	if !items.Truthy() {
		return f
	}
	for i := range items.Length() {
		item := items.Index(i)
		if !item.Get("webkitGetAsEntry").Truthy() {
			continue
		}
		entry := item.Call("webkitGetAsEntry")
		if !entry.Truthy() || !entry.Get("isDirectory").Bool() {
			continue
		}
		name := entry.Get("name").String()
		f.dropped = append(f.dropped, name)
		f.files = slices.DeleteFunc(f.files, func(file js.Value) bool { return file.Get("name").String() == name })
	}
	return f
}

// chosenFiles takes the files out of a file input, so that choosing the same ones
// again is a change again.
func chosenFiles(inputID string) fileList {
	e := element(inputID)
	if !e.Truthy() {
		return fileList{}
	}
	f := listFiles(e.Get("files"))
	e.Set("value", "")
	return f
}

// listenLeave has the browser ask before the page is closed or loaded anew while
// that loses something, until release.
func listenLeave(loses func() bool) (release func()) {
	return ui.Listen(js.Global(), "beforeunload", func(e js.Value) {
		if loses() {
			e.Call("preventDefault")
			e.Set("returnValue", true) // what older browsers heed
		}
	})
}

// listenDrops takes files dropped anywhere on the page until released. While files are held over
// the page, html carries data-dropping, by which the style sheet shows where they would go.
func listenDrops(drop func(fileList)) ui.Releases {
	document := js.Global().Get("document")
	root := document.Get("documentElement")
	hasFiles := func(e js.Value) bool {
		transfer := e.Get("dataTransfer")
		if !transfer.Truthy() {
			return false
		}
		types := transfer.Get("types")
		for i := range types.Length() {
			if types.Index(i).String() == "Files" {
				return true
			}
		}
		return false
	}
	over := func(e js.Value) {
		if hasFiles(e) {
			e.Call("preventDefault")
			e.Get("dataTransfer").Set("dropEffect", "copy")
			root.Call("setAttribute", "data-dropping", "")
		}
	}
	gone := func() { root.Call("removeAttribute", "data-dropping") }
	return ui.Releases{
		ui.Listen(document, "dragenter", over),
		ui.Listen(document, "dragover", over),
		ui.Listen(document, "dragleave", func(e js.Value) {
			if !e.Get("relatedTarget").Truthy() { // out of the page, not onto another element of it
				gone()
			}
		}),
		ui.Listen(document, "drop", func(e js.Value) {
			gone()
			if hasFiles(e) {
				e.Call("preventDefault")
				drop(droppedFiles(e.Get("dataTransfer")))
			}
		}),
		gone,
	}
}
