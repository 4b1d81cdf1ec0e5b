// Package viz turns numbers into drawing primitives or pixels. It is pure: nothing
// here knows a browser, a clock or a file.
//
//	[]float32 ──Range, Map──> Tile, TileRGB ──> image.RGBA   (filters, feature maps, samples)
//	[]Series  ──Curves──────> Scene                          (loss and accuracy)
//	Scene ──SVG()──> text, prerendered and readable without the program
//	      ──app/ui──> a canvas, for what changes many times a second
//
// A Scene names its paints by role (Ink, Accent, Result, Positive, ...), not by colour,
// so that one scene serves the light, the dark and the projector theme: the style sheet
// colours the roles in SVG, Palette does in a canvas, and a test in app/ui holds that
// the two agree.
//
// Two colour maps: Diverging for signed values, blue below zero and orange above, whose
// zero is the paper itself; Sequential for activations, its lightness rising evenly.
// Both stay readable with any of the common colour vision deficiencies; the tests
// simulate them.
//
// Goldens in testdata are refreshed with go test ./viz -update.
package viz
