package trainlab

import (
	"math"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/viz"
)

// painter draws what the store holds, from requestAnimationFrame and without go-app. It writes
// numbers whenever they change. Of the pictures it draws, in a frame, first those that have waited
// longest, until its time is up. While the run trains it takes few frames, because each costs the
// browser time that a worker could have: on two cores, two workers and the page share them.
type painter struct {
	lab      *Lab
	jobs     []*job
	surfaces map[string]*surface
	texts    map[string]string // what each element's text is, by id
	now      float64           // the time of the frame, in milliseconds

	theme                 viz.Theme
	rem                   float64 // size of the page's text, in CSS pixels
	diverging, sequential viz.Map

	numbers int // the revision that is shown
	held    int // how many renders the numbers wait for

	filters     Plate
	change      filterChange
	pad         padQuestion
	losses      lossTable
	speech      speech
	announced   announced // the state of the run at the last announcement
	epochSaidAt float64   // when an epoch was announced last, in milliseconds
}

// filterChange is how training has changed the filters, as it is drawn.
type filterChange struct {
	plate  Plate
	buffer []float32 // memory for the next change
}

// padQuestion is the request for a reading of the drawing.
type padQuestion struct {
	dirty bool      // the drawing or the network has changed since the last request
	asked bool      // the worker has not answered yet
	last  float64   // when the last request was sent, in milliseconds
	drawn int       // counts changes of the drawing
	digit []float32 // the picture that the network gets

	difference data.Difference // how that picture differs from the training images
}

// lossTable is the table of exact losses. Its memory is used again.
type lossTable struct {
	rev    int // the revision that is in the table
	losses []StepLoss
	rows   []byte
}

// surface is a canvas and its size on the page, in CSS pixels. To read the size makes the browser
// compute the page's layout, so it is read seldom.
type surface struct {
	*ui.Surface
	w, h  float64
	asked float64 // when the size was read, in milliseconds
}

// stageEvery is the least time between two frames of the stage, in milliseconds.
const stageEvery = 60

// job is a picture to draw. It is drawn when its revision has changed. every is the least time
// between two drawings, in milliseconds.
type job struct {
	every float64
	rev   func() int
	draw  func()
	drawn int
	last  float64
}

// newPainter returns the painter of a lab, which draws everything in its first frames.
func newPainter(l *Lab) *painter {
	s := l.store
	p := &painter{lab: l, speech: speech{say: ui.Announce}}
	curves := func() int { return s.CurvesRev }
	pictures := func() int { return s.PicturesRev }
	add := func(every float64, rev func() int, draw func()) {
		p.jobs = append(p.jobs, &job{every: every, rev: rev, draw: draw, drawn: -1, last: math.Inf(-1)})
	}
	add(140, curves, p.drawLoss)
	add(140, curves, p.drawAccuracy)
	add(200, pictures, p.drawFilters)
	add(100, pictures, p.writeSample)
	add(stageEvery, func() int { return s.PicturesRev + s.PadRev + p.pad.drawn }, p.showStage)
	add(200, pictures, p.drawMoved)
	add(300, pictures, p.writeDarkMaps)
	add(30, func() int { return p.pad.drawn }, p.drawPad)
	add(30, func() int { return p.pad.drawn + s.PadRev }, p.writePad)
	add(500, func() int { return s.LogRev }, p.drawLog)
	add(2000, pictures, p.summarise)
	p.repaint()
	return p
}

// The least time between two frames, in milliseconds. While the run trains there are no more
// snapshots either (cluster's snapshotTime).
const (
	restEvery = 16
	busyEvery = 60
)

// frameTime is how long a frame goes on to draw pictures, in milliseconds.
const frameTime = 6

// due does what needs no frame. It returns how long there is nothing to draw, in milliseconds, and
// 0 where there is something.
func (p *painter) due(ms float64) (wait float64) {
	p.askForPad(ms)
	p.speak(ms)
	if rest := p.now + busyEvery - ms; p.lab.store.Busy() && rest > 0 {
		return rest
	}
	if p.numbers != p.lab.store.NumbersRev || p.waiting(ms) != nil {
		return 0
	}
	return restEvery
}

// waiting returns the picture to be drawn that has waited longest, nil if none is due.
func (p *painter) waiting(ms float64) (next *job) {
	for _, j := range p.jobs {
		if j.rev() != j.drawn && ms-j.last >= j.every && (next == nil || j.last < next.last) {
			next = j
		}
	}
	return next
}

// frame draws what has changed; ms is the frame's time.
func (p *painter) frame(ms float64) {
	p.now = ms
	p.showNumbers()
	begun := ui.Now()
	for next := p.waiting(ms); next != nil; next = p.waiting(ms) {
		next.drawn, next.last = next.rev(), ms
		next.draw()
		if ui.Now()-begun > frameTime {
			return
		}
	}
	p.lab.stage.Frame(ms)
}

// repaint makes the painter draw everything again: the size, the colours or the language have
// changed, or go-app has made new elements.
func (p *painter) repaint() {
	p.theme = ui.CurrentTheme()
	p.rem = rootFontSize()
	p.diverging, p.sequential = viz.Diverging(p.theme), viz.Sequential()
	p.surfaces = map[string]*surface{}
	p.texts = map[string]string{}
	p.numbers, p.losses.rev = -1, -1
	p.lab.stage.Retheme()
	for _, j := range p.jobs {
		j.drawn, j.last = -1, math.Inf(-1)
	}
	p.showState()
}

// received takes note of a message, before go-app handles it.
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

// set changes the text of an element, unless it has that text already.
func (p *painter) set(id, s string) {
	if old, ok := p.texts[id]; !ok || old != s {
		p.texts[id] = s
		ui.SetText(id, s)
	}
}

// surface returns the canvas of an id and its size on the page, in CSS pixels. It is nil if there
// is no such element.
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

// sizeEvery is the least time between two readings of a canvas's size, in milliseconds. A window
// that changes its size calls repaint.
const sizeEvery = 1000

// resize changes the height of a canvas on the page, and its pixels with it.
func (p *painter) resize(id string, height float64) {
	setHeight(id, height)
	if s := p.surfaces[id]; s != nil {
		s.w, s.h, _ = s.Fit()
	}
}

// fontSize returns the size of the lettering in the pictures, in CSS pixels. It is that of small
// text on the page, which grows with the screen and in projector mode.
func (p *painter) fontSize() float64 { return math.Round(0.78 * p.rem) }
