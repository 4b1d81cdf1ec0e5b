package trainlab

import (
	"math"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/viz"
)

// painter puts what the store holds on the screen, from requestAnimationFrame and without go-app.
// Numbers are set whenever they change; of the pictures one is drawn a frame, whichever has waited
// longest, so that no frame has more than one picture's work.
type painter struct {
	lab      *Lab
	jobs     []*job
	surfaces map[string]*surface
	texts    map[string]string // what each text node holds
	now      float64           // of the frame, milliseconds

	theme                 viz.Theme
	rem                   float64 // size of the page's text, pixels
	diverging, sequential viz.Map

	numbers int // revision last shown
	held    int // renders that numbers wait for

	filters     Plate
	change      filterChange
	sample      shownSample
	maps        shownMaps
	pad         padQuestion
	losses      lossTable
	speech      speech
	announced   announced // what announce has spoken about
	epochSaidAt float64   // when an epoch was announced last, milliseconds
}

// filterChange is what training has added to the filters.
type filterChange struct {
	plate  Plate
	buffer []float32 // used again
}

// shownSample is the chosen sample as it is drawn.
type shownSample struct {
	plate Plate
	key   sampleKey
}

// sampleKey tells one shown sample from another: its picture never changes.
type sampleKey struct {
	run, index, c, h, w int
}

// shownMaps are the feature maps as they are drawn, one layer at a time.
type shownMaps struct {
	plates   []Plate // one a layer
	layout   mapsLayout
	laidFor  float64 // width the layout was made for
	next     int     // layer to be drawn next
	drawNext *job    // draws it
}

// padQuestion is what the net has been asked about the drawing.
type padQuestion struct {
	dirty bool      // the drawing or the net has changed since it was asked
	asked bool      // an answer is on its way
	last  float64   // when it was last asked, milliseconds
	drawn int       // counts changes of the drawing
	digit []float32 // the picture that it gets

	difference data.Difference // of that picture from the training images
}

// lossTable is the table of exact losses; its room is used again.
type lossTable struct {
	rev    int // revision last written
	losses []StepLoss
	rows   []byte
}

// surface is a canvas and its size on the page. Asking for the size makes the browser lay the page
// out at once, so it is asked for seldom.
type surface struct {
	*ui.Surface
	w, h  float64
	asked float64 // when, milliseconds
}

// job is one picture: drawn when its revision is another than the one drawn last, and not more
// often than every so many milliseconds.
type job struct {
	every float64
	rev   func() int
	draw  func()
	drawn int
	last  float64
}

func newPainter(l *Lab) *painter {
	s := l.store
	p := &painter{lab: l, speech: speech{say: ui.Announce}}
	curves := func() int { return s.CurvesRev }
	pictures := func() int { return s.PicturesRev }
	add := func(every float64, rev func() int, draw func()) *job {
		j := &job{every: every, rev: rev, draw: draw, drawn: -1, last: math.Inf(-1)}
		p.jobs = append(p.jobs, j)
		return j
	}
	add(140, curves, p.drawLoss)
	add(140, curves, p.drawAccuracy)
	add(200, pictures, p.drawFilters)
	add(100, pictures, p.drawSample)
	add(100, pictures, p.drawBars)
	p.maps.drawNext = add(mapsEvery, pictures, p.drawMaps)
	add(200, pictures, p.drawMoved)
	add(300, pictures, p.writeDarkMaps)
	add(30, func() int { return p.pad.drawn }, p.drawPad)
	add(30, func() int { return p.pad.drawn + s.PadRev }, p.drawPadBars)
	add(500, func() int { return s.LogRev }, p.drawLog)
	add(2000, pictures, p.summarise)
	p.repaint()
	return p
}

// frame is called on every animation frame.
func (p *painter) frame(ms float64) {
	p.now = ms
	p.showNumbers()
	p.askForPad(ms)
	p.speak(ms)
	var next *job
	for _, j := range p.jobs {
		if j.rev() != j.drawn && ms-j.last >= j.every && (next == nil || j.last < next.last) {
			next = j
		}
	}
	if next != nil {
		next.drawn, next.last = next.rev(), ms
		next.draw()
	}
}

// repaint draws everything again: the size or the colours have changed, or the elements are new.
func (p *painter) repaint() {
	p.theme = ui.CurrentTheme()
	p.rem = rootFontSize()
	p.diverging, p.sequential = viz.Diverging(p.theme), viz.Sequential()
	p.surfaces = map[string]*surface{}
	p.texts = map[string]string{}
	p.maps.laidFor = -1
	p.sample.key = sampleKey{index: -1}
	p.numbers, p.losses.rev = -1, -1
	for _, j := range p.jobs {
		j.drawn, j.last = -1, math.Inf(-1)
	}
	p.showState()
}

// received follows up on a message, before go-app does.
func (p *painter) received(change Change) {
	if change&(ChangedPad|ChangedFault|ChangedReady) != 0 {
		p.pad.asked = false
	}
	if change&ChangedPad != 0 && p.lab.store.Pad.ID == p.lab.pad.id {
		p.speech.answered = p.speech.asked
	}
	if change&ChangedSnapshot != 0 {
		p.pad.dirty = true
	}
}

func (p *painter) lang() lang.Lang { return p.lab.Page.Lang }

// set changes the text of an element when it holds another.
func (p *painter) set(id, s string) {
	if old, ok := p.texts[id]; !ok || old != s {
		p.texts[id] = s
		ui.SetText(id, s)
	}
}

// surface is the canvas of that id, made as large as it is on the page.
func (p *painter) surface(id string) (c *ui.Surface, w, h float64) {
	s := p.surfaces[id]
	if s == nil {
		opened := ui.OpenSurface(id)
		if opened == nil {
			return nil, 0, 0
		}
		s = &surface{Surface: opened, asked: math.Inf(-1)}
		p.surfaces[id] = s
	}
	if p.now-s.asked >= sizeEvery {
		s.w, s.h, _ = s.Fit()
		s.asked = p.now
	}
	return s.Surface, s.w, s.h
}

// sizeEvery is the least time between two looks at a canvas's size, in milliseconds. A window that
// changes its size repaints anyway.
const sizeEvery = 1000

// resize gives a canvas another height, and makes it as large.
func (p *painter) resize(id string, height float64) {
	setHeight(id, height)
	if s := p.surfaces[id]; s != nil {
		s.w, s.h, _ = s.Fit()
	}
}

// fontSize is the size of lettering in the pictures: that of small text on the page, which grows
// with the screen and in projector mode.
func (p *painter) fontSize() float64 { return math.Round(0.78 * p.rem) }
