package ui

import "stridelab/app/lang"

var (
	textSkip = lang.T("Skip to the content", "본문으로 건너뛰기")
)
