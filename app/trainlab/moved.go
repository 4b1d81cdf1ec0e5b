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

// changeOf is what training has made of the first layer: now − born, weight by weight, in
// room that is used again. ok is false when born is not of this run's shape or not known.
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

// largest is the largest amount among numbers.
func largest(x []float32) float64 { return viz.RangeOf(x).Symmetric().Hi }

// moves says how far the filters have moved, beside how large they are.
func moves(l lang.Lang, change, now train.Filters) string {
	if !slices.ContainsFunc(change.Data, func(v float32) bool { return v != 0 }) {
		return text.MovedNot.In(l)
	}
	return text.MovedBy.With(l, formatWeight(largest(change.Data)), formatWeight(largest(now.Data)))
}

// maxNamedMaps is how many maps of a layer are named; of more their number is told.
const maxNamedMaps = 6

// faint is the share of its layer's largest number below which a map looks dark.
const faint = 0.03

// darkMaps names the feature maps of a layer with ReLU that look dark: those that it has
// left at 0 everywhere, and those that are only far weaker than their neighbours; "" when
// there are none. rows is the layer table of the net that made the maps.
func darkMaps(l lang.Lang, rows []nn.Row, maps []train.Volume) string {
	var zero, weak []string
	for _, v := range maps {
		at := slices.IndexFunc(rows, func(r nn.Row) bool { return r.Name == v.Name })
		plane := v.H * v.W
		if at < 0 || rows[at].Kind != nn.Conv || rows[at].Act != nn.ReLU || rows[at].Layer < 0 || plane == 0 || len(v.Data) < v.C*plane {
			continue
		}
		var none, little []int // numbers of maps, from 1
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

// appendLayer adds a layer's maps of these numbers, if there are any.
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
