package netlab

import (
	"strings"
	"testing"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
)

func TestTableAsTextHasARowALineAndAValueACell(t *testing.T) {
	l := New(ui.Page{Lang: lang.En, Path: "/network"}, weights.NewStore())
	l.OnInit()
	const want = `No.	Layer	Kind	f	s	p	d	Activation	Activation shape	Activation size	How counted	Parameters	Multiply-adds	Receptive field
	Input							(32,32,3)	3072		0	0	1×1
1	CONV1	Convolution	5	1	0	1	ReLU	(28,28,8)	6272	(5·5·3 + 1)·8	608	470400	5×5
1	POOL1	Max pooling	2	2	0			(14,14,8)	1568		0	0	6×6
2	CONV2	Convolution	5	1	0	1	ReLU	(10,10,16)	1600	(5·5·8 + 1)·16	3216	320000	14×14
2	POOL2	Max pooling	2	2	0			(5,5,16)	400		0	0	16×16
3	FC3	Fully connected					ReLU	(120,1)	120	120·400 + 120	48120	48000	32×32
4	FC4	Fully connected					ReLU	(84,1)	84	84·120 + 84	10164	10080	32×32
5	Softmax	Fully connected						(10,1)	10	10·84 + 10	850	840	32×32
	Total										62958	849320	
`
	if got := lab.TSV(l.tableCells()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	l.setParam(idF, 99) // a network that does not fit keeps the rows above
	cells := l.tableCells()
	if len(cells) != 9 || cells[2][3] != "99" || cells[2][8] != "" {
		t.Errorf("a broken table is\n%s", lab.TSV(cells))
	}
	for _, line := range cells {
		if len(line) != len(cells[0]) {
			t.Errorf("%d cells in %q, want %d", len(line), strings.Join(line, "|"), len(cells[0]))
		}
	}
}
