// Package idx makes small datasets as files, for tests.
package idx

import (
	"encoding/binary"
	"math/rand/v2"

	"stridelab/data"
)

// Files returns an images file and its labels file, in IDX format, of n samples of h by w
// pixels. A sample of class k has bright rows where row%classes is k, under noise.
func Files(n, h, w, classes int) []data.File {
	images := binary.BigEndian.AppendUint32(nil, 0x803)
	for _, v := range []int{n, h, w} {
		images = binary.BigEndian.AppendUint32(images, uint32(v))
	}
	labels := binary.BigEndian.AppendUint32(nil, 0x801)
	labels = binary.BigEndian.AppendUint32(labels, uint32(n))
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		label := i % classes
		labels = append(labels, byte(label))
		for p := range h * w {
			v := byte(noise.IntN(100))
			if p/w%classes == label {
				v += 150
			}
			images = append(images, v)
		}
	}
	return []data.File{{Name: "images", Data: images}, {Name: "labels", Data: labels}}
}
