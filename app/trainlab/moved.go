package trainlab

import (
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/viz"
)

// changeOf returns how training has changed the filters of the first layer: now − born, weight by
// weight. It uses buffer for the result if it is large enough. ok is false if born is not known or
// has another shape.
func changeOf(buffer []float32, born, now train.Filters) (change train.Filters, ok bool) {
	if len(now.Data) == 0 || len(born.Data) != len(now.Data) || born.Out != now.Out || born.In != now.In || born.H != now.H || born.W != now.W {
		return train.Filters{}, false
	}
	change = now
	change.Data = slices.Grow(buffer[:0], len(now.Data))[:len(now.Data)]
	for i, v := range now.Data {
		change.Data[i] = v - born.Data[i]
	}
	return change, true
}

// largest returns the largest absolute value.
func largest(x []float32) float64 { return viz.RangeOf(x).Symmetric().Hi }

// moves says how far the filters have moved, and how large their weights are.
func moves(l lang.Lang, change, now train.Filters) string {
	if !slices.ContainsFunc(change.Data, func(v float32) bool { return v != 0 }) {
		return text.MovedNot.In(l)
	}
	return text.MovedBy.With(l, formatWeight(largest(change.Data)), formatWeight(largest(now.Data)))
}

// maxNamedMaps is the most maps of a layer that are listed. Of more only their number is given.
const maxNamedMaps = 6

// faint is the share of its layer's largest activation below which a map looks dark.
const faint = 0.03

// darkMaps lists the feature maps that look dark, of convolutional layers with ReLU. It tells those
// that are 0 everywhere from those that are only much weaker than the others. It returns "" if
// there are none. rows is the layer table of the network that made the maps.
func darkMaps(l lang.Lang, rows []nn.Row, maps []train.Volume) string {
	var zero, weak []string
	for _, v := range maps {
		at := slices.IndexFunc(rows, func(r nn.Row) bool { return r.Name == v.Name })
		plane := v.H * v.W
		if at < 0 || rows[at].Kind != nn.Conv || rows[at].Act != nn.ReLU || rows[at].Layer < 0 || plane == 0 || len(v.Data) < v.C*plane {
			continue
		}
		var none, little []int // numbers of maps, counted from 1
		limit := faint * float32(largest(v.Data))
		for c := range v.C {
			switch top := slices.Max(v.Data[c*plane : (c+1)*plane]); {
			case top == 0:
				none = append(none, c+1)
			case top < limit:
				little = append(little, c+1)
			}
		}
		zero, weak = appendLayer(l, zero, v, none), appendLayer(l, weak, v, little)
	}
	said := ""
	if len(zero) > 0 {
		said = text.Dark.With(l, strings.Join(zero, "; "))
	}
	if len(weak) > 0 {
		said = join(said, text.Faint.With(l, strings.Join(weak, "; ")))
	}
	return said
}

// appendLayer appends a layer and the numbers of its maps to said, unless numbers is empty.
func appendLayer(l lang.Lang, said []string, v train.Volume, numbers []int) []string {
	if len(numbers) == 0 {
		return said
	}
	if len(numbers) > maxNamedMaps {
		return append(said, text.DarkLayer.With(l, v.Name, text.DarkMany.With(l, len(numbers), v.C)))
	}
	names := make([]string, len(numbers))
	for i, n := range numbers {
		names[i] = strconv.Itoa(n)
	}
	return append(said, text.DarkLayer.With(l, v.Name, text.DarkMap.With(l, strings.Join(names, ", "))))
}
