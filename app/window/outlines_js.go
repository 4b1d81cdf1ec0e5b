package window

import (
	"syscall/js"

	"stridelab/app/ui"
	"stridelab/viz"
)

// outlines are the frames around the current window and the current output. They are elements over
// the drawing, so that the browser can move them without drawing anything anew.
type outlines struct {
	frames   []viz.StageFrame
	elements []js.Value
	styles   []js.Value // the elements' styles
	scale    float64
}

func (o *outlines) paint(frames []viz.StageFrame, scale float64) {
	anew := len(frames) != len(o.frames) || scale != o.scale
	if anew {
		host := ui.Element("stage-frames")
		if !host.Truthy() {
			return
		}
		s := ""
		for range frames {
			s += "<div></div>"
		}
		host.Set("innerHTML", s)
		o.elements, o.scale = all(o.elements, host), scale
		o.styles = o.styles[:0]
		for _, e := range o.elements {
			o.styles = append(o.styles, e.Get("style"))
		}
		o.frames = append(o.frames[:0], frames...)
	}
	for i, f := range frames {
		old, e := o.frames[i], o.elements[i]
		if f == old && !anew {
			continue
		}
		if f.Kind != old.Kind || anew {
			e.Set("className", "frame "+frameClass(f))
		}
		style := o.styles[i]
		if f.Size != old.Size || anew {
			edge := decimal(f.Size*scale+frameLine) + "px"
			style.Set("width", edge)
			style.Set("height", edge)
		}
		style.Set("transform", "translate("+decimal(f.X*scale-frameLine/2)+"px,"+decimal(f.Y*scale-frameLine/2)+"px)")
		o.frames[i] = f
	}
}

// frameLine is the thickness of a frame in CSS pixels. Half of it lies on either side of the cells'
// border. window.css has the same number.
const frameLine = 3.0
