//go:build amd64 || wasm

// Other processors may round a product and its sum once instead of twice (fused multiply-add, which
// the Go specification allows); their digits differ in the last bit, which only this test would
// notice.

package data

import "testing"

// Links, lessons and saved runs name a seed, so the digits of a seed must not change by accident.
// To change them on purpose, replace the hashes.
func TestDigitsOfASeedStayTheSameForEver(t *testing.T) {
	want := map[bool]uint64{false: 0xa36ce651c89b285e, true: 0x4239cd961548bbf0}
	for colour, want := range want {
		s := NewDigits(42, colour)
		x := buffer(s)
		var got uint64
		for i := range 50 {
			label := s.TrainSample(i, x)
			got = mix64(got ^ fingerprint(x) + uint64(label))
			label = s.TestSample(i, x)
			got = mix64(got ^ fingerprint(x) + uint64(label))
		}
		if got != want {
			t.Errorf("colour %v: hash of 100 digits %#x, want %#x", colour, got, want)
		}
	}
}
