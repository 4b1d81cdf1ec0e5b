// Package e2e tests Stridelab as people use it: the server that make builds, in
// a real Chromium. The tests carry the build tag e2e, those on real digits
// mnist besides, since they need what not every machine has:
//
//	make e2e                                       builds and runs all there is
//	go test -tags e2e,mnist -run Keyboard ./e2e    one of them, with MNIST_DIR set
package e2e
