package window

import (
	"syscall/js"

	"stridelab/app/promise"
	"stridelab/app/ui"
)

func document() js.Value { return js.Global().Get("document") }

// selectField gives a field the focus and selects its text.
func selectField(id string) {
	if e := ui.Element(id); e.Truthy() {
		e.Call("focus")
		e.Call("select")
	}
}

// finePointer reports whether the device has no pointer as coarse as a finger.
func finePointer() bool {
	return !js.Global().Call("matchMedia", "(pointer: coarse)").Get("matches").Bool()
}

// bringRefusal scrolls the page as far as the reason under the fields needs to be seen.
func bringRefusal() {
	if e := document().Call("querySelector", `[data-test="error"]`); e.Truthy() {
		e.Get("parentElement").Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// bringStage scrolls the page down as far as the bar of controls would otherwise cover the stage's
// end, but not past the stage's top. A stage whose top is above the screen stays where it is,
// unless back is true: then its top comes back into view.
func bringStage(back bool) {
	stage, bar := ui.Element("stage"), ui.Element("controls")
	if !stage.Truthy() || !bar.Truthy() {
		return
	}
	edge := func(e js.Value, side string) float64 { return e.Call("getBoundingClientRect").Get(side).Float() }
	top := edge(stage, "top") - 8
	by := max(0, min(edge(stage, "bottom")-edge(bar, "top"), top))
	if back && top < 0 {
		by = top
	}
	if by != 0 {
		js.Global().Call("scrollBy", 0, by)
	}
}

// readPicture decodes the picture chosen in the file field and calls done with its middle square,
// shrunk to n×n, as [3, n, n] in [0, 1]. ok is false if the browser cannot decode it. Nothing
// leaves the machine. If no file was chosen, done is not called.
func readPicture(n int, done func(rgb []float32, ok bool)) {
	// app.Value gives no js.Value, so the field is found by its hook.
	input := document().Call("querySelector", `[data-test="input-file"]`)
	file := input.Get("files").Index(0)
	if !file.Truthy() {
		return
	}
	go func() {
		bitmap, ok := promise.Await(js.Global().Call("createImageBitmap", file))
		input.Set("value", "")
		if !ok {
			done(nil, false)
			return
		}
		done(middleSquare(bitmap, n), true)
	}()
}

// middleSquare returns the middle square of a picture, shrunk to [3, n, n] in [0, 1].
func middleSquare(bitmap js.Value, n int) []float32 {
	w, h := bitmap.Get("width").Float(), bitmap.Get("height").Float()
	side := min(w, h)
	canvas := document().Call("createElement", "canvas")
	canvas.Set("width", n)
	canvas.Set("height", n)
	ctx := canvas.Call("getContext", "2d")
	ctx.Set("imageSmoothingQuality", "high")
	ctx.Call("drawImage", bitmap, (w-side)/2, (h-side)/2, side, side, 0, 0, n, n)
	bitmap.Call("close")
	bytes := make([]byte, 4*n*n)
	js.CopyBytesToGo(bytes, ctx.Call("getImageData", 0, 0, n, n).Get("data"))
	rgb := make([]float32, 3*n*n)
	for i := range n * n {
		for ch := range 3 {
			rgb[ch*n*n+i] = float32(bytes[4*i+ch]) / 255
		}
	}
	return rgb
}
