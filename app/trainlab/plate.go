package trainlab

import (
	"image"

	"stridelab/train"
	"stridelab/viz"
)

// Plate is a picture made of tiles, one an output channel or filter. Its pixels are reused from
// one frame to the next.
type Plate struct {
	Pix  *image.RGBA
	Grid viz.Grid
}

// fit gives the plate room for n tiles of w×h cells, scale pixels a cell, in rows of at most width
// pixels. A plate that fits already is left as it is.
func (p *Plate) fit(n, w, h, scale, gap, width int) {
	grid := viz.NewGrid(n, w*scale, h*scale, gap, width)
	size := grid.Size()
	if p.Pix == nil || p.Pix.Rect.Size() != size {
		p.Pix = image.NewRGBA(image.Rectangle{Max: size})
	}
	p.Grid = grid
}

func (p *Plate) tile(i int) *image.RGBA { return p.Pix.SubImage(p.Grid.Cell(i)).(*image.RGBA) }

// paintFilters paints the first convolution's filters in tiles of at most edge pixels that
// stand pitch pixels apart. Filters over 3 channels are shown in colour, zero mid-grey; over 1,
// blue below zero and orange above. Of other numbers of channels the first is shown.
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

// paintMaps paints a layer's feature maps, each channel a tile edge pixels wide, gap pixels apart;
// a flat layer is a strip one pixel high, a pixel for each number.
func (p *Plate) paintMaps(v train.Volume, edge, gap, width int, m viz.Map) {
	if v.C == 0 || len(v.Data) == 0 {
		p.Pix = nil
		return
	}
	r := viz.RangeOf(v.Data)
	if v.Flat || v.H*v.W == 1 {
		p.fit(1, v.C, 1, 1, 0, v.C)
		viz.Tile(p.tile(0), v.Data, v.C, 1, 1, r, m)
		return
	}
	scale := max(1, edge/v.W)
	p.fit(v.C, v.W, v.H, scale, gap, width)
	plane := v.H * v.W
	for i := range v.C {
		viz.Tile(p.tile(i), v.Data[i*plane:(i+1)*plane], v.W, v.H, scale, r, m)
	}
}

// paintSample paints an image of values in [0,1], one pixel a cell, in colour when
// it has three planes.
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

// mapGap is the room between feature maps, in pixels.
const mapGap = 4
