package netlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestMatrixIsThatOfTheLayer(t *testing.T) {
	const lenet = "32x32x3 conv8f5+relu max2 conv16f5+relu max2 dense120+relu dense84+relu dense10"
	for _, c := range []struct {
		net      string
		row      int
		from     string
		n, out   int
		unrolls  bool
		pictures int // number of maps, plus the column, W, b and the output
	}{
		{lenet, 5, "POOL2", 400, 120, true, 16 + 4},
		{lenet, 6, "FC3", 120, 84, false, 4},
		{lenet, 7, "FC4", 84, 10, false, 4},
		{"8x8x2 conv4f3 flatten dense5+relu dense2", 3, "CONV1", 144, 5, true, 4 + 4},
		{"8x8x2 conv4f3 flatten dense5+relu dense2", 2, "CONV1", 144, 144, true, 4 + 1},
		{"8x8x2 conv4f3 gap dense2", 3, "GAP1", 4, 2, false, 4},
		{"8x8x2 dense2", 1, "Input", 128, 2, true, 2 + 4},
	} {
		lab := shown(t, lang.En, c.net, c.row, Unit{})
		r := lab.made.run
		m, ok := r.matrixOf(c.row)
		if !ok || r.rows[m.from].Name != c.from || m.n != c.n || m.out != c.out || m.unrolls() != c.unrolls {
			t.Errorf("%s, row %d: %+v from %s, want %+v", c.net, c.row, m, r.rows[m.from].Name, c)
			continue
		}
		sc, at := r.matrixScene(m, "title", [2]string{"a", "b"}, viz.Light, true)
		if got := strings.Count(sc.SVG(), "<image"); got != c.pictures {
			t.Errorf("%s, row %d: %d pictures, want %d", c.net, c.row, got, c.pictures)
		}
		if (len(at) == 3) != m.weights {
			t.Errorf("%s, row %d: W, b and the output lie at %v", c.net, c.row, at)
		}
		if html := app.HTMLString(lab.renderMatrix()); !strings.Contains(html, `data-drawn="yes"`) {
			t.Errorf("%s, row %d: the server leaves out its pixels", c.net, c.row)
		}
	}
	lab := shown(t, lang.En, lenet, 1, Unit{})
	if _, ok := lab.made.run.matrixOf(1); ok || lab.renderMatrix() != nil {
		t.Error("a convolution has the matrix of a dense layer")
	}
}
