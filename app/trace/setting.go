package trace

import "fmt"

// Kind is the operation that slides over the input.
type Kind uint8

const (
	// Conv slides filters: each window is multiplied by a kernel and summed.
	Conv Kind = iota
	// Pool slides a window over each channel by itself, and takes both the maximum and the average.
	Pool
)

// Same is the padding that keeps the size at stride 1: p = d(f−1)/2.
const Same = -1

// Setting holds the values of a lab's controls. The input is square: N×N×C.
type Setting struct {
	Kind     Kind
	N, C     int  // input edge and channels
	F        int  // window edge
	S        int  // stride
	P        int  // padding on every side, or Same
	D        int  // dilation; 1 in pooling
	Filters  int  // filters (Conv); pooling keeps C channels
	CountPad bool // Pool: padding cells count in the average's divisor
}

// Field is the name of a control. The control's hook is "param-" and this name.
type Field string

// The fields, in the order of the controls.
const (
	FieldN       Field = "n"
	FieldC       Field = "c"
	FieldF       Field = "f"
	FieldS       Field = "s"
	FieldP       Field = "p"
	FieldD       Field = "d"
	FieldFilters Field = "filters"
)

// Fields lists the numeric controls of kind k, in order.
func Fields(k Kind) []Field {
	if k == Pool {
		return []Field{FieldN, FieldC, FieldF, FieldS, FieldP}
	}
	return []Field{FieldN, FieldC, FieldF, FieldS, FieldP, FieldD, FieldFilters}
}

// Limits returns the smallest and the largest value of field f for kind k. It panics for an unknown
// field.
func Limits(k Kind, f Field) (lo, hi int) {
	switch f {
	case FieldN:
		return 1, 32
	case FieldC:
		if k == Pool {
			return 1, 1000 // the 7×7×1000 volume of the global preset
		}
		return 1, 8
	case FieldF:
		if k == Pool {
			return 1, 16
		}
		return 1, 7
	case FieldS:
		if k == Pool {
			return 1, 8
		}
		return 1, 4
	case FieldP:
		if k == Pool {
			return 0, 8
		}
		return 0, 18 // the largest d(f−1); with more, some windows would have padding only
	case FieldD:
		if k == Pool {
			return 1, 1
		}
		return 1, 3
	case FieldFilters:
		if k == Pool {
			return 1, 1
		}
		return 1, 8
	}
	panic("trace: unknown field")
}

// Get returns the value of field f. Padding may be Same. It panics for an unknown field.
func (s Setting) Get(f Field) int {
	switch f {
	case FieldN:
		return s.N
	case FieldC:
		return s.C
	case FieldF:
		return s.F
	case FieldS:
		return s.S
	case FieldP:
		return s.P
	case FieldD:
		return s.D
	case FieldFilters:
		return s.Filters
	}
	panic("trace: unknown field")
}

// With returns s with field f set to v. It panics for an unknown field.
func (s Setting) With(f Field, v int) Setting {
	switch f {
	case FieldN:
		s.N = v
	case FieldC:
		s.C = v
	case FieldF:
		s.F = v
	case FieldS:
		s.S = v
	case FieldP:
		s.P = v
	case FieldD:
		s.D = v
	case FieldFilters:
		s.Filters = v
	default:
		panic("trace: unknown field")
	}
	return s
}

// Geometry holds the sizes that follow from a valid Setting, in cells.
type Geometry struct {
	Setting
	Pad     int // the padding in cells, also where P is Same
	Reach   int // the edge of the input under a dilated window: d(f−1)+1
	Padded  int // n + 2p
	Edge    int // output edge: floor((n + 2p − d(f−1) − 1)/s) + 1
	Dropped int // rows, and columns, at the end that no window reaches
	Maps    int // output channels: filters, or the input's channels in pooling
}

// Steps returns how many windows the walk has: one for each output cell.
func (g Geometry) Steps() int { return g.Maps * g.Edge * g.Edge }

// At returns the output cell of step i, which counts from 0: map by map, and in a map row by row.
// It panics where i is out of range.
func (g Geometry) At(i int) (m, row, col int) {
	if i < 0 || i >= g.Steps() {
		panic("trace: step out of range")
	}
	area := g.Edge * g.Edge
	return i / area, i % area / g.Edge, i % g.Edge
}

// Index is the inverse of At.
func (g Geometry) Index(m, row, col int) int { return (m*g.Edge+row)*g.Edge + col }

// Corner returns the input row where the windows of output row o begin, or the same for columns. It
// is negative in the padding.
func (g Geometry) Corner(o int) int { return o*g.S - g.Pad }

// Check returns the geometry of s. The error is a *Problem with the reason why s is not valid and
// the nearest valid setting.
func (s Setting) Check() (Geometry, error) {
	if code, args := s.fault(); code != "" {
		return Geometry{}, &Problem{Code: code, Args: args, Nearest: s.nearest(""), Setting: s}
	}
	return s.geometry(), nil
}

// CheckKeeping is Check for a setting whose field keep has just been changed. The nearest valid
// setting has the same value of that field, where there is one.
func (s Setting) CheckKeeping(keep Field) (Geometry, error) {
	g, err := s.Check()
	if p, ok := err.(*Problem); ok {
		p.Nearest = s.nearest(keep)
		return g, p
	}
	return g, err
}

// MustCheck is Check for a valid setting. It panics for any other.
func (s Setting) MustCheck() Geometry {
	g, err := s.Check()
	if err != nil {
		panic(fmt.Sprintf("trace: impossible setting: %v", err))
	}
	return g
}

func (s Setting) geometry() Geometry {
	g := Geometry{Setting: s, Pad: s.P, Reach: s.D*(s.F-1) + 1, Maps: s.Filters}
	if s.P == Same {
		g.Pad = s.D * (s.F - 1) / 2
	}
	if s.Kind == Pool {
		g.Maps = s.C
	}
	g.Padded = s.N + 2*g.Pad
	g.Edge = (g.Padded-g.Reach)/s.S + 1
	g.Dropped = (g.Padded - g.Reach) % s.S
	return g
}
