package viz

import "testing"

func TestEveryCellOfSheetsIsFoundWhereItIsDrawn(t *testing.T) {
	for _, s := range []Sheets{
		LaySheets(10, 20, 360, 3, 32, 32, 4, 24),
		LaySheets(0, 0, 360, 6, 28, 28, 3, 24),
		LaySheets(5, 5, 300, 1, 6, 6, 4, 24),
		LaySheets(0, 3, 200, 16, 4, 9, 4, 24),
	} {
		for sheet := range s.N {
			for row := range s.Rows {
				for col := range s.Cols {
					r := s.Box(sheet, row, col, 1, 1)
					gotSheet, gotRow, gotCol, ok := s.Find(r.X+r.W/2, r.Y+r.H/2)
					if !ok || gotSheet != sheet || gotRow != row || gotCol != col {
						t.Fatalf("%+v: cell %d %d %d found as %d %d %d, %v", s, sheet, row, col, gotSheet, gotRow, gotCol, ok)
					}
				}
			}
		}
		if _, _, _, ok := s.Find(s.X-1, s.Y-1); ok {
			t.Errorf("%+v: a cell outside", s)
		}
		last := s.Box(s.N-1, s.Rows-1, s.Cols-1, 1, 1)
		if got := last.Y + last.H; got < s.Bottom()-1e-9 || got > s.Bottom()+1e-9 {
			t.Errorf("%+v: the last cell ends at %v, the sheets at %v", s, got, s.Bottom())
		}
	}
}

func TestSheetsFitTheirWidth(t *testing.T) {
	s := LaySheets(0, 0, 360, 6, 28, 28, 3, 24)
	if r := s.Box(2, 0, 0, 28, 28); r.X+r.W > 360.001 || r.X+r.W < 359.9 {
		t.Errorf("three sheets end at %v, want 360", r.X+r.W)
	}
	if s := LaySheets(0, 0, 360, 1, 3, 3, 4, 24); s.Cell != 24 {
		t.Errorf("a cell of %v, want no larger than 24", s.Cell)
	}
}
