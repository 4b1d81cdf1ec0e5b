package nn

// InitKind is how weights get their first values. Biases begin at 0.
type InitKind uint8

// The initialisations.
const (
	He     InitKind = iota // normal, variance 2/fan-in (He, Zhang, Ren, Sun 2015), for ReLU
	Xavier                 // uniform, variance 2/(fan-in + fan-out) (Glorot, Bengio 2010), for tanh
	LeCun                  // normal, variance 1/fan-in (LeCun, Bottou, Orr, Müller 1998)
	initKinds
)

// String is the initialisation's name.
func (k InitKind) String() string {
	switch k {
	case He:
		return "he"
	case Xavier:
		return "xavier"
	case LeCun:
		return "lecun"
	}
	return "unknown"
}
