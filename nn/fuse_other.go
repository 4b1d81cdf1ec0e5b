//go:build !wasm

package nn

// fusionPays is false: natively a fused pair would run on scalar loops. LeNet trains 1.35 times
// as fast with gonum's vector assembly on the im2col matrix.
const fusionPays = false
