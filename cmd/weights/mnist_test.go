//go:build mnist

package main

import (
	"math"
	"os"
	"testing"
)

// Each file says how many of MNIST's digits its network reads correctly, and out of how many.
func TestShippedWeightsReadAsMuchOfMNISTAsTheySay(t *testing.T) {
	mnist, err := readMNIST(os.Getenv("MNIST_DIR"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recipes() {
		f, _ := shipped(t, r.name)
		got, n, err := scoreUnseen(f, mnist)
		if err != nil {
			t.Fatal(err)
		}
		// Other files of MNIST, as all 70,000 digits, give about the same share.
		most := 0.01
		if n == f.About.MNISTTested {
			most = 0.001
		}
		if math.Abs(got-f.About.MNIST) > most {
			t.Errorf("%s reads %.4f of %d digits, but says %.4f of %d", r.name, got, n, f.About.MNIST, f.About.MNISTTested)
		}
	}
}
