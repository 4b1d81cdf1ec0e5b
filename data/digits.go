package data

// digitEdge is the height and width of the built-in digits: MNIST's 28, padded to the input of
// LeNet.
const digitEdge = 32

// NewDigits returns the built-in digits: pictures of 32×32, made on the fly from seed. They are
// grey (one channel, white on black as in MNIST) or in colour (three channels).
func NewDigits(seed uint64, colour bool) Source {
	d := &digits{key: mix64(seed + golden), info: Info{Name: "digits-grey", C: 1, H: digitEdge, W: digitEdge, Classes: 10,
		ClassNames: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Train: 6000, Test: 1000, Endless: true, Look: digitsLook()}}
	if colour {
		d.info.Name, d.info.C = "digits-colour", 3
	}
	d.writer.forms = digitForms()
	return d
}

// digitsLook is what LookOf finds of the built-in digits, grey ones of seed 1. Other seeds and
// colours give nearly the same. To measure them takes longer than a page should wait for.
func digitsLook() Look {
	return Look{Pictures: lookPictures, Edge: Range{15, 20, 25}, Area: Range{34, 105, 206}, Border: Range{48, 106, 172}}
}

type digits struct {
	key    uint64
	info   Info
	writer writer
	ink    [digitEdge * digitEdge]float32
}

func (d *digits) Info() Info { return d.info }

func (d *digits) TrainSample(i int, dst []float32) int {
	if i < 0 {
		panic(panicIndex)
	}
	return d.sample(uint64(i), 0, dst)
}

func (d *digits) TestSample(i int, dst []float32) int {
	if i < 0 || i >= d.info.Test {
		panic(panicIndex)
	}
	return d.sample(uint64(i), 1, dst)
}

// sample draws picture i of a stream, 0 for training and 1 for testing.
func (d *digits) sample(i, stream uint64, dst []float32) int {
	if len(dst) != d.info.C*digitEdge*digitEdge {
		panic(panicDst)
	}
	// Neither mix64 nor i<<1|stream has collisions, so no two pictures of a seed begin with the
	// same state.
	r := rng{mix64(d.key + mix64(i<<1|stream))}
	label := shuffledDigit(mix64(d.key^mix64(i/10<<1|stream)), int(i%10))

	ink := dst
	if d.info.C == 3 {
		ink = d.ink[:]
	}
	clear(ink)
	d.writer.write(&r, label, drawStyle(&r), ink, digitEdge, digitEdge)
	if d.info.C == 3 {
		paint(&r, dst, ink, digitEdge, digitEdge)
	} else {
		smudge(&r, ink)
	}
	return label
}

// drawStyle draws a random style, much like the styles in MNIST: 20 pixels high and centred.
func drawStyle(r *rng) style {
	thick := 0.27 * r.normal()
	st := style{
		height: 20 + 0.4*r.normal(),
		radius: 1.3 * (1 + thick + thick*thick/2),
		taper:  0.25 * r.normal(),
		soft:   r.between(0.75, 1.15),
		tremor: r.between(0, 0.25),
		jitter: r.between(0.005, 0.04),
		sharp:  1,
		// MNIST moved each digit by whole pixels, so its centre of mass is up to 1 pixel below and
		// right of the middle.
		shiftX: r.between(0, 1),
		shiftY: r.between(0, 1),
	}
	if u := r.unit(); u < 0.5 {
		st.sharp = 2 * u
	}
	if r.chance(0.2) { // another size and place, as from someone who draws on the pad of /train
		st.height = r.between(15, 25)
		st.shiftX, st.shiftY = 1.5*r.normal(), 1.5*r.normal()
	}
	return st
}

// shuffledDigit returns digit n of a random order of the ten digits, which key decides. So every
// ten samples in a row hold each digit once.
func shuffledDigit(key uint64, n int) int {
	order := [10]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	for i := 0; i <= n; i++ {
		left := uint64(10 - i)
		j := i + int(key%left)
		key /= left
		order[i], order[j] = order[j], order[i]
	}
	return order[n]
}
