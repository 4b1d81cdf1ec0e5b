package nn

// fusionPays is true: LeNet trains 2.5 times as fast with fused pairs (go test -bench LeNetStep
// ./nn, under Node).
const fusionPays = true
