// Package viz turns numbers into drawing primitives or pixels. It is pure: it uses no
// browser, no clock and no file.
//
//	[]float32 ──Range, Map──> Tile, TileRGB ──> image.RGBA   (filters, feature maps, samples)
//	[]Series  ──Curves──────> Scene                          (loss and accuracy)
//	Bars, Boxes, Reach, ShiftChart, ClassBars ──Scene──> Scene   (one figure each)
//	StageSpec ──LayoutStage──> Stage ──Scene─> Scene         (the window widget)
//	NetStageSpec ──LayoutNetStage──> NetStage                (a network from input to answer)
//	Scene ──SVG()──> text, prerendered and readable without the program
//	      ──app/ui──> a canvas, for what changes many times a second
//
// A Scene names its paints by role (Ink, Accent, Result, Positive, ...), not by colour. So
// the same scene works in the light, the dark and the projector theme. The style sheet
// colours the roles in SVG, and Theme.Color does in a canvas. A test in app/ui compares the two.
//
// A Stage is the window widget of /conv and /pool: the cells of the input, the kernel, the
// products and the output, placed for a width. It is plain data, because app/window changes
// the cells one by one in the browser. Where there are too many cells to read, the volumes
// become tiles, and a loupe shows the window's cells. The files stage*.go make it.
//
// A NetStage is the drawing of a network: a column for each layer, with a place for each map, each
// number of a vector and each class. The files netstage*.go make it, find what is at a point, say
// what an arrow key leads to and what a unit reads. app/netstage paints the activations.
//
// There are two colour maps. Diverging is for signed values: blue below zero, orange above,
// and zero is the paper itself. Sequential is for activations: its lightness rises evenly.
// Both can be read with any of the common colour vision deficiencies, which the tests
// simulate.
//
// Goldens in testdata are refreshed with go test ./viz -update.
package viz
