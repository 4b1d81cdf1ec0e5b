package netlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// tableCells returns the table of layers as text: a line for each of its rows, with one value in
// each cell. Counts are plain digits, so that a spreadsheet reads them as numbers.
func (l *Lab) tableCells() [][]string {
	n := strconv.Itoa
	net := l.state.Net
	rows, err := net.Table()
	numbers := layerNumbers(rows)
	cells := [][]string{{l.t(text.ColNumber), l.t(text.ColLayer), l.t(text.Kind), "f", "s", "p", "d", l.t(text.Activation),
		l.t(text.ColShape), l.t(text.ColSize), l.t(text.ColSum), l.t(text.ColParams), l.t(text.ColWork), l.t(text.ColField)}}
	for i := range len(net.Layers) + 1 {
		line := make([]string, len(cells[0]))
		line[1] = l.name(i)
		if i > 0 {
			layer := net.Layers[i-1]
			line[2], line[7] = l.t(*kindRow(layer.Kind).Name), actName(layer.Act)
			for k, f := range []nn.Field{nn.FieldF, nn.FieldS, nn.FieldP, nn.FieldD} {
				if layer.Kind.Has(f) {
					line[3+k] = n(*f.Number(&layer))
				}
			}
			if layer.Kind.Has(nn.FieldP) && layer.P == nn.PadSame {
				line[5] = n(layer.Geometry().P)
			}
		}
		if i < len(rows) {
			r := rows[i]
			if numbers[i] > 0 {
				line[0] = n(numbers[i])
			}
			line[8], line[9], line[10] = r.Shape.String(), strconv.FormatInt(r.Size, 10), sumOf(net, rows, i)
			line[11], line[12], line[13] = strconv.FormatInt(r.Params, 10), strconv.FormatInt(r.MultiplyAdds, 10), l.fieldOf(rows, i)
		}
		cells = append(cells, line)
	}
	if err == nil {
		line := make([]string, len(cells[0]))
		line[1], line[11], line[12] = l.t(text.Total), strconv.FormatInt(total(rows), 10), strconv.FormatInt(multiplyAdds(rows), 10)
		cells = append(cells, line)
	}
	return cells
}

// fieldOf returns the receptive field of a row of the table.
func (l *Lab) fieldOf(rows []nn.Row, i int) string {
	from, _ := origin(l.state.Net, rows, i, Unit{})
	return strconv.Itoa(rows[from].ReceptiveField) + "×" + strconv.Itoa(rows[from].ReceptiveWidth)
}

// The texts that can be copied, as the names in copied.
const (
	copiedText = "text"
	copiedCSV  = "csv"
)

func (l *Lab) onCopyText(app.Context, app.Event) { l.copyCode(copiedText, lab.TSV(l.tableCells())) }
func (l *Lab) onCopyCSV(app.Context, app.Event)  { l.copyCode(copiedCSV, lab.CSV(l.tableCells())) }

// onCopyTable handles the copying of a selection inside the table. It puts the rows that the
// selection touches on the clipboard as text.
func (l *Lab) onCopyTable(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	selection := app.Window().Call("getSelection")
	if !selection.Truthy() || selection.Get("isCollapsed").Bool() || !e.Get("clipboardData").Truthy() {
		return
	}
	lines := ctx.JSSrc().Get("rows")
	cells, some := l.tableCells(), [][]string{}
	for i := range min(lines.Length(), len(cells)) {
		if selection.Call("containsNode", lines.Index(i), true).Bool() {
			some = append(some, cells[i])
		}
	}
	e.Get("clipboardData").Call("setData", "text/plain", lab.TSV(some))
	e.PreventDefault()
}

// renderCopy draws the buttons that copy the table.
func (l *Lab) renderCopy() app.UI {
	said := ""
	if l.copied.name == copiedText || l.copied.name == copiedCSV {
		said = l.t(text.TableCopied)
		if l.copied.failed {
			said = l.t(text.TableNotCopied)
		}
	}
	return app.Div().Class("net-copy").Body(
		ui.Button(ui.ButtonProps{ID: "copy-table", Hook: "copy-table", Label: l.t(text.CopyTable), Title: l.t(text.CopyTableHint), Emphasis: ui.Quiet}, l.onCopyText),
		ui.Button(ui.ButtonProps{ID: "copy-csv", Hook: "copy-csv", Label: l.t(text.CopyCSV), Emphasis: ui.Quiet}, l.onCopyCSV),
		app.P().Class("small").Attr("role", "status").DataSet("test", "table-copied").Text(said))
}

// rowSum returns how the selected row's parameters are counted, or "" if the network does not fit
// from above that row on.
func (l *Lab) rowSum(rows []nn.Row) string {
	row := l.state.Row
	if row == 0 || row >= len(rows) {
		return ""
	}
	r := rows[row]
	if r.Params == 0 {
		return l.t(lessonText.RowNoSum, r.Name)
	}
	w, b := tensorsOf(l.state.Net, rows, row)
	return lab.Bound(l.t(lessonText.RowSum, r.Name, w, b, sumOf(l.state.Net, rows, row), ui.Count(r.Params)))
}
