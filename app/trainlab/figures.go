package trainlab

import (
	"stridelab/app/lang"
	"stridelab/train"
	"stridelab/viz"
)

// lossChart returns the chart of the loss: minibatches faint, their exponential average bold, the
// test set as dots. w, h and font are in CSS pixels.
func lossChart(s *Store, l lang.Lang, w, h, font float64) viz.Curves {
	c := chart(&s.Loss, s.Tests.Points(), func(p train.Point) float64 { return float64(p.Loss) }, 1, l)
	c.W, c.H, c.FontSize = w, h, font
	c.Title = text.LossCurve.In(l)
	c.Y = viz.Range{Lo: 0, Hi: lossCeiling(s)}
	return c
}

// accuracyChart returns the chart of the accuracy in percent, drawn like lossChart.
func accuracyChart(s *Store, l lang.Lang, w, h, font float64) viz.Curves {
	c := chart(&s.Accuracy, s.Tests.Points(), func(p train.Point) float64 { return 100 * float64(p.Accuracy) }, 100, l)
	c.W, c.H, c.FontSize = w, h, font
	c.Title = text.AccuracyCurve.In(l)
	c.YLabel = "%"
	c.Y = viz.Range{Lo: 0, Hi: 100}
	return c
}

// lossCeiling returns the end of the loss axis: 2.5, a little above the ln 10 of guessing, or more
// if the smoothed curve is higher. A single wild minibatch does not flatten the curve. In an
// explosion the axis ends at highestLoss.
func lossCeiling(s *Store) float64 {
	top := 2.5
	for _, b := range s.Loss.Buckets() {
		top = max(top, 1.15*b.Smooth)
	}
	return min(top, highestLoss)
}

// highestLoss is the largest end of the loss axis. The worker stops a run at this loss.
const highestLoss = 1000

// chart returns a curve and the points of the test set as three series. value is what a test point
// shows; scale multiplies the curve's values.
func chart(curve *Curve, tests []train.Point, value func(train.Point) float64, scale float64, l lang.Lang) viz.Curves {
	buckets := curve.Buckets()
	n := len(buckets)
	raw := viz.Series{Name: text.Minibatch.In(l), Role: viz.Series1, Faint: true}
	smooth := viz.Series{Name: text.Smoothed.In(l), Role: viz.Series1, X: make([]float64, 0, n), Y: make([]float64, 0, n)}
	for _, b := range buckets {
		mid := float64(b.First+b.Last) / 2
		if b.N == 1 {
			raw.X, raw.Y = append(raw.X, mid), append(raw.Y, scale*b.Min)
		} else { // a bucket of several steps shows their range
			raw.X, raw.Y = append(raw.X, float64(b.First), float64(b.Last)), append(raw.Y, scale*b.Min, scale*b.Max)
		}
		smooth.X, smooth.Y = append(smooth.X, float64(b.Last)), append(smooth.Y, scale*b.Smooth)
	}
	test := viz.Series{Name: text.Test.In(l), Role: viz.Series2, Marker: viz.Dot}
	last := 1.0
	for _, p := range tests {
		test.X, test.Y = append(test.X, float64(p.Step)), append(test.Y, value(p))
		last = max(last, float64(p.Step))
	}
	if n > 0 {
		last = max(last, float64(buckets[n-1].Last))
	}
	return viz.Curves{
		X:      viz.Range{Lo: 0, Hi: last},
		Series: []viz.Series{raw, smooth, test},
	}
}

// curveScene draws a chart. Before the first step it draws the axes, and a sentence that says when
// there is a curve.
func curveScene(s *Store, l lang.Lang, c viz.Curves) viz.Scene {
	scene := c.Scene()
	if len(s.Loss.Buckets()) == 0 {
		word := text.CurveEmpty.In(l)
		w := viz.TextWidth(word, c.FontSize) + c.FontSize
		scene.Add( // its ground hides a grid line that may pass here
			viz.Rect{X: (c.W - w) / 2, Y: c.H/2 - 1.2*c.FontSize, W: w, H: 1.7 * c.FontSize, Fill: viz.Fill(viz.Paper)},
			viz.Text{X: c.W / 2, Y: c.H / 2, S: word, Size: c.FontSize, Anchor: viz.Middle, Paint: viz.Fill(viz.Muted)},
		)
	}
	return scene
}
