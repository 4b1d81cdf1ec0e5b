// Package e2e tests Stridelab as people use it: the server that make builds, in a real Chromium.
// The tests have the build tag e2e, and those on real digits also mnist, because not every machine
// has what they need:
//
//	make e2e                                       builds everything and runs all tests
//	go test -tags e2e,mnist -run Keyboard ./e2e    runs some of them, with MNIST_DIR set
package e2e
