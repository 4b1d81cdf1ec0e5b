package lab

import "stridelab/app/lang"

// texts are what every lab says, in every language.
type texts struct {
	StopOf, StopPrevious, StopNext, KeyStops lang.Text
	FirstStop, LastStop, Answer              lang.Text
	ResetAll, WasReset, BrokenAddress        lang.Text
	Undo, Redo, NothingToUndo, NothingToRedo lang.Text
	Undone, Redone, KeyUndo                  lang.Text
	Predict, Check, Show, Right, ItIs, Score lang.Text
	First, Last, Play, Pause, Speed          lang.Text
	WorkerVersion, WorkerRefused             lang.Text
}

var text = texts{
	StopOf:       lang.Text{lang.En: "Stop {0} of {1}", lang.Ko: "{1}단계 중 {0}단계"},
	StopPrevious: lang.Text{lang.En: "Previous", lang.Ko: "이전"},
	StopNext:     lang.Text{lang.En: "Next", lang.Ko: "다음"},
	KeyStops: lang.Text{
		lang.En: "Previous, next stop of the lesson (a presenter’s clicker)",
		lang.Ko: "설명의 이전, 다음 단계(발표용 리모컨)",
	},
	FirstStop: lang.Text{lang.En: "This is the first stop.", lang.Ko: "첫 단계입니다."},
	LastStop:  lang.Text{lang.En: "This is the last stop.", lang.Ko: "마지막 단계입니다."},
	Answer:    lang.Text{lang.En: "Answer", lang.Ko: "답"},

	ResetAll: lang.Text{lang.En: "Reset all", lang.Ko: "모두 처음 상태로"},
	WasReset: lang.Text{
		lang.En: "Reset to the starting state.",
		lang.Ko: "모두 처음 상태로 되돌렸습니다.",
	},
	BrokenAddress: lang.Text{
		lang.En: "This link could not be read, so the lab opened in its starting state.",
		lang.Ko: "링크를 읽을 수 없어 처음 상태로 열었습니다.",
	},

	Undo: lang.Text{lang.En: "Undo", lang.Ko: "되돌리기"},
	Redo: lang.Text{lang.En: "Redo", lang.Ko: "다시 하기"},
	NothingToUndo: lang.Text{
		lang.En: "There is nothing to undo.",
		lang.Ko: "되돌릴 것이 없습니다.",
	},
	NothingToRedo: lang.Text{
		lang.En: "There is nothing to redo.",
		lang.Ko: "다시 할 것이 없습니다.",
	},
	Undone: lang.Text{
		lang.En: "The last change is undone.",
		lang.Ko: "마지막 변경을 되돌렸습니다.",
	},
	Redone: lang.Text{
		lang.En: "The change is made again.",
		lang.Ko: "변경을 다시 했습니다.",
	},
	KeyUndo: lang.Text{lang.En: "Undo, redo", lang.Ko: "되돌리기, 다시 하기"},

	Predict: lang.Text{lang.En: "Predict", lang.Ko: "예측하기"},
	Check:   lang.Text{lang.En: "Check", lang.Ko: "확인"},
	Show:    lang.Text{lang.En: "Show", lang.Ko: "보기"},
	Right:   lang.Text{lang.En: "Right: {0}.", lang.Ko: "맞았습니다: {0}."},
	ItIs:    lang.Text{lang.En: "It is {0}.", lang.Ko: "답은 {0}입니다."},
	Score:   lang.Text{lang.En: "{0} of {1} right", lang.Ko: "{1}문제 중 {0}개 정답"},

	First: lang.Text{lang.En: "First", lang.Ko: "처음"},
	Last:  lang.Text{lang.En: "Last", lang.Ko: "끝"},
	Play:  lang.Text{lang.En: "Play", lang.Ko: "재생"},
	Pause: lang.Text{lang.En: "Pause", lang.Ko: "일시정지"},
	Speed: lang.Text{lang.En: "Speed", lang.Ko: "속도"},

	WorkerVersion: lang.Text{
		lang.En: "The page and its worker are of different versions: reload the page.",
		lang.Ko: "페이지와 작업 프로그램의 버전이 다릅니다. 페이지를 새로 고치세요.",
	},
	WorkerRefused: lang.Text{
		lang.En: "The frame that shows this page does not let it compute in the background. " +
			"Open the page in a tab of its own.",
		lang.Ko: "이 페이지를 보여 주는 프레임이 백그라운드 계산을 막고 있습니다. " +
			"페이지를 새 탭에서 여세요.",
	},
}

// WasReset says that everything is reset to the starting state.
func WasReset() lang.Text { return text.WasReset }
