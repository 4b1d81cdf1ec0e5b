package ui

import (
	"strconv"
	"strings"

	"rsc.io/qr"
)

// longestAddress is the longest address, in bytes, whose code a camera can read from a screen.
const longestAddress = 900

// QRSVG draws an address as a QR code, as SVG. It is black on white in every theme, so that cameras
// can read it. ok is false where the address is too long.
func QRSVG(address, label string) (svg string, ok bool) {
	if len(address) > longestAddress {
		return "", false
	}
	code, err := qr.Encode(address, qr.L)
	if err != nil {
		return "", false
	}
	const quiet = 4 // modules of white around the code, as the standard requires
	size := strconv.Itoa(code.Size + 2*quiet)
	var d strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				d.WriteString("M" + strconv.Itoa(x+quiet) + " " + strconv.Itoa(y+quiet) + "h1v1h-1z")
			}
		}
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" aria-label="` + label + `" viewBox="0 0 ` + size + " " + size +
		`" shape-rendering="crispEdges"><rect width="` + size + `" height="` + size + `" fill="#fff"/><path fill="#000" d="` + d.String() + `"/></svg>`, true
}
