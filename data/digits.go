package data

// NewDigits returns the built-in digits: 32×32 pictures made on the fly from seed, grey (one channel) or in colour
// (three).
func NewDigits(seed uint64, colour bool) Source {
	d := &digits{seed: seed, info: Info{Name: "digits-grey", C: 1, H: 32, W: 32, Classes: 10,
		ClassNames: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Train: 6000, Test: 1000, Endless: true}}
	if colour {
		d.info.Name, d.info.C = "digits-colour", 3
	}
	return d
}

type digits struct {
	seed uint64
	info Info
}

func (d *digits) Info() Info { return d.info }

func (d *digits) TrainSample(i int, dst []float32) int {
	if i < 0 {
		panic(panicIndex)
	}
	return d.draw(uint64(i)<<1, dst)
}

func (d *digits) TestSample(i int, dst []float32) int {
	if i < 0 || i >= d.info.Test {
		panic(panicIndex)
	}
	return d.draw(uint64(i)<<1|1, dst)
}

func (d *digits) draw(n uint64, dst []float32) int {
	x := (n + d.seed + 1) * 0x9e3779b97f4a7c15
	x ^= x >> 31
	label := int(x >> 33 % 10)
	clear(dst)
	for p := range dst {
		y, x := p/32%32, p%32
		if y > 6 && y < 26 && x > 6+label && x < 12+label {
			dst[p] = 1
		}
	}
	return label
}
