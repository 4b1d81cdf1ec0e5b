package trainlab

import (
	"math"
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/train"
	"stridelab/viz"
)

// painter puts what the store holds on the screen, from requestAnimationFrame
// and without go-app. Numbers are set whenever they change; of the pictures
// one is drawn a frame, whichever has waited longest, so that no frame has
// more than one picture's work.
type painter struct {
	lab                   *Lab
	jobs                  []*job
	texts                 map[string]string // what each text node holds
	numbers               int               // revision last shown
	held                  int               // renders that numbers wait for
	theme                 viz.Theme
	rem                   float64 // size of the page's text, pixels
	diverging, sequential viz.Map
	plates                []Plate // of the feature maps, one a layer
	layout                mapsLayout
	laidFor               float64 // width the layout was made for
	nextMap               int     // of the layers, the one to draw next
	filters               Plate
	sample                Plate
	surfaces              map[string]*surface
	now                   float64 // of the frame, milliseconds
	shown                 sampleKey

	padDirty  bool    // the drawing or the net has changed since it was asked
	padAsked  bool    // an answer is on its way
	padLast   float64 // when it was last asked, milliseconds
	padDrawn  int     // counts changes of the drawing
	digit     [DigitSize * DigitSize]float32
	hadRun    bool    // announce has seen a run before
	spoken    float64 // when an epoch was announced last, milliseconds
	summaries int     // revision last summed up
	logged    int     // revision of the losses in their table
	log       []StepLoss
	rows      []byte
}

// surface is a canvas and its size on the page. Asking for the size makes the
// browser lay the page out at once, so it is asked for seldom.
type surface struct {
	*ui.Surface
	w, h  float64
	asked float64 // when, milliseconds
}

// sampleKey tells one shown sample from another: its picture never changes.
type sampleKey struct {
	run, index, c, h, w int
}

// job is one picture: drawn when its revision is another than the one drawn
// last, and not more often than every so many milliseconds.
type job struct {
	every float64
	rev   func() int
	draw  func()
	drawn int
	last  float64
}

func newPainter(l *Lab) *painter {
	s := l.store
	p := &painter{lab: l}
	curves := func() int { return s.CurvesRev }
	pictures := func() int { return s.PicturesRev }
	add := func(every float64, rev func() int, draw func()) {
		p.jobs = append(p.jobs, &job{every: every, rev: rev, draw: draw, drawn: -1, last: math.Inf(-1)})
	}
	add(140, curves, p.drawLoss)
	add(140, curves, p.drawAccuracy)
	add(200, pictures, p.drawFilters)
	add(100, pictures, p.drawSample)
	add(100, pictures, p.drawBars)
	add(mapsEvery, pictures, p.drawMaps)
	add(30, func() int { return p.padDrawn }, p.drawPad)
	add(30, func() int { return p.padDrawn + s.PadRev }, p.drawPadBars)
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

// repaint draws everything again: the size or the colours have changed, or
// the elements are new.
func (p *painter) repaint() {
	p.theme = ui.CurrentTheme()
	p.rem = rootFontSize()
	p.diverging, p.sequential = viz.Diverging(p.theme), viz.Sequential()
	p.surfaces = map[string]*surface{}
	p.texts = map[string]string{}
	p.laidFor = -1
	p.shown = sampleKey{index: -1}
	p.numbers, p.logged = -1, -1
	for _, j := range p.jobs {
		j.drawn, j.last = -1, math.Inf(-1)
	}
	p.showState()
}

// received follows up on a message, before go-app does.
func (p *painter) received(change Change) {
	if change&(ChangedPad|ChangedFault|ChangedReady) != 0 {
		p.padAsked = false
	}
	if change&ChangedSnapshot != 0 {
		p.padDirty = true
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

// sizeEvery is the least time between two looks at a canvas's size, in
// milliseconds. A window that changes its size repaints anyway.
const sizeEvery = 1000

// resize gives a canvas another height, and makes it as large.
func (p *painter) resize(id string, height float64) {
	setHeight(id, height)
	if s := p.surfaces[id]; s != nil {
		s.w, s.h, _ = s.Fit()
	}
}

// stateWord is the word in data-state: what the run does, as far as the page knows.
func (l *Lab) stateWord() string {
	switch {
	case l.lost != notLost:
		return train.Failed.String()
	case l.store.Reading || !l.store.HasRun:
		return train.Loading.String()
	}
	return l.store.Snap.State.String()
}

// stateText is the same for people.
func (l *Lab) stateText() lang.Text {
	switch l.stateWord() {
	case "running":
		return text.StateRunning
	case "paused":
		return text.StatePaused
	case "evaluating":
		return text.StateEvaluating
	case "failed":
		return text.StateFailed
	case "loading":
		if !l.store.HasRun {
			return text.StateStarting
		}
		return text.StateLoading
	}
	return text.StateIdle
}

// showState sets what hangs on the run's state.
func (p *painter) showState() {
	ui.SetAttr(idLab, "data-state", p.lab.stateWord())
	p.numbers = -1
}

// showNumbers sets the headline figures and the progress bar.
func (p *painter) showNumbers() {
	s := p.lab.store
	if p.numbers == s.NumbersRev || p.held > 0 {
		return
	}
	p.numbers = s.NumbersRev
	snap := &s.Snap
	known := s.HasRun
	if !s.Busy() {
		p.writeLog()
	}
	dash := func(ok bool, value string) string {
		if !ok {
			return none
		}
		return value
	}
	p.set(idEpoch, dash(known, strconv.Itoa(snap.Epoch)))
	p.set(idStep, dash(known, strconv.Itoa(snap.Step)))
	p.set(idSpeed, dash(known, formatRate(snap.SamplesPerSecond)))
	p.set(idLoss, dash(known && snap.Step > 0, formatLoss(float64(snap.LastLoss))))
	p.set(idTrain, dash(known, formatPercent(float64(snap.TrainAccuracy))))
	p.set(idTest, dash(known, formatPercent(float64(snap.TestAccuracy))))
	ui.SetAttr(idLab, "data-step", strconv.Itoa(snap.Step))

	share := 0.0
	if s.Reading && s.Work.Total > 0 {
		share = float64(s.Work.Done) / float64(s.Work.Total)
	} else if snap.StepsPerEpoch > 0 {
		share = float64(snap.StepInEpoch) / float64(snap.StepsPerEpoch)
	}
	setProgress(idProgress, share)
	p.set(idStatus, p.status(share))
}

// status is the line under the progress bar.
func (p *painter) status(share float64) string {
	l, s := p.lang(), p.lab.store
	word := p.lab.stateText().In(l)
	switch {
	case s.Reading:
		return text.Reading.With(l, formatPercent(share))
	case s.Snap.State == train.Evaluating && s.Snap.EvaluateTotal > 0 && s.HasRun:
		return word + " · " + strconv.Itoa(s.Snap.Evaluated) + " / " + strconv.Itoa(s.Snap.EvaluateTotal)
	case s.Snap.State == train.Running && s.HasRun:
		if left := formatTimeLeft(l, s.Snap.EpochSecondsLeft); left != "" {
			return word + " · " + text.TimeLeft.With(l, left)
		}
	}
	return word
}

// fontSize is the size of lettering in the pictures: that of small text on
// the page, which grows with the screen and in projector mode.
func (p *painter) fontSize() float64 { return math.Round(0.78 * p.rem) }

func (p *painter) drawLoss() {
	if s, w, h := p.surface(idLossCurve); s != nil && w > 0 {
		s.Clear(p.theme)
		s.Scene(lossChart(p.lab.store, p.lang(), w, h, p.fontSize()).Scene(), 0, 0, p.theme)
	}
}

func (p *painter) drawAccuracy() {
	if s, w, h := p.surface(idAccuracyCurve); s != nil && w > 0 {
		s.Clear(p.theme)
		s.Scene(accuracyChart(p.lab.store, p.lang(), w, h, p.fontSize()).Scene(), 0, 0, p.theme)
	}
}

// drawFilters draws the filters of the first layer, each above the feature
// map that it makes where the maps have a row to themselves.
func (p *painter) drawFilters() {
	s, w, h := p.surface(idFilters)
	if s == nil || w <= 0 {
		return
	}
	snap := &p.lab.store.Snap
	font := p.fontSize()
	left := leftOfMaps(w, font)
	edge := max(snap.Filters.W, min(largestTile(font), int(w-left)/8-mapGap))
	pitch := edge + mapGap
	if len(snap.Maps) > 0 && snap.Maps[0].C == snap.Filters.Out {
		edge = mapScale(snap.Maps[0], int(w-left), font) * snap.Maps[0].W
		pitch = edge + mapGap
	}
	p.filters.paintFilters(snap.Filters, edge, pitch, int(w-left), p.diverging)
	if p.filters.Pix == nil {
		if len(snap.Maps) > 0 {
			p.resize(idFilters, 2*font)
			s.Clear(p.theme)
			none := text.FiltersNone.In(p.lang())
			s.Scene(viz.Scene{Shapes: []viz.Shape{viz.Text{Y: 1.2 * font, S: none, Size: font, Paint: viz.Fill(viz.Muted)}}}, 0, 0, p.theme)
			ui.SetAttr(idFilters, "aria-label", none)
		}
		return
	}
	size := p.filters.Pix.Rect.Size()
	height := math.Max(float64(size.Y), 2.6*font)
	if height != h {
		p.resize(idFilters, height)
	}
	s.Clear(p.theme)
	if left > 0 && len(snap.Maps) > 0 {
		f := snap.Filters
		shape := strconv.Itoa(f.H) + "×" + strconv.Itoa(f.W) + "×" + strconv.Itoa(f.In)
		s.Scene(mapsLayout{Rows: []mapsRow{{Name: snap.Maps[0].Name, TextY: font, Shape: shape, ShapeY: 2.3 * font}}}.scene(w, font), 0, 0, p.theme)
	}
	s.Image(p.filters.Pix, left, 0, float64(size.X), float64(size.Y))
}

func (p *painter) drawSample() {
	s, w, h := p.surface(idSampleImage)
	if s == nil || w <= 0 {
		return
	}
	snap := &p.lab.store.Snap
	image := snap.Sample.Image
	key := sampleKey{snap.Run, snap.Sample.Index, image.C, image.H, image.W}
	if key == p.shown {
		return
	}
	p.shown = key
	p.sample.paintSample(image)
	s.Clear(p.theme)
	if p.sample.Pix == nil {
		return
	}
	size := p.sample.Pix.Rect.Size()
	scale := math.Min(w/float64(size.X), h/float64(size.Y))
	s.Image(p.sample.Pix, 0, 0, scale*float64(size.X), scale*float64(size.Y))
}

func (p *painter) drawBars() {
	st := p.lab.store
	if s, w, h := p.surface(idSampleBars); s != nil && w > 0 {
		s.Clear(p.theme)
		s.Scene(barsScene(st, st.Snap.Sample.Probs, st.Snap.Sample.Label, w, h, p.fontSize()), 0, 0, p.theme)
	}
	best, prob := Best(st.Snap.Sample.Probs)
	if best < 0 {
		return
	}
	l := p.lang()
	verdict := text.Wrong
	if best == st.Snap.Sample.Label {
		verdict = text.Right
	}
	p.set(idSampleText, text.SampleLine.With(l, st.ClassName(st.Snap.Sample.Label), st.ClassName(best), formatPercent(float64(prob)), verdict.In(l)))
}

// drawMaps draws one layer's maps, and comes back for the next.
func (p *painter) drawMaps() {
	maps := p.lab.store.Snap.Maps
	s, w, _ := p.surface(idMaps)
	if s == nil || w <= 0 || len(maps) == 0 {
		return
	}
	if p.laidFor != w || !p.laidOut(maps) {
		p.layout, p.laidFor = layMaps(maps, w, p.fontSize()), w
		p.plates = make([]Plate, len(maps))
		p.nextMap = 0
		p.resize(idMaps, p.layout.Height)
		s.Clear(p.theme)
		s.Scene(p.layout.scene(w, p.fontSize()), 0, 0, p.theme)
	}
	i := p.nextMap % len(maps)
	row, plate := p.layout.Rows[i], &p.plates[i]
	plate.paintMaps(maps[i], row.Edge, row.Gap, row.Width, p.sequential)
	if plate.Pix != nil {
		size := plate.Pix.Rect.Size()
		w, h := float64(size.X), float64(size.Y)
		if row.StripW > 0 {
			w, h = row.StripW, row.StripH
		}
		s.Image(plate.Pix, row.X, row.Y, w, h)
	}
	job := p.jobs[mapsJob]
	if p.nextMap = i + 1; p.nextMap < len(maps) {
		job.drawn, job.every = -1, 0 // the other layers are still to be drawn
	} else {
		p.nextMap, job.every = 0, mapsEvery
	}
}

// mapsEvery is the least time between two rounds through the layers, in milliseconds.
const mapsEvery = 150

// mapsJob is where drawMaps stands among the jobs.
const mapsJob = 5

// laidOut reports whether the layout was made for layers of these shapes.
func (p *painter) laidOut(maps []train.Volume) bool {
	if len(maps) != len(p.layout.Rows) {
		return false
	}
	for i, v := range maps {
		if r := p.layout.Rows[i]; r.Name != v.Name || r.Channels != v.C || r.LayerH != v.H || r.LayW != v.W {
			return false
		}
	}
	return true
}

// scene is the layers' names and shapes.
func (m mapsLayout) scene(w, font float64) viz.Scene {
	scene := viz.Scene{W: w, H: m.Height}
	for _, r := range m.Rows {
		scene.Add(
			viz.Text{X: r.NameX, Y: r.TextY, S: r.Name, Size: font, Paint: viz.Fill(viz.Ink), Bold: true},
			viz.Text{X: r.ShapeX, Y: r.ShapeY, S: r.Shape, Size: font * 0.92, Paint: viz.Fill(viz.Muted)},
		)
	}
	return scene
}

// drawLog writes the exact losses of the last steps into their table.
func (p *painter) drawLog() {
	if isOpen(idLog) || !p.lab.store.Busy() { // unseen it is filled when the run pauses
		p.writeLog()
	}
}

func (p *painter) writeLog() {
	if p.logged == p.lab.store.LogRev {
		return
	}
	p.logged = p.lab.store.LogRev
	p.log = p.lab.store.Recent.AppendTo(p.log[:0])
	b := p.rows[:0]
	for i := len(p.log) - 1; i >= 0; i-- {
		e := p.log[i]
		step, loss := strconv.Itoa(e.Step), formatExact(e.Loss)
		b = append(b, `<tr data-test="loss-row" data-step="`...)
		b = append(b, step...)
		b = append(b, `" data-loss="`...)
		b = append(b, loss...)
		b = append(b, `"><td>`...)
		b = append(b, step...)
		b = append(b, `</td><td>`...)
		b = append(b, loss...)
		b = append(b, `</td></tr>`...)
	}
	p.rows = b
	setRows(idLogRows, string(b))
}

// summarise words the pictures for who cannot see them.
func (p *painter) summarise() {
	l, s := p.lang(), p.lab.store
	if !s.HasRun {
		return
	}
	snap := &s.Snap
	ui.SetAttr(idLossCurve, "aria-label", text.LossSummary.With(l, snap.Step, formatLoss(float64(snap.LastLoss)), formatLoss(s.Loss.Smooth()), formatLoss(float64(snap.TestLoss))))
	ui.SetAttr(idAccuracyCurve, "aria-label", text.AccuracySummary.With(l, snap.Step, formatPercent(s.Accuracy.Smooth()), formatPercent(float64(snap.TestAccuracy))))
	if f := snap.Filters; len(f.Data) > 0 {
		r := viz.RangeOf(f.Data)
		ui.SetAttr(idFilters, "aria-label", text.FiltersSummary.With(l, f.Out, f.H, f.In, snap.Step, formatWeight(r.Lo), formatWeight(r.Hi)))
	}
	if best, prob := Best(snap.Sample.Probs); best >= 0 {
		label := text.SampleSummary.With(l, snap.Sample.Index, s.ClassName(snap.Sample.Label), s.ClassName(best), formatPercent(float64(prob)))
		ui.SetAttr(idSampleImage, "aria-label", label)
		ui.SetAttr(idSampleBars, "aria-label", barsSummary(l, s, snap.Sample.Probs))
	}
	maps := ""
	for _, v := range snap.Maps {
		r := viz.RangeOf(v.Data)
		maps += text.MapsSummary.With(l, v.Name, v.C, v.H, v.W, formatWeight(r.Lo), formatWeight(r.Hi)) + " "
	}
	if maps != "" {
		ui.SetAttr(idMaps, "aria-label", maps)
	}
}

// barsSummary reads the bars out: every class and its probability.
func barsSummary(l lang.Lang, s *Store, probs []float32) string {
	out := text.ClassBars.In(l) + ". "
	for i, c := range likeliest(probs, 10) {
		if i > 0 {
			out += ", "
		}
		out += text.ClassBar.With(l, s.ClassName(c), formatPercent(float64(probs[c])))
	}
	return out
}
