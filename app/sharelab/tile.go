package sharelab

import "stridelab/viz"

// tileEdge is the edge of a tile in pixels. At level k a pixel stands for 2^k × 2^k weights.
const tileEdge = 256

// exactLevel is the last level at which a pixel is the mean of all its weights. At later levels it
// is the mean of 64 of them: eight evenly spaced rows of eight neighbours. The page says so.
const exactLevel = 3

// tileKey identifies a tile. Tile X, Y of a level begins at column X·256·2^Level and row
// Y·256·2^Level.
type tileKey struct{ Level, X, Y int }

// covers returns how many weights a tile of a level spans along an edge.
func covers(level int) int { return tileEdge << level }

// palette is a diverging colour map as bytes. The colour in its middle is that of paper.
type palette [257][4]byte

// newPalette returns the palette of a theme.
func newPalette(t viz.Theme) *palette {
	var p palette
	colours := viz.Diverging(t)
	for i := range p {
		c := colours.At(float64(i) / 256)
		p[i] = [4]byte{c.R, c.G, c.B, c.A}
	}
	return &p
}

// of returns the colour of t. 1 stands for three times a source's spread; t is limited to [−1, 1].
func (p *palette) of(t float64) [4]byte {
	return p[int(128.5+128*min(max(t, -1), 1))]
}

// job renders one tile, a row of pixels at a time, so that it can stop when a frame has no time
// left. It is used again for the next tile.
type job struct {
	key    tileKey
	src    source
	colour *palette
	row    int // the next row of pixels
	pix    []byte
	sums   [tileEdge]float32
	eight  [octet]float32
}

// start begins another tile.
func (j *job) start(key tileKey, src source, colour *palette) {
	if j.pix == nil {
		j.pix = make([]byte, 4*tileEdge*tileEdge)
	}
	clear(j.pix) // outside the matrix a tile is transparent
	j.key, j.src, j.colour, j.row = key, src, colour, 0
}

// step renders the next row of pixels. It reports whether the tile is complete. A row takes at most
// 2^exactLevel · covers(exactLevel) = 16,384 weights.
func (j *job) step() (done bool) {
	in, out := j.src.size()
	span := 1 << j.key.Level
	top, left := (j.key.Y*tileEdge+j.row)*span, j.key.X*covers(j.key.Level)
	width := min(tileEdge, (in-left+span-1)/span) // pixels
	if top >= out || width <= 0 {
		return true
	}
	clear(j.sums[:])
	skip := span >> min(j.key.Level, exactLevel) // the distance between the rows that are used
	rows := 0
	for row := top; row < min(top+span, out); row += skip {
		j.add(row, left, width)
		rows++
	}
	// The mean of n independent weights has a deviation smaller by √n, which is the edge of their
	// square. Multiplied by that edge, every level has the same contrast.
	edge := float64(min(span, 1<<exactLevel))
	pixels := j.pix[4*tileEdge*j.row:]
	for x := range width {
		cols := min(in-left-x*span, int(edge))
		mean := float64(j.sums[x]) / float64(rows*cols)
		c := j.colour.of(mean * edge / (3 * j.src.spread()))
		copy(pixels[4*x:], c[:])
	}
	j.row++
	return j.row == tileEdge || top+span >= out
}

// add adds a row of weights to the sums of the pixels that they belong to.
func (j *job) add(row, left, width int) {
	level := j.key.Level
	if level > exactLevel {
		for x := range width {
			j.src.weights(&j.eight, row, left+x<<level)
			for _, w := range j.eight {
				j.sums[x] += w
			}
		}
		return
	}
	in, _ := j.src.size()
	for col := 0; col < width<<level && left+col < in; col += octet {
		j.src.weights(&j.eight, row, left+col)
		for i, w := range j.eight {
			if x := (col + i) >> level; x < width {
				j.sums[x] += w
			}
		}
	}
}

// cache assigns tiles to a fixed number of slots. A new tile replaces the one that was looked at
// longest ago. The owner of the cache keeps the pixels of each slot, so the memory is bounded.
type cache struct {
	slots map[tileKey]int
	used  []int64 // when each slot was looked at last
	keys  []tileKey
	now   int64
}

// cacheSlots is the number of slots. Tiles of 256 kB in all of them take 32 MB.
const cacheSlots = 128

// newCache returns an empty cache.
func newCache(slots int) *cache {
	return &cache{slots: map[tileKey]int{}, used: make([]int64, 0, slots), keys: make([]tileKey, 0, slots)}
}

// find returns the slot of a tile and marks it as looked at.
func (c *cache) find(k tileKey) (slot int, ok bool) {
	if slot, ok = c.slots[k]; ok {
		c.now++
		c.used[slot] = c.now
	}
	return slot, ok
}

// put assigns a slot to a tile. fresh reports whether the slot is used for the first time.
func (c *cache) put(k tileKey) (slot int, fresh bool) {
	if slot, ok := c.find(k); ok {
		return slot, false
	}
	c.now++
	if len(c.keys) < cap(c.keys) {
		slot = len(c.keys)
		c.keys, c.used = append(c.keys, k), append(c.used, c.now)
		c.slots[k] = slot
		return slot, true
	}
	for i, used := range c.used {
		if used < c.used[slot] {
			slot = i
		}
	}
	delete(c.slots, c.keys[slot])
	c.keys[slot], c.used[slot], c.slots[k] = k, c.now, slot
	return slot, false
}

// forget empties the cache; the slots stay.
func (c *cache) forget() {
	clear(c.slots)
	clear(c.used)
	for i := range c.keys {
		c.keys[i] = tileKey{Level: -1} // no tile has this key
	}
}
