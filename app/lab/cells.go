package lab

import "strings"

// TSV writes a table as text that a spreadsheet takes: a row a line, a tab between two values.
func TSV(rows [][]string) string {
	return joinCells(rows, "\t", func(cell string) string { return strings.NewReplacer("\t", " ", "\n", " ").Replace(cell) })
}

// CSV writes a table as RFC 4180 has it: commas, and quotes around a value that holds one.
func CSV(rows [][]string) string {
	return joinCells(rows, ",", func(cell string) string {
		if strings.ContainsAny(cell, ",\"\n\r") {
			return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		return cell
	})
}

func joinCells(rows [][]string, between string, write func(cell string) string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString(between)
			}
			b.WriteString(write(cell))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
