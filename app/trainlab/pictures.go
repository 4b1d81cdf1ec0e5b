package trainlab

import (
	"math"
	"strconv"

	"stridelab/app/ui"
	"stridelab/train"
	"stridelab/viz"
)

// drawLoss draws the chart of the loss.
func (p *painter) drawLoss() {
	if s, w, h := p.surface(idLossCurve); s != nil && w > 0 {
		s.Clear(p.theme)
		s.Scene(curveScene(p.lab.store, p.lang(), lossChart(p.lab.store, p.lang(), w, h, p.fontSize())), 0, 0, p.theme)
	}
}

// drawAccuracy draws the chart of the accuracy.
func (p *painter) drawAccuracy() {
	if s, w, h := p.surface(idAccuracyCurve); s != nil && w > 0 {
		s.Clear(p.theme)
		s.Scene(curveScene(p.lab.store, p.lang(), accuracyChart(p.lab.store, p.lang(), w, h, p.fontSize())), 0, 0, p.theme)
	}
}

// drawFilters draws the filters of the first layer. If the maps that they make fit into one row,
// each filter is above its map.
func (p *painter) drawFilters() {
	p.drawWeights(idFilters, &p.filters, p.lab.store.Snap.Filters)
}

// drawMoved draws how training has changed the filters since step 0, on a scale of its own.
func (p *painter) drawMoved() {
	s := p.lab.store
	change, ok := changeOf(p.change.buffer, s.Born, s.Snap.Filters)
	if !ok {
		p.drawWeights(idMoved, &p.change.plate, train.Filters{})
		p.set(idMovedBy, "\u00a0")
		return
	}
	p.change.buffer = change.Data
	p.drawWeights(idMoved, &p.change.plate, change)
	said := moves(p.lang(), change, s.Snap.Filters)
	p.set(idMovedBy, said)
	ui.SetAttr(idMoved, "aria-label", said)
}

// writeDarkMaps writes which maps of the sample look dark.
func (p *painter) writeDarkMaps() {
	s := p.lab.store
	if rows, err := p.lab.run.Spec(s.Classes()).Table(); err == nil {
		p.set(idDark, orSpace(darkMaps(p.lang(), rows, s.Snap.Maps)))
	}
}

// orSpace returns s, or a space that keeps the line's height if s is empty.
func orSpace(s string) string {
	if s == "" {
		return "\u00a0"
	}
	return s
}

// drawWeights draws filters, or numbers of the same shape, on a canvas.
func (p *painter) drawWeights(id string, plate *Plate, f train.Filters) {
	s, w, h := p.surface(id)
	if s == nil || w <= 0 {
		return
	}
	snap := &p.lab.store.Snap
	font := p.fontSize()
	left := leftOfMaps(w, font)
	edge := max(f.W, min(largestTile(font), int(w-left)/8-mapGap))
	pitch := edge + mapGap
	if len(snap.Maps) > 0 && snap.Maps[0].C == f.Out {
		edge = mapScale(snap.Maps[0], int(w-left), font) * snap.Maps[0].W
		pitch = edge + mapGap
	}
	plate.paintFilters(f, edge, pitch, int(w-left), p.diverging)
	if plate.Pix == nil {
		if len(snap.Maps) > 0 {
			p.resize(id, 2*font)
			s.Clear(p.theme)
			none := text.FiltersNone.In(p.lang())
			s.Scene(viz.Scene{Shapes: []viz.Shape{viz.Text{Y: 1.2 * font, S: none, Size: font, Paint: viz.Fill(viz.Muted)}}}, 0, 0, p.theme)
			ui.SetAttr(id, "aria-label", none)
		}
		return
	}
	size := plate.Pix.Rect.Size()
	height := math.Max(float64(size.Y), 2.6*font)
	if height != h {
		p.resize(id, height)
	}
	s.Clear(p.theme)
	if left > 0 && len(snap.Maps) > 0 {
		shape := strconv.Itoa(f.H) + "×" + strconv.Itoa(f.W) + "×" + strconv.Itoa(f.In)
		s.Scene(mapsLayout{Rows: []mapsRow{{Name: snap.Maps[0].Name, TextY: font, Shape: shape, ShapeY: 2.3 * font}}}.scene(w, font), 0, 0, p.theme)
	}
	s.Image(plate.Pix, left, 0, float64(size.X), float64(size.Y))
}

// drawSample draws the chosen test sample, if it has changed.
func (p *painter) drawSample() {
	s, w, h := p.surface(idSampleImage)
	if s == nil || w <= 0 {
		return
	}
	snap := &p.lab.store.Snap
	image := snap.Sample.Image
	key := sampleKey{snap.Run, snap.Sample.Index, image.C, image.H, image.W}
	if key == p.sample.key {
		return
	}
	p.sample.key = key
	p.sample.plate.paintSample(image)
	s.Clear(p.theme)
	if p.sample.plate.Pix == nil {
		return
	}
	size := p.sample.plate.Pix.Rect.Size()
	scale := math.Min(w/float64(size.X), h/float64(size.Y))
	s.Image(p.sample.plate.Pix, 0, 0, scale*float64(size.X), scale*float64(size.Y))
}

// drawBars draws how the network reads the chosen test sample.
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
	p.set(idSampleText, text.SampleLine.With(l, st.ClassName(st.Snap.Sample.Label), st.ClassName(best), formatCertainty(float64(prob)), verdict.In(l)))
}

// drawMaps draws the maps of one layer. Its job then runs again for the next layer.
func (p *painter) drawMaps() {
	maps := p.lab.store.Snap.Maps
	s, w, _ := p.surface(idMaps)
	if s == nil || w <= 0 || len(maps) == 0 {
		return
	}
	if p.maps.laidFor != w || !p.laidOut(maps) {
		p.maps.layout, p.maps.laidFor = layMaps(maps, w, p.fontSize()), w
		p.maps.plates = make([]Plate, len(maps))
		p.maps.next = 0
		p.resize(idMaps, p.maps.layout.Height)
		s.Clear(p.theme)
		s.Scene(p.maps.layout.scene(w, p.fontSize()), 0, 0, p.theme)
	}
	i := p.maps.next % len(maps)
	row, plate := p.maps.layout.Rows[i], &p.maps.plates[i]
	plate.paintMaps(maps[i], row.Edge, row.Gap, row.Width, p.sequential)
	if plate.Pix != nil {
		size := plate.Pix.Rect.Size()
		w, h := float64(size.X), float64(size.Y)
		if row.StripW > 0 {
			w, h = row.StripW, row.StripH
		}
		s.Image(plate.Pix, row.X, row.Y, w, h)
	}
	job := p.maps.drawNext
	if p.maps.next = i + 1; p.maps.next < len(maps) {
		job.drawn, job.every = -1, 0 // so that the next layer is drawn in the next frames
	} else {
		p.maps.next, job.every = 0, mapsEvery
	}
}

// mapsEvery is the least time between two rounds over the layers, in milliseconds.
const mapsEvery = 150

// laidOut reports whether the layout is for layers of these names and shapes.
func (p *painter) laidOut(maps []train.Volume) bool {
	if len(maps) != len(p.maps.layout.Rows) {
		return false
	}
	for i, v := range maps {
		if r := p.maps.layout.Rows[i]; r.Name != v.Name || r.Channels != v.C || r.LayerH != v.H || r.LayW != v.W {
			return false
		}
	}
	return true
}
