package viz

import "math"

// Measures of a compact pooling, in CSS pixels.
const (
	poolTile         = 320.0 // edge of a tile, at most
	poolLoupeCell    = 40.0  // the largest cell of a loupe
	poolLoupeMinCell = 14.0  // below this size there is no loupe
	poolLoupeEnd     = 24.0  // below the loupe, for the line of the shares
)

// A poolPlan is how large the input's side of a compact pooling is.
type poolPlan struct {
	width float64 // of a column: a tile, and the loupe beneath it
	tile  float64 // one cell of the tile
	loupe float64 // one cell of the loupe, 0 where there is none
	below float64 // where the loupe begins
}

func (b *stageBuilder) planPool(width, largestTile float64) poolPlan {
	p := float64(b.s.padded())
	plan := poolPlan{width: width, tile: max(1, math.Floor(min(width, largestTile)/p))}
	plan.below = headingHeight + plan.tile*p + headingHeight + tileGap
	k := math.Floor(min(poolLoupeCell, width/float64(b.s.F)))
	if k >= poolLoupeMinCell && len(b.s.Window.Terms) > 0 {
		plan.loupe = k
	}
	return plan
}

// layPoolCompact draws one channel of a large pooling: its tile, the window beneath, and
// both outputs as tiles.
func (b *stageBuilder) layPoolCompact() float64 {
	s := &b.s
	b.st.Compact = true
	third := (s.Limits.Width - 2*b.gap) / 3
	half := (s.Limits.Width - b.gap) / 2
	switch {
	case s.Backward && b.narrow:
		return b.layPoolGradients(b.planPool(half, math.Inf(1)))
	case s.Backward:
		return b.layPoolGradients(b.planPool(third, poolTile))
	case b.narrow:
		return b.layPoolForward(b.planPool(s.Limits.Width, poolTile))
	}
	return b.layPoolForward(b.planPool(third, poolTile))
}

// layPoolForward draws the input with its loupe, and beside them, or beneath on a narrow
// screen, the maxima and the averages.
func (b *stageBuilder) layPoolForward(plan poolPlan) float64 {
	s, ch := b.s, b.drawn
	b.heading(0, headingHeight, plan.width, b.inputTitle(ch), Ink)
	b.inputTile(InputTile, ch, ch, 0, headingHeight, plan.tile)
	end := plan.below
	if plan.loupe > 0 {
		b.heading(0, end, plan.width, s.Words.Window, Muted)
		b.loupe(InputCell, ch, 0, end, plan.loupe)
		end += float64(s.F)*plan.loupe + poolLoupeEnd
		if !s.Walk.hidden() {
			b.text(0, end-headingRise, labelSize, s.Window.Share, Start, Muted, false)
		}
	}
	outX, outY := plan.width+b.gap, headingHeight
	half := (s.Limits.Width - outX - b.gap) / 2
	if b.narrow {
		outX, outY, half = 0, end+headingHeight, (s.Limits.Width-b.gap)/2
	}
	for i, out := range b.poolOutputs() {
		end = max(end, b.poolMap(out, i, outX+float64(i)*(half+b.gap), outY, half))
	}
	return end
}

// layPoolGradients draws what comes back in a large pooling: dX under max and under
// average, each with its loupe, and beside them, or beneath on a narrow screen, dout.
func (b *stageBuilder) layPoolGradients(plan poolPlan) float64 {
	s, ch := b.s, b.drawn
	pitch := plan.width + b.gap
	for i, in := range []struct {
		tile TileKind
		cell CellRole
		name string
	}{{InputTile, InputCell, s.Words.DXMax}, {SpreadTile, SpreadCell, s.Words.DXAvg}} {
		x := float64(i) * pitch
		b.heading(x, headingHeight, plan.width, in.name, Ink)
		b.inputTile(in.tile, ch, i, x, headingHeight, plan.tile)
		if plan.loupe > 0 {
			b.heading(x, plan.below, plan.width, s.Words.Window, Muted)
			b.loupe(in.cell, ch, x, plan.below, plan.loupe)
		}
	}
	end := plan.below
	if plan.loupe > 0 {
		end += float64(s.F)*plan.loupe + tileGap
	}
	outX, outY, w := 2*pitch, headingHeight, s.Limits.Width-2*pitch
	if b.narrow {
		outX, outY, w = 0, end+headingHeight, plan.width
	}
	for i, out := range b.poolOutputs() {
		end = max(end, b.poolMap(out, i, outX, outY, w))
	}
	return end
}

// poolMap draws one output map of a large pooling, w wide, with the cell now beneath it,
// and returns where they end.
func (b *stageBuilder) poolMap(out poolOutput, frame int, x, y, w float64) float64 {
	cell := max(1, math.Floor(min(poolTile, w)/float64(b.s.Edge)))
	b.heading(x, y, w, out.name, Ink)
	b.outputTile(out.tile, b.drawn, x, y, cell, out.values)
	b.outputFrame(frame, b.drawn, x, y, cell, outputFrameOffset)
	below := y + cell*float64(b.s.Edge) + headingHeight
	return below + b.nowCell(x, below, out.cell, out.values)
}
