package kernel

import "unsafe"

// The kernels take lengths on trust: their callers check every slice once, so
// that the loops carry no bounds checks (WebAssembly has none to spare: they
// cost half the speed). unsafe.Add's result also needs no nil check.

func loadF(p unsafe.Pointer) float32     { return *(*float32)(p) }
func storeF(p unsafe.Pointer, x float32) { *(*float32)(p) = x }

// ptr is the address of s[0]; s may be empty.
func ptr(s []float32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }

func ptrInt(s []int32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }

func ptrUint(s []uint32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }
