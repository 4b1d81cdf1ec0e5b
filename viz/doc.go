// Package viz turns numbers into drawing primitives or pixels. It is pure: nothing
// here knows a browser, a clock or a file.
//
//	[]float32 ──Range, Map──> Tile, TileRGB ──> image.RGBA   (filters, feature maps, samples)
//	[]Series  ──Curves──────> Scene                          (loss and accuracy)
//	Bars, Boxes, Reach, ShiftChart, ClassBars ──Scene──> Scene   (a figure each)
//	StageSpec ──LayoutStage──> Stage ──Scene─> Scene         (the window widget)
//	Scene ──SVG()──> text, prerendered and readable without the program
//	      ──app/ui──> a canvas, for what changes many times a second
//
// A Scene names its paints by role (Ink, Accent, Result, Positive, ...), not by colour,
// so that one scene serves the light, the dark and the projector theme: the style sheet
// colours the roles in SVG, Palette does in a canvas, and a test in app/ui holds that
// the two agree.
//
// A Stage is the window widget of /conv and /pool: the cells of the input, the kernel, the
// products and the output, placed for a width. It is plain data, as app/window changes the
// cells one by one in the browser; where cells are too many to read, volumes are tiles and
// a loupe shows the window's cells. What makes it is in the files stage*.go.
//
// Two colour maps: Diverging for signed values, blue below zero and orange above, whose
// zero is the paper itself; Sequential for activations, its lightness rising evenly.
// Both stay readable with any of the common colour vision deficiencies; the tests
// simulate them.
//
// Goldens in testdata are refreshed with go test ./viz -update.
package viz
