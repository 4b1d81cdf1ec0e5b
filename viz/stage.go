package viz

// Stage is the drawing of the window widget: cells with numbers, frames around the window
// and the output now, tiles where there are too many cells to read, and texts. It is plain
// data in CSS pixels. app/window makes elements of the cells; Scene makes a picture.
type Stage struct {
	W, H    float64
	Compact bool // volumes are tiles; a loupe shows the window's cells
	Cells   []StageCell
	Frames  []StageFrame
	Tiles   []StageTile
	Texts   []StageText
}

// Many reports whether the stage has more cells than SVG can change within a frame. Such a
// stage is drawn on a canvas.
func (s Stage) Many() bool { return len(s.Tiles) > 0 }

// CellRole says what the number of a cell is.
type CellRole uint8

// The roles of cells.
const (
	InputCell   CellRole = iota // x, or dX in Backward
	KernelCell                  // a weight, or dW
	ProductCell                 // x·w, or g·x in Backward
	BiasCell                    // b, or db
	OutputCell                  // a feature map's cell or a maximum; its gradient in Backward
	AverageCell                 // an average
	SpreadCell                  // dX under average pooling
)

// Mark is a set of marks, which show on a cell beside its number.
type Mark uint16

// The marks. None of them relies on colour alone.
const (
	MarkPadding Mark = 1 << iota // hatched
	MarkDropped                  // crossed out: no window reaches it
	MarkWindow                   // in the window now
	MarkWinner                   // ringed: the maximum
	MarkTied                     // as large as the winner, but later
	MarkNow                      // being written
	MarkPending                  // dashed: not yet computed
	MarkLit                      // it depends on the input cell that the learner looks at
	MarkAsked                    // its value is the question
	MarkLoupe                    // a copy of a cell of a tile, beside it
	MarkWeight                   // the number in the corner is the weight that multiplies the cell
)

// StageCell is one square. Row and Col are those of the volume, negative in the padding.
type StageCell struct {
	Role              CellRole
	Filter            int // of a KernelCell, ProductCell or BiasCell
	Channel, Row, Col int
	X, Y, Size        float64
	Text, Corner      string  // the number, and a small second one in the corner
	Full              string  // the whole number, where Text is only a digit and a power of ten
	Tint              float64 // in [−1, 1], painted by Signed
	Marks             Mark
}

// Has reports whether the cell carries every one of these marks.
func (c StageCell) Has(m Mark) bool { return c.Marks&m == m }

// FrameKind is one of the two kinds of frame.
type FrameKind uint8

// The frames: the window on the input (in Accent) and the cell being written (in Result).
const (
	WindowFrame FrameKind = iota
	OutputFrame
)

// StageFrame is a square outline around cells. A frame keeps its ID from step to step, so
// that it can be moved rather than drawn anew.
type StageFrame struct {
	Kind       FrameKind
	ID         int
	X, Y, Size float64
}

// TileKind says which volume a tile shows.
type TileKind uint8

// The kinds of tile.
const (
	InputTile TileKind = iota
	OutputTile
	AverageTile
	SpreadTile // dX under average pooling
)

// Output reports whether a tile of this kind shows outputs rather than the input.
func (k TileKind) Output() bool { return k == OutputTile || k == AverageTile }

// StageTile is one channel as a picture, H×W cells, each Cell pixels wide.
type StageTile struct {
	Kind       TileKind
	Channel    int // of the first value
	X, Y, Cell float64
	W, H       int       // in cells, padding included
	Pad        int       // cells of padding at each edge, which have no values
	Dropped    int       // rows and columns at the end that no window reaches
	Values     []float32 // shared with the spec
	Done       int       // the first values that are drawn; the rest is not yet computed
	Range      Range     // that the colours cover
	Wrapped    bool      // one value for each channel, laid out in rows: a 1×1×1000 volume
}

// StageText is a line of text, Y its baseline.
type StageText struct {
	X, Y, Size float64
	S          string
	Anchor     Anchor
	Role       Role
	Bold       bool
}

// TileAt finds the tile at a point, and the cell there. Rows and columns are those of the
// input or output, negative in the padding. index is −1 where there is no tile.
func (s Stage) TileAt(x, y float64) (index, row, col int) {
	for i, t := range s.Tiles {
		c, r := int((x-t.X)/t.Cell), int((y-t.Y)/t.Cell)
		if x >= t.X && y >= t.Y && c < t.W && r < t.H {
			return i, r - t.Pad, c - t.Pad
		}
	}
	return -1, 0, 0
}
