package nn

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stridelab/nn/internal/kernel"
)

func TestPlanGivesEachLayerTheKernelItRunsOn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{LeNet().String(), "fused-conv-maxpool> <fused-conv-maxpool fused-conv-maxpool> <fused-conv-maxpool product product product"},
		{LeNet5().String(), "fused-conv-avgpool> <fused-conv-avgpool fused-conv-avgpool> <fused-conv-avgpool product product product"},
		{GAPNet().String(), "fused-conv-maxpool> <fused-conv-maxpool fused-conv-maxpool> <fused-conv-maxpool direct-conv loop product"},
		{sameStack(t).String(), "direct-conv fused-conv-maxpool> <fused-conv-maxpool direct-conv fused-conv-maxpool> <fused-conv-maxpool product product"},
		{"9x8x3 max2 conv3f3p1+relu max2 conv4f1+relu max2+relu dense2", "pool2 fused-conv-maxpool> <fused-conv-maxpool fused-conv-maxpool> <fused-conv-maxpool product"},
		{"9x8x3 conv3f3 max2 conv3f3s2p2+relu max2 dense2", "fused-conv-maxpool> <fused-conv-maxpool im2col pool2 product"},
		{"12x12x3 conv3f3+tanh max2 conv3f3+sigmoid max2 dense2", "fused-conv-maxpool> <fused-conv-maxpool fused-conv-maxpool> <fused-conv-maxpool product"},
		{"9x8x3 conv3f3+relu max2s1 conv3f2+relu avg2 dense2", "direct-conv loop fused-conv-avgpool> <fused-conv-avgpool product"},
		{"9x8x3 conv3f3d2+relu max2 flatten dense2", "im2col pool2 nothing product"},
		{"9x8x3 conv3f3+relu max3 dense2", "direct-conv loop product"},
		{"9x8x3 conv3f3+relu max2+tanh dense2", "direct-conv pool2 product"},
		{"9x8x3 conv3f3p1+relu max2p1 drop0.5 dense2", "direct-conv loop loop product"},
		{"9x8x3 conv3f3+tanh avg2+tanh dense2", "direct-conv pool2 product"},
		{"9x8x3 conv2f3+tanh avg2 conv3f1 dense2", "im2col pool2 product product"},
		{"9x8x3 conv3f2p2 avg2 dense2", "im2col pool2 product"},
		{"32x32x1 conv3f9+tanh avg2 dense2", "fused-conv-avgpool> <fused-conv-avgpool product"},
	} {
		m := mustDirect(t, c.text, 2)
		var got []string
		for i, p := range m.Plan() {
			word := string(p.Kernel)
			switch p.With {
			case i + 1:
				word += ">"
			case i - 1:
				if i > 0 {
					word = "<" + word
				}
			}
			if p.Layer != i || !slices.Contains(Kernels(), p.Kernel) {
				t.Errorf("%s: layer %d is planned as %+v", c.text, i, p)
			}
			got = append(got, word)
		}
		if fmt.Sprint(got) != fmt.Sprint(strings.Fields(c.want)) {
			t.Errorf("%s: got %v, want %v", c.text, got, c.want)
		}
	}
}

func TestNoLayerRunsDirectlyWhereThatDoesNotPay(t *testing.T) {
	m, err := New(LeNet5(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := m.Plan()[0].Kernel == FusedAvgPool, kernel.DirectPays(); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
