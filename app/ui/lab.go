package ui

import "stridelab/app/lang"

// Lab is one of the six labs, in the order of the path through them.
type Lab struct {
	Path string
	Name lang.Text // short, for the navigation
}

// Labs lists the labs in order; lab i is numbered i+1.
func Labs() []Lab {
	return []Lab{
		{"/conv", text.Slide},
		{"/pool", text.Pool},
		{"/sharing", text.Share},
		{"/network", text.Network},
		{"/train", text.Train},
		{"/invariance", text.Shift},
	}
}
