package ui

import "testing"

func TestAPalmNeitherStopsAPenNorDraws(t *testing.T) {
	type act struct {
		do   string // "down", "up", "hover"
		c    Contact
		want bool // it begins, or ends, the stroke
		palm bool // it takes the place of a palm
	}
	pen := func(at float64) Contact { return Contact{1, "pen", at} }
	touch := func(id int, at float64) Contact { return Contact{id, "touch", at} }
	mouse := func(at float64) Contact { return Contact{9, "mouse", at} }
	for _, c := range []struct {
		name string
		acts []act
	}{
		{"a pen after a palm", []act{{"down", touch(2, 0), true, false}, {"down", pen(10), true, true}, {"up", touch(2, 20), false, false}, {"up", pen(30), true, false}}},
		{"a palm during a pen's stroke", []act{{"down", pen(0), true, false}, {"down", touch(2, 9000), false, false}, {"up", touch(2, 9100), false, false}, {"up", pen(9200), true, false}}},
		{"a palm after a pen's stroke", []act{{"down", pen(0), true, false}, {"up", pen(100), true, false}, {"down", touch(2, 4000), false, false}, {"up", touch(2, 4500), false, false}}},
		{"a palm under a pen in the air", []act{{"down", pen(0), true, false}, {"up", pen(100), true, false}, {"hover", pen(9000), false, false}, {"down", touch(2, 9100), false, false}}},
		{"a finger long after a pen", []act{{"down", pen(0), true, false}, {"up", pen(100), true, false}, {"down", touch(2, 6000), true, false}, {"up", touch(2, 6100), true, false}}},
		{"a second finger", []act{{"down", touch(2, 0), true, false}, {"down", touch(3, 10), false, false}, {"up", touch(3, 20), false, false}, {"up", touch(2, 30), true, false}}},
		{"a mouse that was let go outside", []act{{"down", mouse(0), true, false}, {"down", mouse(10), true, false}, {"down", pen(20), true, false}, {"up", pen(30), true, false}}},
	} {
		var s Stroke
		for i, a := range c.acts {
			got, palm := false, false
			switch a.do {
			case "down":
				got, palm = s.Begin(a.c)
			case "up":
				got = s.End(a.c)
			default:
				s.Sees(a.c)
			}
			if got != a.want || palm != a.palm || a.do == "down" && s.By(a.c.ID) != a.want {
				t.Errorf("%s, %d: %s of %v gives %v, %v; want %v, %v", c.name, i, a.do, a.c, got, palm, a.want, a.palm)
			}
		}
	}
}
