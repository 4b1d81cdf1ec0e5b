package data

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// CSV is a table as text, as datasets are at Kaggle: a row for each picture, its label first and
// then the pixels of a square grey image, row after row. The first line may name the columns; then
// the label may also be the last column. Values stand between commas, semicolons or tabs, with or
// without quotes. Values become [0,1] as those of IDX do. A dataset is one or two files, the larger
// one for training.
//
// The text is parsed into a byte for each value, or a float32 from the first value on that is no
// byte. The text takes more than either.

func recognisesCSV(h Head) bool {
	b := h.Bytes
	return len(b) > 0 && !isPage(b) && !isPicture(b) && !IsGzip(b) && !IsZip(b) && isTable(b, strings.ToLower(h.Name))
}

// isTable reports whether a file is a table as text: by its name, because it begins with the name
// of the labels' column, or because most of it is numbers between separators.
func isTable(b []byte, name string) bool {
	if strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv") {
		return true
	}
	digits, separators, others := 0, 0, 0
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case isSeparator(c):
			separators++
		case c > ' ' && c != '.' && c != '-':
			others++
		}
	}
	if separators >= 3 && digits > 4*others {
		return true
	}
	first := strings.IndexFunc(string(b), func(r rune) bool { return r < 0x80 && isSeparator(byte(r)) })
	return first > 0 && isLabelName(cellText(b[:first]))
}

func isSeparator(c byte) bool { return c == ',' || c == ';' || c == '\t' }

// isLabelName reports whether a column of this name holds labels.
func isLabelName(name string) bool {
	switch strings.ToLower(name) {
	case "label", "labels", "class", "target", "digit", "y":
		return true
	}
	return false
}

// checkCSV finds nothing: first lines are longer than heads.
func checkCSV([]Head) error { return nil }

// readCSV reads one or two tables. Beside those, it leaves out tables of other things, as Kaggle's
// test.csv, which has no labels, and sample_submission.csv.
func readCSV(files []File, progress func(done int64)) (Source, error) {
	var tables []*table
	var leftOut []string
	var firstFault error // of the first table that is left out
	for _, f := range files {
		t := &table{name: f.Name, text: bytes.TrimPrefix(f.Data, []byte("\xef\xbb\xbf"))}
		if err := t.readFirstLine(); err == nil {
			tables = append(tables, t)
		} else if leftOut = append(leftOut, f.Name); firstFault == nil {
			firstFault = err
		}
	}
	switch {
	case len(tables) == 0:
		return nil, firstFault
	case len(tables) > 2:
		return nil, fault(CodeTooManyFiles, len(tables))
	}
	all := noExtent()
	var arrays []array
	var done int64
	for _, t := range tables {
		t.progress = func(read int) { progress(done + int64(read)) }
		if err := t.read(); err != nil {
			return nil, err
		}
		done += int64(len(t.text))
		progress(done)
		pictures, e := t.arrays()
		all = all.with(e)
		arrays = append(arrays, pictures...)
	}
	train, test, err := pairUp(arrays)
	if err != nil {
		return nil, err
	}
	s := newStored(Info{Name: "csv", LeftOut: leftOut}, train.images.layout, train.part(), test.part(), all, nil)
	s.settleEMNIST(namesOf(files))
	return s, nil
}

// table is one file, and what has been read of it.
type table struct {
	name     string
	text     []byte
	progress func(read int)
	told     int // the last progress

	at        int // the next byte
	line      int // the line that is read, from 1
	separator byte
	columns   int
	label     int // the column of the label
	edge      int // of the images

	labels []byte
	values []byte // of the images, of a kind
	kind   numberKind
	all    extent
}

// read reads the rows.
func (t *table) read() error {
	pixels := t.columns - 1
	// A value and its separator take two bytes at least.
	rows := min(bytes.Count(t.text, []byte("\n"))+1, len(t.text)/(2*t.columns)+1)
	t.kind, t.all, t.values, t.labels = uint8s, noExtent(), make([]byte, 0, rows*pixels), make([]byte, 0, rows)
	for t.at < len(t.text) {
		t.line++
		if t.skipBlankLine() {
			continue
		}
		if err := t.readRow(); err != nil {
			return err
		}
	}
	if len(t.labels) == 0 {
		return fault(CodeNoSamples, t.name)
	}
	return nil
}

// readFirstLine finds out the separator and the columns, and skips the line if it is a header.
func (t *table) readFirstLine() error {
	for t.line++; t.at < len(t.text) && t.skipBlankLine(); t.line++ {
	}
	first, _, _ := bytes.Cut(t.text[t.at:], []byte("\n"))
	most := 0
	for _, c := range []byte(",;\t") {
		if n := bytes.Count(first, []byte{c}); n > most {
			most, t.separator = n, c
		}
	}
	t.columns = most + 1
	begin, end := first, first
	if most > 0 {
		begin, end = first[:bytes.IndexByte(first, t.separator)], first[bytes.LastIndexByte(first, t.separator)+1:]
	}
	_, isNumber := number(begin)
	if !isNumber && !isLabelName(cellText(begin)) && isLabelName(cellText(end)) {
		t.label = most
	}
	named := isLabelName(cellText(begin)) || t.label > 0
	image, ok := flattened(t.columns - 1)
	if !ok || image.c != 1 || image.h < 2 {
		if all, square := flattened(t.columns); square && all.c == 1 && !named {
			return fault(CodeCSVNoLabels, t.name)
		}
		return fault(CodeCSVColumns, t.name, t.columns)
	}
	t.edge = image.h
	if isNumber {
		t.line--
		return nil
	}
	t.at = min(t.at+len(first)+1, len(t.text))
	return nil
}

// skipBlankLine skips a line without a value, and reports whether there was one.
func (t *table) skipBlankLine() bool {
	for i := t.at; i < len(t.text); i++ {
		switch t.text[i] {
		case '\n':
			t.at = i + 1
			return true
		case ' ', '\r':
		default:
			return false
		}
	}
	t.at = len(t.text)
	return true
}

// readRow reads a line.
func (t *table) readRow() error {
	for column := 0; ; column++ {
		if t.kind == uint8s {
			column = t.readBytes(column)
		}
		start := t.at
		for t.at < len(t.text) && t.text[t.at] != t.separator && t.text[t.at] != '\n' {
			t.at++
		}
		if t.at-t.told >= progressBytes/2 {
			t.told = t.at
			t.progress(t.at)
		}
		cell := t.text[start:t.at]
		last := t.at == len(t.text) || t.text[t.at] == '\n'
		t.at = min(t.at+1, len(t.text))
		if last != (column == t.columns-1) {
			if !last {
				column += 1 + bytes.Count(t.restOfLine(), []byte{t.separator})
			}
			return fault(CodeCSVRow, t.name, t.line, column+1, t.columns)
		}
		value, ok := number(cell)
		switch {
		case !ok:
			return fault(CodeCSVNumber, t.name, t.line, shown(cellText(cell)))
		case column != t.label:
			if err := t.add(value); err != nil {
				return err
			}
		case value >= 0 && value <= maxLabel && value == float64(int(value)):
			t.labels = append(t.labels, byte(value))
		default:
			return fault(CodeTooManyLabels, t.name, strconv.FormatFloat(value, 'g', -1, 64), maxLabel)
		}
		if last {
			return nil
		}
	}
}

// readBytes reads values of an image that are written in up to three digits and are bytes, which is
// most of any table, from a column on. It returns the column of the next value to read, which is
// the last one or before it.
func (t *table) readBytes(column int) int {
	text, at, separator, values := t.text, t.at, t.separator, t.values
	all := extent{255, 0}
	for ; column < t.columns-1 && column != t.label && at-t.at < progressBytes/4; column++ {
		value, end := 0, at
		for end < len(text) && end < at+3 && text[end]-'0' <= 9 {
			value = 10*value + int(text[end]-'0')
			end++
		}
		if end == at || end == len(text) || text[end] != separator || value > 255 {
			break
		}
		all = extent{min(all.low, float64(value)), max(all.high, float64(value))}
		values = append(values, byte(value))
		at = end + 1
	}
	if at > t.at {
		t.all = t.all.with(all)
	}
	t.at, t.values = at, values
	return column
}

// restOfLine is what follows in the line.
func (t *table) restOfLine() []byte {
	line, _, _ := bytes.Cut(t.text[t.at:], []byte("\n"))
	return line
}

// add appends a value of an image.
func (t *table) add(value float64) error {
	t.all = extent{min(t.all.low, value), max(t.all.high, value)}
	if t.kind == uint8s {
		if b := byte(value); float64(b) == value {
			t.values = append(t.values, b)
			return nil
		}
		if int64(cap(t.values))*4 > MaxBytes {
			return TooLarge(t.name)
		}
		bytes := t.values
		t.kind, t.values = float32s, make([]byte, 0, 4*cap(bytes))
		for _, b := range bytes {
			t.append(float32(b))
		}
	}
	t.append(float32(value))
	return nil
}

func (t *table) append(value float32) {
	t.values = binary.LittleEndian.AppendUint32(t.values, math.Float32bits(value))
}

// arrays returns the images and the labels.
func (t *table) arrays() ([]array, extent) {
	n, image := len(t.labels), planes(1, t.edge, t.edge)
	all := t.all
	if t.kind == uint8s && all.high > 1 {
		all = extent{0, 255}
	}
	return []array{
		{name: t.name, n: n, record: image.size(), layout: image, numbers: numbers{t.kind, true, t.values}},
		{name: t.name, n: n, record: 1, numbers: numbers{uint8s, true, t.labels}, labels: t.labels},
	}, all
}

// cellText returns a value without blanks and quotes.
func cellText(cell []byte) string { return string(trimCell(cell)) }

func trimCell(cell []byte) []byte {
	cell = bytes.TrimSpace(cell)
	if len(cell) >= 2 && cell[0] == cell[len(cell)-1] && (cell[0] == '"' || cell[0] == '\'') {
		cell = cell[1 : len(cell)-1]
	}
	return cell
}

// number returns the number in a cell. Up to three digits, which is what pixels have, are read
// without a detour.
func number(cell []byte) (value float64, ok bool) {
	if n := len(cell); n >= 1 && n <= 3 {
		v := 0
		for _, c := range cell {
			if c < '0' || c > '9' {
				v = -1
				break
			}
			v = 10*v + int(c-'0')
		}
		if v >= 0 {
			return float64(v), true
		}
	}
	cell = trimCell(cell)
	const longest = 40
	if len(cell) == 0 || len(cell) > longest {
		return 0, false
	}
	value, err := strconv.ParseFloat(string(cell), 64)
	return value, err == nil && value-value == 0
}
