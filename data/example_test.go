package data_test

import (
	"fmt"

	"stridelab/data"
)

// A built-in digit, printed with one character for each pixel.
func ExampleNewDigits() {
	digits := data.NewDigits(7, false)
	info := digits.Info()
	picture := make([]float32, info.C*info.H*info.W)
	label := digits.TrainSample(3, picture)
	fmt.Println(info.ClassNames[label])
	for y := 4; y < 28; y++ {
		fmt.Print("|")
		for x := 4; x < 28; x++ {
			fmt.Print([]string{" ", "░", "▒", "▓", "█"}[int(picture[y*info.W+x]*4.99)])
		}
		fmt.Println("|")
	}
	// Output:
	// 3
	// |                        |
	// |                        |
	// |                        |
	// |         ░▓██▓▒         |
	// |        ▓██████▓        |
	// |      ░███▒░ ░██▓       |
	// |      ██▓░    ▒█▓       |
	// |      ░░      ██░       |
	// |             ▓█▓        |
	// |           ░▓█▓         |
	// |         ░▓██▓          |
	// |        ▒███▒░          |
	// |       ░███████▒        |
	// |        ▒▒▒▒░▒▓█░       |
	// |              ░█▓       |
	// |               ▓█       |
	// |               ▒█░      |
	// |               ▒█░      |
	// |              ░█▓       |
	// |             ░██░       |
	// |           ░▓██░        |
	// |    ▓█▓▓▒▒▓██▓░         |
	// |    ▒▓▓████▒░           |
	// |                        |
}
