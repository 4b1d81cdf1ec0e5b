package viz

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"
)

func TestPNGIsReadBackByTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		w, h int
		grey bool
	}{{1, 1, true}, {1, 1, false}, {32, 32, true}, {7, 3, false}, {300, 230, false}, {256, 256, true}} {
		whole := image.NewRGBA(image.Rect(0, 0, c.w+2, c.h+1))
		for i := 0; i < len(whole.Pix); i += 4 {
			v := color.RGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 255}
			if c.grey {
				v.G, v.B = v.R, v.R
			}
			copy(whole.Pix[i:], []byte{v.R, v.G, v.B, v.A})
		}
		img := whole.SubImage(image.Rect(1, 1, c.w+1, c.h+1)).(*image.RGBA)
		got, err := png.Decode(bytes.NewReader(encodePNG(img)))
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if _, isGray := got.(*image.Gray); isGray != c.grey {
			t.Errorf("%+v: decoded as %T", c, got)
		}
		for y := range c.h {
			for x := range c.w {
				if g, w := color.RGBAModel.Convert(got.At(x, y)), img.RGBAAt(x+1, y+1); g != w {
					t.Fatalf("%+v: pixel (%d,%d) is %v, want %v", c, x, y, g, w)
				}
			}
		}
	}
}
