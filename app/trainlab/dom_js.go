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

// element returns the element of an id, null if there is none.
func element(id string) js.Value {
	return js.Global().Get("document").Call("getElementById", id)
}

// setHeight sets the height of an element, in CSS pixels.
func setHeight(id string, px float64) {
	if e := element(id); e.Truthy() {
		e.Get("style").Set("height", strconv.FormatFloat(px, 'f', 0, 64)+"px")
	}
}

// rootFontSize returns the size of the page's text, in CSS pixels.
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

// scrollToMiddle scrolls the page until an element is in the middle of the window.
func scrollToMiddle(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "center"})
	}
}

// keyHeld reports whether the current key event is a repetition, because the key is held down.
func keyHeld() bool {
	e := js.Global().Get("event")
	return e.Truthy() && e.Get("repeat").Truthy()
}

// focused returns the id of the element that has the focus, "" for none.
func focused() string {
	e := js.Global().Get("document").Get("activeElement")
	if !e.Truthy() {
		return ""
	}
	return e.Get("id").String()
}

// setRows replaces the rows of a table body that go-app renders empty. rows is HTML, made of
// numbers only.
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

// randomIndex returns a random number in [0, n), for choosing a sample.
func randomIndex(n int) int { return rand.IntN(max(1, n)) }

// coreCount returns how many threads the visitor's computer runs at once, as the browser reports
// it: 1 to train.MaxWorkers.
func coreCount() int {
	n := js.Global().Get("navigator").Get("hardwareConcurrency")
	if n.Type() != js.TypeNumber {
		return 1
	}
	return min(max(1, n.Int()), train.MaxWorkers)
}

// servedIndex returns the address of the server's list of datasets, "" if the server has none. The
// page has it in a meta element, because a request for a missing list would be an error in the
// browser's console.
func servedIndex() string {
	meta := js.Global().Get("document").Call("querySelector", `meta[name="stridelab-data"]`)
	if !meta.Truthy() {
		return ""
	}
	return meta.Get("content").String()
}

// fileList is a list of files that the learner chose or dropped. They are read when they are sent
// to the worker.
type fileList struct {
	files   []js.Value
	dropped []string // names of dropped folders, which are not read
}

// folders returns the names of the folders that were dropped.
func (f fileList) folders() []string { return f.dropped }

// len returns the number of files, without folders.
func (f fileList) len() int { return len(f.files) }

// names returns the names of the files.
func (f fileList) names() []string {
	names := make([]string, len(f.files))
	for i, file := range f.files {
		names[i] = file.Get("name").String()
	}
	return names
}

// listFiles makes a fileList of a browser's FileList.
func listFiles(list js.Value) fileList {
	var f fileList
	if list.Truthy() {
		for i := range list.Length() {
			f.files = append(f.files, list.Index(i))
		}
	}
	return f
}

// droppedFiles returns what was dropped. A folder looks like a file that cannot be read; only the
// entry of its item shows what it is.
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

// chosenFiles returns the files of a file input and empties it, so that the browser reports a
// change when the same files are chosen again.
func chosenFiles(inputID string) fileList {
	e := element(inputID)
	if !e.Truthy() {
		return fileList{}
	}
	f := listFiles(e.Get("files"))
	e.Set("value", "")
	return f
}

// listenLeave makes the browser ask before the page is closed or reloaded, while loses reports that
// something would be lost. It does so until release is called.
func listenLeave(loses func() bool) (release func()) {
	return ui.Listen(js.Global(), "beforeunload", func(e js.Value) {
		if loses() {
			e.Call("preventDefault")
			e.Set("returnValue", true) // for older browsers
		}
	})
}

// listenDrops calls drop with files that are dropped anywhere on the page, until it is released.
// While files are dragged over the page, the html element has data-dropping, with which the style
// sheet shows that they can be dropped.
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
			// The pointer leaves the page, and not just an element for another.
			if !e.Get("relatedTarget").Truthy() {
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
