package kernel

import "unsafe"

// The kernels do not check lengths: their callers check every slice once, so that the loops have
// no bounds checks, which would cost half the speed in WebAssembly. The result of unsafe.Add
// needs no nil check either.

func loadF(p unsafe.Pointer) float32     { return *(*float32)(p) }
func storeF(p unsafe.Pointer, x float32) { *(*float32)(p) = x }

// ptr is the address of s[0]; s may be empty.
func ptr(s []float32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }

func ptrInt(s []int32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }

func ptrUint(s []uint32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(s)) }
