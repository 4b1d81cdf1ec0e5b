package poollab

import (
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/app/window"
)

// New makes the page in the language of page.
func New(page ui.Page) *window.Lab { return window.New(page, trace.Pool, Course()) }
