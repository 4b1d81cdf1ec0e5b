package convlab

import (
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// New is the page in a language.
func New(page ui.Page) *window.Lab { return window.New(page, trace.Conv, Course()) }
