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
		s.Scene(viz.Scene{Shapes: []viz.Shape{
			viz.Text{Y: font, S: snap.Maps[0].Name, Size: font, Paint: viz.Fill(viz.Ink), Bold: true},
			viz.Text{Y: 2.3 * font, S: shape, Size: 0.92 * font, Paint: viz.Fill(viz.Muted)},
		}}, 0, 0, p.theme)
	}
	s.Image(plate.Pix, left, 0, float64(size.X), float64(size.Y))
}

// writeSample writes how the network reads the chosen test sample.
func (p *painter) writeSample() {
	st := p.lab.store
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
