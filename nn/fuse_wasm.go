package nn

// fusionPays: LeNet trains 2.5 times as fast with pairs as one (go test -bench
// LeNetStep ./nn, under Node).
const fusionPays = true
