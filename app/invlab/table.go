package invlab

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// change is a row of the table of how much each layer changed, in words.
type change struct{ name, move, inPlace, left string }

// changes returns the rows of the table for the digit as it stands.
func (l *Lab) changes(s *seen) []change {
	rows := []change{}
	for _, la := range s.layers {
		n := s.nets()[la.net]
		name := l.t(text.RowClasses)
		c := change{move: l.t(text.CellNone), inPlace: percent(la.what.Change) + "%", left: l.t(text.CellNone)}
		if la.row >= 0 {
			r := n.rows[la.row]
			name = r.Name
			if la.row == 0 {
				name = l.t(text.RowInput)
			}
			if m := la.what; r.Jump > 0 && r.Shape.H*r.Shape.W > 1 {
				c.move = pair(m.Wanted)
				switch {
				case m.Inside.Empty():
					c.left = l.t(text.NoInside)
				case m.Left <= exactly:
					c.left = l.t(text.CellExact, tiny(m.Largest))
				case m.Exact:
					c.left = percent(m.Left) + "%"
				default:
					c.left = l.t(text.CellBetween, percent(m.Left), pair(offset{float64(m.By.X), float64(m.By.Y)}))
				}
			}
		}
		if la.net == denseNet {
			name = l.t(text.RowDense) + ": " + name
		}
		c.name = name
		rows = append(rows, c)
	}
	return rows
}

// cellID returns the id of a cell of the table, which the painter writes.
func cellID(row, col int) string { return "inv-cell-" + strconv.Itoa(row) + "-" + strconv.Itoa(col) }

// renderTable draws the table of how much each layer changed. A render writes its cells once for a
// pair of nets; from then on the painter writes them.
func (l *Lab) renderTable() app.UI {
	if l.seen == nil {
		return app.Div()
	}
	rows := []app.UI{}
	for i, c := range l.changes(l.seen) {
		cells := []app.UI{app.Th().Scope("row").Text(c.name)}
		for k, v := range []string{c.move, c.inPlace, c.left} {
			if !l.prerendered() {
				v = "–" // the same in each render, because the painter writes the values
			}
			cells = append(cells, app.Td().ID(cellID(i, k)).Text(v))
		}
		rows = append(rows, app.Tr().DataSet("test", "change-row").Body(cells...))
	}
	head := func(s string) app.UI { return app.Th().Scope("col").Text(s) }
	return app.Div().Class("inv-table").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.Table)).Body(
		app.Table().DataSet("test", "changes").Body(
			app.THead().Body(app.Tr().Body(head(l.t(text.TableLayer)), head(l.t(text.TableMove)), head(l.t(text.TableChange)), head(l.t(text.TableLeft)))),
			app.TBody().Body(rows...),
		))
}
