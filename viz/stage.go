package viz

// Stage is the window widget drawn: cells with numbers on them, frames around the window
// and the output now, tiles where cells are too many to read, and texts. It is plain data
// in CSS pixels; app/window gives each cell its hooks, Scene makes a picture of it.
type Stage struct {
	W, H    float64
	Compact bool // volumes are tiles; a loupe shows the window's cells
	Cells   []StageCell
	Frames  []StageFrame
	Tiles   []StageTile
	Texts   []StageText
}

// Many reports whether the stage has more cells than SVG can change within a frame: it
// belongs on a canvas then.
func (s Stage) Many() bool { return len(s.Tiles) > 0 }

// CellRole says what a cell of the stage holds.
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

// Mark is what is to be seen of a cell beside its number; marks add up.
type Mark uint16

// The marks. None of them is told by colour alone.
const (
	MarkPadding Mark = 1 << iota // hatched
	MarkDropped                  // crossed out: no window reaches it
	MarkWindow                   // in the window now
	MarkWinner                   // ringed: the maximum
	MarkTied                     // as large as the winner, but later
	MarkNow                      // being written
	MarkPending                  // dashed: not yet computed
	MarkLit                      // touched by the cell looked at
	MarkAsked                    // its value is the question
	MarkLoupe                    // a copy of a cell of a tile, beside it
	MarkWeight                   // the number in the corner is the weight laid over the cell
)

// StageCell is one square. Row and Col are those of the volume, negative in the padding.
type StageCell struct {
	Role              CellRole
	Filter            int // KernelCell, ProductCell, BiasCell: whose
	Channel, Row, Col int
	X, Y, Size        float64
	Text, Corner      string  // the number, and a second one small in the corner
	Full              string  // the number where Text has only its first digit and its power of ten
	Tint              float64 // in [−1, 1], as Signed paints it
	Marks             Mark
}

// Has reports whether the cell carries every one of these marks.
func (c StageCell) Has(m Mark) bool { return c.Marks&m == m }

// FrameKind tells the two frames apart.
type FrameKind uint8

// The frames: the window on the input (in Accent) and the cell being written (in Result).
const (
	WindowFrame FrameKind = iota
	OutputFrame
)

// StageFrame is a square outline around cells. ID stays the same from step to step, so
// that a frame can be seen to move.
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

// Output says whether a tile of the kind shows outputs rather than the input.
func (k TileKind) Output() bool { return k == OutputTile || k == AverageTile }

// StageTile is one channel as a picture, H×W cells, each Cell pixels wide. Values is
// shared with the spec. Only the first Done cells are drawn; the rest is not yet computed.
// Pad is a border of padding inside W and H that has no values.
type StageTile struct {
	Kind       TileKind
	Channel    int // of the first value; Wrapped tiles go on with the next ones
	X, Y, Cell float64
	W, H, Pad  int
	Dropped    int
	Values     []float32
	Done       int
	Range      Range
	Wrapped    bool // one number a channel, laid out in rows: a 1×1×1000 volume
}

// StageText is a line of text, Y its baseline.
type StageText struct {
	X, Y, Size float64
	S          string
	Anchor     Anchor
	Role       Role
	Bold       bool
}

// TileAt finds the tile under a point and the cell of it, in input or output rows and
// columns (negative in the padding). index is −1 when there is none.
func (s Stage) TileAt(x, y float64) (index, row, col int) {
	for i, t := range s.Tiles {
		c, r := int((x-t.X)/t.Cell), int((y-t.Y)/t.Cell)
		if x >= t.X && y >= t.Y && c < t.W && r < t.H {
			return i, r - t.Pad, c - t.Pad
		}
	}
	return -1, 0, 0
}
