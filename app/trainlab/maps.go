package trainlab

import (
	"stridelab/train"
)

// leftOfMaps returns the width of the column for the layers' names. It is 0 on a narrow canvas,
// where the names are above the maps.
func leftOfMaps(width, font float64) float64 {
	if width < 520 {
		return 0
	}
	return 8 * font
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
