package viz

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
)

// encodePNG writes an opaque image as a PNG (W3C PNG, 3rd edition). Its pixels are not
// compressed; an image that is all grey has one channel. The pictures in a scene have a few
// thousand pixels, and the page as a whole is compressed when it is sent. image/png would add
// a compressor to the program, about 200 KB.
func encodePNG(img *image.RGBA) []byte {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	grey := isGrey(img)
	colorType, depth := byte(2), 3 // RGB
	if grey {
		colorType, depth = 0, 1
	}
	raw := make([]byte, 0, h*(1+w*depth))
	for y := range h {
		raw = append(raw, 0) // the row's filter: none
		row := img.Pix[img.PixOffset(b.Min.X, b.Min.Y+y):][:w*4]
		for x := range w {
			raw = append(raw, row[x*4:x*4+depth]...)
		}
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(w))
	header = binary.BigEndian.AppendUint32(header, uint32(h))
	out = appendChunk(out, "IHDR", append(header, 8, colorType, 0, 0, 0))
	out = appendChunk(out, "IDAT", zlibStored(raw))
	return appendChunk(out, "IEND", nil)
}

func isGrey(img *image.RGBA) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):][:b.Dx()*4]
		for x := 0; x < len(row); x += 4 {
			if row[x] != row[x+1] || row[x] != row[x+2] {
				return false
			}
		}
	}
	return true
}

// appendChunk appends a chunk: length, type, data, and the CRC of type and data.
func appendChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// zlibStored writes data as a zlib stream (RFC 1950) of stored deflate blocks (RFC 1951,
// 3.2.4), each of at most 65,535 bytes.
func zlibStored(data []byte) []byte {
	const most = 65535
	out := []byte{0x78, 0x01}
	for rest := data; ; {
		n := min(len(rest), most)
		last := byte(0)
		if n == len(rest) {
			last = 1
		}
		out = append(out, last)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out = append(out, rest[:n]...)
		rest = rest[n:]
		if last == 1 {
			break
		}
	}
	return binary.BigEndian.AppendUint32(out, adler32.Checksum(data))
}
