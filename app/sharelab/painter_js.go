package sharelab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
)

// painter draws the picture that is shown, without a render. It owns the frames, in which it also
// plays the small matrix and writes the address.
type painter struct {
	l       *Lab
	scale   *scalePainter
	surface *ui.Surface // the canvas of the connections
	conns   connections
	matrix  matrixView
	spot    spot // the cell of the matrix view that the pointer is at
	dirty   bool
}

// newPainter starts to paint. The lab's Releases end it.
func newPainter(l *Lab) *painter {
	p := &painter{l: l, dirty: true}
	p.scale = newScalePainter(l, p)
	p.listen()
	l.Releases.Add(l.Flush, ui.StartFrames(p.frame).Stop)
	return p
}

// retheme draws everything again in another theme.
func (p *painter) retheme() {
	p.scale.forget()
	p.dirty = true
}

// moved makes the next frame take the camera from the state.
func (p *painter) moved() { p.scale.placed = false }

// moveBy moves the camera for a key. It reports whether the key is one of the camera's.
func (p *painter) moveBy(key string) bool { return p.scale.moveBy(key) }

// frame draws what has changed. It runs on every animation frame; ms is the frame's time.
func (p *painter) frame(ms float64) {
	l := p.l
	l.transport.Frame(ms)
	l.FlushDue(ms)
	dirty := p.dirty
	p.dirty = false
	switch l.state.View {
	case scaleView:
		p.scale.frame(dirty)
	case sparseView:
		if dirty {
			p.paintSparse()
		}
	case matrixTab:
		if dirty {
			p.paintMatrix()
		}
	}
}

// paintSparse draws the connections.
func (p *painter) paintSparse() {
	canvas, l := ui.Element("sparse-canvas"), p.l
	width := ui.Element("sparse").Get("clientWidth").Float()
	if !canvas.Truthy() || width < 50 {
		p.dirty = true // the browser has not laid out the page yet; try again
		return
	}
	p.conns = layConnections(l.state.Setting, width, ui.TypeScale())
	canvas.Get("style").Set("height", num(p.conns.h)+"px")
	if p.surface == nil {
		p.surface = ui.OpenSurface("sparse-canvas")
	}
	p.surface.Fit()
	theme := ui.CurrentTheme()
	p.surface.Clear(theme)
	p.surface.Scene(p.conns.scene(l.state.Eye, l.Page.Lang), 0, 0, theme)
	sparse, dense := l.state.Setting.lit(l.state.Eye)
	all := ui.Count(int64(dense))
	ui.SetText("sparse-count", l.t(text.SparseHint, ui.Count(int64(sparse)), all))
	ui.SetText("dense-count", l.t(text.SparseHint, all, all))
	ui.SetText("sparse-said", p.conns.title(l.state.Eye, l.Page.Lang))
}

// paintMatrix draws the small matrix.
func (p *painter) paintMatrix() {
	host, l := ui.Element("matrix-drawing"), p.l
	width := ui.Element("matrix").Get("clientWidth").Float()
	if !host.Truthy() || width < 50 {
		p.dirty = true
		return
	}
	p.matrix = layMatrix(l.state.Small, width, ui.TypeScale())
	host.Set("innerHTML", p.matrix.draw(l.state.Row, p.spot, l.Page.Lang))
	row := l.state.Row
	if p.spot.Kind == outputCell || p.spot.Kind == entryCell {
		row = p.spot.I
	}
	o := l.state.Small.edge()
	ui.SetText("row-arithmetic", l.state.Small.arithmetic(row))
	ui.SetText("row-said", p.matrix.title(row, l.Page.Lang))
	ui.SetText(lab.CounterID, strconv.Itoa(l.state.Row+1)+" / "+strconv.Itoa(o*o))
	ui.SetField(lab.ScrubID, l.state.Row)
}
