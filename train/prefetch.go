package train

import "math"

// Prefetch asks a worker to make the samples of the steps From up to, but not including, To.
// The worker sends them as Samples. A Prefetch of another generation, or a Join, ends the
// one before; a Prefetch of the same generation extends it. The coordinator sends it.
type Prefetch struct {
	Generation uint32
	From, To   int // steps
	Config     Config
}

// Append implements Message.
func (m Prefetch) Append(dst []byte) []byte {
	dst = appendHead(dst, kindPrefetch)
	dst = appendUint64(dst, uint64(m.Generation))
	dst = appendInt(dst, m.From)
	dst = appendInt(dst, m.To)
	return appendConfig(dst, m.Config)
}

func (Prefetch) kind() kind { return kindPrefetch }

func readPrefetch(r *reader) Message {
	generation := r.uint64()
	m := Prefetch{Generation: uint32(generation), From: r.int(), To: r.int(), Config: readConfig(r)}
	if generation > math.MaxUint32 || m.From > m.To {
		r.failed = true
	}
	return m
}
