package train

// Point is one minibatch, or one evaluation, on the curves.
type Point struct {
	Step     int     // minibatches done: 1 after the first; an evaluation before training has 0
	Loss     float32 // mean cross entropy in nats
	Accuracy float32 // share of correct answers, 0 to 1
}

// curve collects points until a snapshot takes them. It never grows: if nobody takes them,
// it drops every second point when it is full.
type curve struct{ points []Point }

// newCurve returns a curve that holds at most room points.
func newCurve(room int) curve { return curve{make([]Point, 0, room)} }

func (c *curve) add(p Point) {
	if len(c.points) == cap(c.points) {
		half := len(c.points) / 2
		for i := range half {
			c.points[i] = c.points[2*i]
		}
		c.points = c.points[:half]
	}
	c.points = append(c.points, p)
}

// take moves the points to dst and uses its memory.
func (c *curve) take(dst []Point) []Point {
	dst = append(dst[:0], c.points...)
	c.points = c.points[:0]
	return dst
}
