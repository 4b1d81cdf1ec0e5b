package trainlab

import (
	"math"

	"stridelab/app/ui"
	"stridelab/train"
	"stridelab/viz"
)

// mapsLayout says where the name and the maps of each layer are on their canvas, in CSS pixels.
type mapsLayout struct {
	Rows   []mapsRow
	Height float64
}

// mapsRow is the place of one layer. Its name is to the left of the maps, or above them on a narrow
// canvas.
type mapsRow struct {
	Name         string
	Y, TextY     float64
	X            float64
	Edge, Width  int     // of a tile and of the row
	Gap          int     // between tiles
	StripW       float64 // a flat layer is drawn as a strip
	StripH       float64
	Shape        string
	NameX        float64
	ShapeX       float64
	ShapeY       float64
	PictureH     float64
	Channels     int
	LayerH, LayW int
}

// leftOfMaps returns the width of the column for the layers' names. It is 0 on a narrow canvas,
// where the names are above the maps.
func leftOfMaps(width, font float64) float64 {
	if width < 520 {
		return 0
	}
	return 8 * font
}

// layMaps lays out the layers on a canvas of a width, with lettering of the size font, in CSS
// pixels.
func layMaps(maps []train.Volume, width, font float64) mapsLayout {
	left := leftOfMaps(width, font)
	narrow := left == 0
	out := mapsLayout{}
	y := 0.0
	for i, v := range maps {
		row := mapsRow{Name: v.Name, X: left, Channels: v.C, LayerH: v.H, LayW: v.W, Width: int(width - left)}
		if v.Flat || v.H*v.W == 1 {
			row.Shape = ui.Count(int64(v.C))
			row.StripW = min(float64(row.Width), float64(v.C)*max(1, math.Floor(min(8, float64(row.Width)/float64(max(v.C, 1))))))
			row.StripH = font * 1.5
			row.PictureH = row.StripH
		} else {
			row.Shape = ui.Count(int64(v.H)) + "×" + ui.Count(int64(v.W)) + "×" + ui.Count(int64(v.C))
			row.Edge, row.Gap = mapScale(v, row.Width, font)*v.W, mapGap
			if i > 0 && maps[i-1].C == v.C && out.Rows[i-1].Edge >= max(v.W, v.H) {
				// A layer with as many channels as the one before has its maps in the same columns.
				above := out.Rows[i-1]
				row.Edge = above.Edge / v.W * v.W
				row.Gap = above.Edge + above.Gap - row.Edge
			}
			scale := row.Edge / v.W
			row.PictureH = float64(viz.NewGrid(v.C, v.W*scale, v.H*scale, row.Gap, row.Width).Size().Y)
		}
		if narrow {
			row.TextY, row.ShapeY, row.ShapeX = y+font, y+font, 5*font
			y += font * 1.6
		} else {
			row.TextY, row.ShapeY = y+font, y+2.3*font
		}
		row.Y = y
		y += max(row.PictureH, map[bool]float64{true: 0, false: 2.6 * font}[narrow]) + font
		out.Rows = append(out.Rows, row)
	}
	out.Height = math.Ceil(y)
	return out
}

// largestTile returns the largest edge of a tile. It grows with the lettering.
func largestTile(font float64) int { return int(6.5 * font) }

// mapScale returns how many pixels a cell of a layer's maps takes. All tiles are in one row, unless
// they would be too small: then they are in two or four rows.
func mapScale(v train.Volume, width int, font float64) int {
	longest := max(v.W, v.H)
	for _, rows := range []int{1, 2, 4} {
		columns := (v.C + rows - 1) / rows
		edge := min(largestTile(font), width/columns-mapGap)
		if scale := edge / longest; scale >= 1 && (edge >= 24 || rows == 4) {
			return scale
		}
	}
	return 1
}

// scene draws the names and the shapes of the layers.
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
