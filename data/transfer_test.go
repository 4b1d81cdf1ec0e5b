//go:build mnist

// These tests need real handwriting: MNIST_DIR names a folder with MNIST's four files.
// go test -tags mnist ./data

package data_test

import (
	"os"
	"path/filepath"
	"testing"

	"stridelab/data"
	"stridelab/data/unpack"
	"stridelab/nn"
)

// mnist reads the four files, fitted to h×w with c channels.
func mnist(t *testing.T, c, h, w int) data.Source {
	dir := os.Getenv("MNIST_DIR")
	if dir == "" {
		t.Fatal("MNIST_DIR is not set: it must name the folder that holds MNIST's four IDX files")
	}
	var files []data.File
	for _, name := range []string{"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data.File{Name: name, Data: content})
	}
	files, err := unpack.Files(files)
	if err != nil {
		t.Fatal(err)
	}
	source, err := data.Read(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	fitted, err := data.Adapt(source, c, h, w)
	if err != nil {
		t.Fatal(err)
	}
	return fitted
}

func TestMNISTIsReadAsItIs(t *testing.T) {
	source := mnist(t, 1, 28, 28)
	info := source.Info()
	if info.Train <= info.Test || info.Classes != 10 || info.C != 1 || info.H != 28 || info.W != 28 {
		t.Fatalf("got %+v, want more training than test images of 28×28 in 10 classes", info)
	}
	picture := make([]float32, 28*28)
	var ink float64
	for i := range info.Test {
		source.TestSample(i, picture)
		for _, v := range picture {
			ink += float64(v)
		}
	}
	// MNIST's mean is 0.1307 in training and 0.1325 in test images.
	if mean := ink / float64(info.Test*28*28); mean < 0.12 || mean > 0.145 {
		t.Errorf("mean of the test pixels is %.4f, want about 0.13", mean)
	}
}

// A LeNet that has trained on the built-in digits alone reads real ones. 26,000 digits reach 93 to
// 95 %.
func TestLeNetTaughtOnBuiltInDigitsReadsMNIST(t *testing.T) {
	const batch, steps, want = 64, 400, 90
	for name, colour := range map[string]bool{"grey": false, "colour": true} {
		t.Run(name, func(t *testing.T) {
			spec := nn.LeNet()
			in := spec.In
			digits, err := data.Adapt(data.NewDigits(1, colour), in.C, in.H, in.W)
			if err != nil {
				t.Fatal(err)
			}
			model, err := nn.New(spec, batch)
			if err != nil {
				t.Fatal(err)
			}
			model.Init(nn.He, 1)
			optimizer := nn.NewOptimizer(nn.DefaultOptimizer(nn.Adam), len(model.Params()))
			x, labels := nn.NewTensor(batch, in.C, in.H, in.W), make([]int, batch)
			fill := func(n, from int, sample func(i int, dst []float32) int) nn.Tensor {
				size := in.Size()
				for k := range n {
					labels[k] = sample(from+k, x.Data[k*size:(k+1)*size])
				}
				return nn.Tensor{Shape: [4]int{n, in.C, in.H, in.W}, Data: x.Data[:n*size]}
			}
			for step := range steps {
				optimizer.SetLearningRate(0.002 * (1 - float64(step)/steps))
				model.ZeroGrads()
				model.Forward(fill(batch, step*batch, digits.TrainSample), true)
				model.Loss(labels, 1.0/batch)
				model.Backward()
				optimizer.Step(model.Params(), model.Grads())
			}
			real := mnist(t, in.C, in.H, in.W)
			right, total := 0, real.Info().Test
			for from := 0; from < total; from += batch {
				n := min(batch, total-from)
				model.Forward(fill(n, from, real.TestSample), false)
				_, correct := model.Loss(labels[:n], 1)
				right += correct
			}
			percent := 100 * float64(right) / float64(total)
			t.Logf("%d of %d real digits read, %.1f %%", right, total, percent)
			if percent < want {
				t.Errorf("%.1f %% of real digits read, want %d %%", percent, want)
			}
		})
	}
}

// Handwriting that a network has not seen is like what it was trained on: upright, light on dark.
func TestMNISTsTestDigitsAreLikeItsTrainingDigits(t *testing.T) {
	source := mnist(t, 1, 28, 28)
	info := source.Info()
	look := info.Look
	if look.Light || look.Wide || look.Edge.Mid != 20 || look.Pictures != 1000 {
		t.Errorf("got %+v, want upright digits of 20 pixels, light on dark", look)
	}
	picture, turned := make([]float32, 28*28), make([]float32, 28*28)
	unlike, upright := 0, 0
	side := look
	side.Wide = true // as for the same digits with rows and columns swapped
	for i := range info.Test {
		source.TestSample(i, picture)
		if look.Compare(picture, 1, 28, 28) != data.Alike {
			unlike++
		}
		for p, v := range picture {
			turned[p%28*28+p/28] = v
		}
		if side.Compare(turned, 1, 28, 28) == data.Upright {
			upright++
		}
	}
	t.Logf("%+v; of %d test digits %d are unlike the training digits", look, info.Test, unlike)
	if unlike > info.Test/100 {
		t.Errorf("%d of %d test digits are unlike the training digits", unlike, info.Test)
	}
	if upright > info.Test/5 {
		t.Errorf("%d of %d turned digits are said to stand upright", upright, info.Test)
	}
}
