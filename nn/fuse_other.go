//go:build !wasm

package nn

// fusionPays: natively the pair runs on scalar loops, and LeNet trains 1.35 times
// as fast with gonum's vector assembly on the im2col matrix.
const fusionPays = false
