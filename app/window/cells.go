package window

import (
	"html"
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/viz"
)

// cellView is a cell of the stage as the document shows it.
type cellView struct {
	viz.StageCell
	Value string // the value of data-value; "" while not yet computed
	Alone bool   // an output of a stage that does not draw all outputs as cells, see drawsFewer
}

// hook returns the cell's data-test.
func (c cellView) hook() string {
	switch c.Role {
	case viz.KernelCell:
		return "kernel-cell"
	case viz.ProductCell:
		return "product-cell"
	case viz.BiasCell:
		return "bias-cell"
	case viz.OutputCell, viz.AverageCell:
		if c.Alone {
			return "output-now"
		}
		return "output-cell"
	}
	if c.Has(viz.MarkPadding) {
		return "padding-cell"
	}
	return "input-cell"
}

// editable reports whether a number can be typed into the cell. Pooling draws the input twice on
// the Backward tab; both copies are editable.
func (c cellView) editable(tab Tab) bool {
	switch c.Role {
	case viz.InputCell, viz.SpreadCell:
		return !c.Has(viz.MarkPadding)
	case viz.KernelCell, viz.BiasCell:
		return true
	case viz.OutputCell:
		return tab == Backward
	}
	return false
}

// focusable reports whether the keyboard can reach the cell.
func (c cellView) focusable() bool {
	return c.Role != viz.ProductCell && !(c.Has(viz.MarkPadding))
}

// cellViews returns the cells of a stage with their values.
func (l *Lab) cellViews(st viz.Stage) []cellView {
	all := make([]cellView, len(st.Cells))
	alone := l.drawsFewer(st)
	for i, c := range st.Cells {
		all[i] = cellView{c, l.cellValue(c), alone && (c.Role == viz.OutputCell || c.Role == viz.AverageCell)}
	}
	return all
}

// drawsFewer reports whether a stage draws fewer outputs as cells than there are. The others are
// pixels of a tile, which cannot have hooks. Then the roll (roll_js.go) has an element with a hook
// for every output, and the output that is drawn has a hook of another name.
func (l *Lab) drawsFewer(st viz.Stage) bool {
	drawn := 0
	for _, c := range st.Cells {
		if c.Role == viz.OutputCell {
			drawn++
		}
	}
	return drawn < l.walk.Steps()
}

// cellValue returns the number of a cell as data-value has it. On the Backward tab cells keep their
// forward value; the text of the cell shows its gradient.
func (l *Lab) cellValue(c viz.StageCell) string {
	w, s := l.walk, l.state
	at := func(x []float32, i int) string {
		if i < 0 || i >= len(x) {
			return ""
		}
		return trace.Plain(x[i])
	}
	switch c.Role {
	case viz.KernelCell:
		return at(s.W, ((c.Filter*w.C+c.Channel)*w.F+c.Row)*w.F+c.Col)
	case viz.BiasCell:
		return at(s.B, c.Filter)
	case viz.InputCell, viz.SpreadCell:
		if c.Has(viz.MarkPadding) {
			return "0"
		}
		return at(s.X, (c.Channel*w.N+c.Row)*w.N+c.Col)
	case viz.OutputCell, viz.AverageCell:
		i := w.Index(c.Channel, c.Row, c.Col)
		if s.Tab == Forward && i >= s.Done {
			return ""
		}
		switch {
		case s.Setting.Kind == trace.Conv:
			return at(w.Out, i)
		case c.Role == viz.AverageCell:
			return at(w.Avg, i)
		}
		return at(w.Max, i)
	}
	return ""
}

// label returns the cell's name for a screen reader.
func (l *Lab) label(c cellView) string {
	value := c.Text
	switch {
	case value == "":
		value = l.t(text.NotYet)
	case c.Full != "":
		value += " ≈ " + c.Full // the cell has room for its first digit only
	}
	row, col := c.Row+1, c.Col+1
	switch c.Role {
	case viz.KernelCell:
		return l.say(text.KernelCell, c.Filter+1, c.Channel+1, row, col, value)
	case viz.BiasCell:
		return l.say(text.BiasCell, c.Filter+1, value)
	case viz.OutputCell:
		if l.state.Tab == Backward {
			return l.say(text.GradientCell, c.Channel+1, row, col, value)
		}
		if l.state.Setting.Kind == trace.Pool {
			return l.say(text.MaxCell, c.Channel+1, row, col, value)
		}
		return l.say(text.OutputCell, c.Channel+1, row, col, value)
	case viz.AverageCell:
		return l.say(text.AverageCell, c.Channel+1, row, col, value)
	}
	if l.state.Tab == Backward {
		return l.say(text.InputGradientCell, c.Channel+1, row, col, value, c.Corner)
	}
	return l.say(text.InputCell, c.Channel+1, row, col, value)
}

// say does what Page.T does for arguments that are integers and strings. It is faster, because a
// step may name hundreds of cells.
func (l *Lab) say(t lang.Text, args ...any) string {
	s := t.In(l.Page.Lang)
	b := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); i++ {
		if s[i] != '{' || i+2 >= len(s) || s[i+2] != '}' || int(s[i+1]-'0') >= len(args) {
			b = append(b, s[i])
			continue
		}
		switch v := args[s[i+1]-'0'].(type) {
		case int:
			b = strconv.AppendInt(b, int64(v), 10)
		case string:
			b = append(b, v...)
		}
		i += 2
	}
	return string(b)
}

// class returns the classes by which the style sheet draws the cell.
func (c cellView) class() string {
	var b strings.Builder
	b.WriteString([...]string{"cell in", "cell kernel", "cell product", "cell bias", "cell out", "cell out avg", "cell in spread"}[c.Role])
	for _, m := range []struct {
		mark viz.Mark
		name string
	}{{viz.MarkPadding, " padding"}, {viz.MarkDropped, " dropped"}, {viz.MarkWindow, " windowed"}, {viz.MarkNow, " now"}, {viz.MarkPending, " pending"},
		{viz.MarkLit, " lit"}, {viz.MarkAsked, " asked"}} {
		if c.Has(m.mark) {
			b.WriteString(m.name)
		}
	}
	return b.String()
}

// inner returns the SVG inside the cell's group. The cell's upper left corner is at 0.
func (c cellView) inner() string {
	b := make([]byte, 0, 320)
	f := func(v float64) { b = strconv.AppendFloat(b, v, 'f', 1, 64) }
	s := func(v string) { b = append(b, v...) }
	role, opacity := groundPaint(c.Tint)
	s(`<rect class="ground `)
	s(role)
	s(`" fill-opacity="`)
	b = strconv.AppendFloat(b, opacity, 'f', 2, 64)
	s(`" width="`)
	f(c.Size)
	s(`" height="`)
	f(c.Size)
	s(`"/>`)
	if c.Has(viz.MarkPadding) {
		s(`<path class="hatch" d="M0 `)
		f(c.Size / 2)
		s("L")
		f(c.Size / 2)
		s(" 0M0 ")
		f(c.Size)
		s("L")
		f(c.Size)
		s(" 0M")
		f(c.Size / 2)
		s(" ")
		f(c.Size)
		s("L")
		f(c.Size)
		s(" ")
		f(c.Size / 2)
		s(`"/>`)
	}
	if c.Has(viz.MarkDropped) {
		s(`<path class="cross" d="M0 0L`)
		f(c.Size)
		s(" ")
		f(c.Size)
		s("M")
		f(c.Size)
		s(" 0L0 ")
		f(c.Size)
		s(`"/>`)
	}
	if ring, ok := c.Ring(); ok {
		class := "ring"
		if c.Has(viz.MarkTied) {
			class = "tied"
		}
		s(`<rect class="`)
		s(class)
		s(`" x="`)
		f(ring.X - c.X)
		s(`" y="`)
		f(ring.Y - c.Y)
		s(`" width="`)
		f(ring.W)
		s(`" height="`)
		f(ring.H)
		s(`" rx="`)
		f(ring.Round)
		s(`"/>`)
	}
	if c.Text != "" {
		s(`<text class="value" text-anchor="middle" x="`)
		f(c.Size / 2)
		s(`" y="`)
		f(c.TextY() - c.Y)
		s(`" font-size="`)
		f(c.TextSize())
		s(`">`)
		s(html.EscapeString(c.Text))
		s("</text>")
	}
	return string(b)
}

// groundPaint returns the class and the opacity with which a tint in [−1, 1] fills a cell, as
// viz.Signed does.
func groundPaint(tint float64) (class string, opacity float64) {
	switch {
	case tint > 0:
		return "f-positive", tint
	case tint < 0:
		return "f-negative", -tint
	}
	return "f-paper", 1
}

// attrs returns the attributes of the cell's group that may change from one step to the next, in a
// fixed order. The accessible name is not among them: drawing.names writes it later.
func (l *Lab) attrs(c cellView) [][2]string {
	a := append(make([][2]string, 0, 11), [][2]string{
		{"class", c.class()},
		{"transform", "translate(" + decimal(c.X) + " " + decimal(c.Y) + ")"},
		{"data-test", c.hook()},
		{"data-channel", strconv.Itoa(c.Channel)},
		{"data-row", strconv.Itoa(c.Row)},
		{"data-col", strconv.Itoa(c.Col)},
		{"data-value", c.Value},
	}...)
	switch c.Role {
	case viz.KernelCell, viz.BiasCell, viz.ProductCell:
		a = append(a, [2]string{"data-filter", strconv.Itoa(c.Filter)})
	case viz.OutputCell, viz.AverageCell:
		if l.state.Setting.Kind == trace.Pool {
			a = append(a, [2]string{"data-pool", [2]string{"max", "avg"}[btoi(c.Role == viz.AverageCell)]})
		}
	case viz.SpreadCell:
		a = append(a, [2]string{"data-pool", "avg"})
	}
	if l.state.Tab == Backward && c.Role != viz.ProductCell {
		a = append(a, [2]string{"data-gradient", strings.ReplaceAll(c.Text, "−", "-")})
	}
	if c.focusable() {
		a = append(a, [2]string{"role", "button"})
	} else {
		a = append(a, [2]string{"aria-hidden", "true"})
	}
	return a
}

// changes calls set for each attribute of attrs whose value for now differs from that for was. It
// does not write out the others, because hundreds of cells may change in a step.
func (l *Lab) changes(now, was cellView, set func(name, value string)) {
	if now.Marks != was.Marks || now.Role != was.Role {
		set("class", now.class())
	}
	if now.X != was.X || now.Y != was.Y {
		set("transform", "translate("+decimal(now.X)+" "+decimal(now.Y)+")")
	}
	if hook := now.hook(); hook != was.hook() {
		set("data-test", hook)
	}
	for _, n := range [3]struct {
		name     string
		now, was int
	}{{"data-channel", now.Channel, was.Channel}, {"data-row", now.Row, was.Row}, {"data-col", now.Col, was.Col}} {
		if n.now != n.was {
			set(n.name, strconv.Itoa(n.now))
		}
	}
	if now.Value != was.Value {
		set("data-value", now.Value)
	}
	if now.Filter != was.Filter {
		switch now.Role {
		case viz.KernelCell, viz.BiasCell, viz.ProductCell:
			set("data-filter", strconv.Itoa(now.Filter))
		}
	}
	if now.Text != was.Text && l.state.Tab == Backward && now.Role != viz.ProductCell {
		set("data-gradient", strings.ReplaceAll(now.Text, "−", "-"))
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// tilesSVG draws a line around each tile. A tile can have the focus, and then the arrow keys move a
// cursor in it (pad_js.go). Of the tiles of the outputs, the Tab key stops at the first only; the
// arrow keys move on to the others.
func (l *Lab) tilesSVG(st viz.Stage) string {
	s := ""
	seen := [4]bool{}
	for _, t := range st.Tiles {
		hook, stop, label := "input-tile", "0", l.say(text.InputTile, t.Channel+1, l.walk.N)
		if t.Kind.Output() {
			hook, label = "output-tile", l.say(text.OutputTile, t.Channel+1, l.walk.Edge)
			if seen[t.Kind] {
				stop = "-1"
			}
			seen[t.Kind] = true
		}
		s += `<rect x="` + decimal(t.X) + `" y="` + decimal(t.Y) + `" width="` + decimal(float64(t.W)*t.Cell) + `" height="` + decimal(float64(t.H)*t.Cell) +
			`" class="tile pad" data-test="` + hook + `" data-role="` + strconv.Itoa(int(cellRole(t.Kind))) + `" data-channel="` + strconv.Itoa(t.Channel) +
			`" tabindex="` + stop + `" role="button" aria-label="` + html.EscapeString(label) + `"/>`
	}
	return s
}

// cellRole returns the role of the cells that a tile stands for.
func cellRole(k viz.TileKind) viz.CellRole {
	return [...]viz.CellRole{viz.InputTile: viz.InputCell, viz.OutputTile: viz.OutputCell, viz.AverageTile: viz.AverageCell, viz.SpreadTile: viz.SpreadCell}[k]
}

// textsSVG draws the stage's words.
func textsSVG(st viz.Stage) string {
	var b strings.Builder
	for _, t := range st.Texts {
		anchor := [...]string{viz.Start: "start", viz.Middle: "middle", viz.End: "end"}[t.Anchor]
		b.WriteString(`<text class="word f-` + t.Role.String())
		if t.Bold {
			b.WriteString(" bold")
		}
		b.WriteString(`" x="` + decimal(t.X) + `" y="` + decimal(t.Y) + `" font-size="` + decimal(t.Size) + `" text-anchor="` + anchor + `">` + html.EscapeString(t.S) + "</text>")
	}
	return b.String()
}

// cornersSVG draws the small numbers in the corners of cells, as a layer of their own. The visible
// text inside a cell must be part of its accessible name, and these numbers are not its value.
func cornersSVG(st viz.Stage) string {
	b := make([]byte, 0, 4096)
	for _, c := range st.Cells {
		if c.Corner == "" {
			continue
		}
		class := "corner"
		if c.Has(viz.MarkWeight) {
			class = "corner weight"
		}
		b = append(b, `<text class="`+class+`" text-anchor="end" x="`...)
		b = strconv.AppendFloat(b, c.CornerX(), 'f', 1, 64)
		b = append(b, `" y="`...)
		b = strconv.AppendFloat(b, c.CornerY(), 'f', 1, 64)
		b = append(b, `" font-size="`...)
		b = strconv.AppendFloat(b, c.CornerSize(), 'f', 1, 64)
		b = append(b, `">`...)
		b = append(b, html.EscapeString(c.Corner)...)
		b = append(b, "</text>"...)
	}
	return string(b)
}

// svg returns the whole stage as SVG. If live is false, it holds everything, for a page without the
// program. If live is true, it is what the painter starts from: the painter moves the frames, and
// draws the cells itself if they are many.
func (l *Lab) svg(st viz.Stage, label string, live bool) string {
	var b strings.Builder
	class := "viz stage-svg"
	if live && st.Many() {
		class += " outlined"
	}
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="` + class + `" role="group" aria-label="` + html.EscapeString(label) + `" viewBox="0 0 ` + decimal(st.W) + " " + decimal(st.H) +
		`" width="` + decimal(st.W) + `" height="` + decimal(st.H) + `"><g class="cells">`)
	b.WriteString(l.cellsSVG(l.cellViews(st), live && st.Many()))
	b.WriteString(`</g><g class="tiles">` + l.tilesSVG(st) + `</g><g class="words" aria-hidden="true">` + textsSVG(st) + `</g><g class="corners" aria-hidden="true">`)
	if !live || !st.Many() {
		b.WriteString(cornersSVG(st))
	}
	b.WriteString("</g>")
	if !live {
		b.WriteString(`<g class="frames" aria-hidden="true">`)
		for _, f := range st.Frames {
			b.WriteString(`<rect class="frame ` + frameClass(f) + `" x="` + decimal(f.X) + `" y="` + decimal(f.Y) + `" width="` + decimal(f.Size) + `" height="` + decimal(f.Size) + `"/>`)
		}
		b.WriteString("</g>")
	}
	b.WriteString("</svg>")
	return b.String()
}

func frameClass(f viz.StageFrame) string {
	if f.Kind == viz.OutputFrame {
		return "frame-output"
	}
	return "frame-window"
}

// cellsSVG writes every cell, or only its border if outlined. In each sheet of cells one can be
// reached by the Tab key; the arrow keys go on from there.
func (l *Lab) cellsSVG(cells []cellView, outlined bool) string {
	var b strings.Builder
	seen := map[[3]int]bool{}
	for _, c := range cells {
		b.WriteString("<g")
		for _, a := range l.attrs(c) {
			b.WriteString(" " + a[0] + `="` + html.EscapeString(a[1]) + `"`)
		}
		if c.focusable() {
			b.WriteString(` aria-label="` + html.EscapeString(l.label(c)) + `"`)
			sheet := [3]int{int(c.Role), c.Filter, c.Channel}
			if seen[sheet] {
				b.WriteString(` tabindex="-1"`)
			} else {
				b.WriteString(` tabindex="0"`)
			}
			seen[sheet] = true
		}
		b.WriteByte('>')
		if outlined {
			b.WriteString(`<rect class="ground" width="` + decimal(c.Size) + `" height="` + decimal(c.Size) + `"/>`)
		} else {
			b.WriteString(c.inner())
		}
		b.WriteString("</g>")
	}
	return b.String()
}
