//go:build goexperiment.simd && (wasm || amd64)

package kernel

import (
	"simd/archsimd"
	"unsafe"
)

type vec = archsimd.Float32x4

func loadV(p unsafe.Pointer) vec     { return archsimd.LoadFloat32x4Array((*[4]float32)(p)) }
func storeV(p unsafe.Pointer, v vec) { v.StoreArray((*[4]float32)(p)) }
func splatAt(p unsafe.Pointer) vec   { return archsimd.BroadcastFloat32x4(*(*float32)(p)) }

// sumV adds the lanes as (0+1)+(2+3), as the scalar forms do.
func sumV(v vec) float32 {
	return (v.GetElem(0) + v.GetElem(1)) + (v.GetElem(2) + v.GetElem(3))
}
