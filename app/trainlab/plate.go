package trainlab

import (
	"image"

	"stridelab/train"
	"stridelab/viz"
)

// Plate is a picture made of tiles, one for each channel or filter. Its pixels are used again in
// the next frame.
type Plate struct {
	Pix  *image.RGBA
	Grid viz.Grid
}

// fit gives the plate room for n tiles of w×h cells, with scale×scale pixels in a cell, in rows of
// at most width pixels. If the size is the same, the pixels stay.
func (p *Plate) fit(n, w, h, scale, gap, width int) {
	grid := viz.NewGrid(n, w*scale, h*scale, gap, width)
	size := grid.Size()
	if p.Pix == nil || p.Pix.Rect.Size() != size {
		p.Pix = image.NewRGBA(image.Rectangle{Max: size})
	}
	p.Grid = grid
}

// tile returns the part of the picture that belongs to tile i.
func (p *Plate) tile(i int) *image.RGBA { return p.Pix.SubImage(p.Grid.Cell(i)).(*image.RGBA) }

// paintFilters draws the filters of the first convolution, in tiles of at most edge pixels, one
// every pitch pixels. Filters of 3 channels are in colour, with zero as mid-grey. Filters of 1
// channel are blue below zero and orange above. Of any other number of channels the first one is
// drawn. Without filters there is no picture.
func (p *Plate) paintFilters(f train.Filters, edge, pitch, width int, diverging viz.Map) {
	if f.Out == 0 || len(f.Data) == 0 {
		p.Pix = nil
		return
	}
	scale := max(1, edge/max(f.W, f.H))
	p.fit(f.Out, f.W, f.H, scale, max(1, pitch-scale*f.W), width)
	r := viz.RangeOf(f.Data).Symmetric()
	each, plane := f.In*f.H*f.W, f.H*f.W
	for i := range f.Out {
		w := f.Data[i*each : (i+1)*each]
		if f.In == 3 {
			viz.TileRGB(p.tile(i), w, f.W, f.H, scale, r)
		} else {
			viz.Tile(p.tile(i), w[:plane], f.W, f.H, scale, r, diverging)
		}
	}
}

// paintSample draws an image of values in [0,1], with a pixel for each cell. With three channels it
// is in colour, otherwise it is the first channel in grey.
func (p *Plate) paintSample(v train.Volume) {
	plane := v.H * v.W
	if plane == 0 || len(v.Data) < plane {
		p.Pix = nil
		return
	}
	p.fit(1, v.W, v.H, 1, 0, v.W)
	if v.C == 3 {
		viz.TileRGB(p.tile(0), v.Data, v.W, v.H, 1, viz.Range{Lo: 0, Hi: 1})
		return
	}
	viz.Tile(p.tile(0), v.Data[:plane], v.W, v.H, 1, viz.Range{Lo: 0, Hi: 1}, viz.Gray())
}

// mapGap is the gap between feature maps, in pixels.
const mapGap = 4
