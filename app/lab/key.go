package lab

// Arrow is the step of an arrow key, to the right and down; 0, 0 of any other key.
func Arrow(key string) (dx, dy int) {
	switch key {
	case "ArrowLeft":
		return -1, 0
	case "ArrowRight":
		return 1, 0
	case "ArrowUp":
		return 0, -1
	case "ArrowDown":
		return 0, 1
	}
	return 0, 0
}
