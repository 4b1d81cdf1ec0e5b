package train

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

func TestFingerprintIsFNV1a(t *testing.T) {
	params := make([]float32, 100)
	h := fnv.New64a()
	for i := range params {
		params[i] = float32(math.Sin(float64(i)))
		var b [4]byte
		binary.LittleEndian.PutUint32(b[:], math.Float32bits(params[i]))
		h.Write(b[:])
	}
	if got, want := Fingerprint(params), h.Sum64(); got != want {
		t.Errorf("got %016x, want %016x", got, want)
	}
}
