package window

import (
	"slices"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// standing is how the picture relates to the text of the lesson's stop.
type standing uint8

// The standings.
const (
	atStop        standing = iota // the picture is the one of the text
	changedAtStop                 // the same with other numbers or settings, as for most questions
	elsewhere                     // another picture
)

// changedSinceOpened reports whether anything differs from the preset, or from the unit of lab 4,
// as it was opened.
func (l *Lab) changedSinceOpened() bool {
	s, o := &l.state, &l.origin
	if s.Unit.Mark != "" {
		return s.Unit.Mark != s.mark()
	}
	return s.Setting != o.Setting || s.From != o.From || !slices.Equal(s.X, o.X) || !slices.Equal(s.W, o.W) ||
		!slices.Equal(s.B, o.B) || s.Tab == Backward && !slices.Equal(s.G, o.G)
}

// otherInput reports whether the input is no longer the preset's: another source filled it, or more
// than half of its cells have changed.
func (l *Lab) otherInput() bool {
	if l.state.From.Kind != FromPreset {
		return true
	}
	now, was := l.state.X, l.origin.X
	if len(now) != len(was) {
		return false // resized
	}
	changed := 0
	for i, v := range now {
		if v != was[i] {
			changed++
		}
	}
	return 2*changed > len(now)
}

// stands returns how the picture relates to the stop's text.
func (l *Lab) stands() standing {
	stop := l.Course.Stops[l.stop]
	switch {
	case stop.Preset != l.state.Preset || stop.Tab != l.state.Tab || l.otherInput():
		return elsewhere
	case l.changedSinceOpened():
		return changedAtStop
	}
	return atStop
}

// renderLesson draws the stop of the lesson. If the picture is not the one that the stop describes,
// it says so and describes the picture instead.
func (l *Lab) renderLesson() app.UI {
	switch {
	case l.state.Unit.Layer != "":
		return l.renderUnitLesson()
	case l.stop >= len(l.Course.Stops):
		return app.Div()
	}
	stop, number := l.Course.Stops[l.stop], l.stop+1
	turn := lab.Turn{ID: "stop", At: l.stop, Of: len(l.Course.Stops), OnPrev: l.onStopPrev, OnNext: l.onStopNext}
	stands := l.stands()
	where, title := turn.Where(l.Page), l.t(stop.Title)
	aside, back := "", app.UI(app.Div().Hidden(true))
	switch stands {
	case changedAtStop:
		aside = l.t(text.StopChanged, number)
	case elsewhere:
		where, title = l.t(text.StopLeft, number, len(l.Course.Stops)), l.t(l.heading())
	}
	if stands != atStop {
		back = app.Div().Class("buttons").Body(ui.Button(ui.ButtonProps{ID: "stop-back", Hook: "stop-back", Label: l.t(text.StopBack, number)}, l.onStopBack))
	}
	body := []app.UI{
		lab.Where(where),
		app.H2().ID("lesson-title").Text(title),
	}
	if aside != "" {
		body = append(body, app.P().Class("small aside").DataSet("test", "stop-changed").Text(aside))
	}
	if stands == elsewhere {
		body = append(body, app.P().DataSet("test", "caption").Text(lab.Bound(l.caption())))
	} else {
		body = append(body, stop.Body(l.Page, l.stop)...)
	}
	body = append(body, back, turn.Buttons(l.Page, l.previous() < 0))
	return app.Section().Class("lesson stack").Aria("labelledby", "lesson-title").Body(body...)
}

// heading returns the title of a picture that no stop is about. For another input it is not the
// preset's title, which may not fit.
func (l *Lab) heading() lang.Text {
	if l.otherInput() {
		return text.OtherTitle
	}
	return l.state.preset().Title
}

// caption returns the text of a picture that no stop is about.
func (l *Lab) caption() string {
	switch {
	case l.otherInput():
		source := map[SourceKind]lang.Text{FromZeros: text.SourceZeros, FromRandom: text.SourceRandom, FromDigit: text.SourceDigit}[l.state.From.Kind]
		if source == (lang.Text{}) {
			source = text.SourceOwn
		}
		what := text.OtherInput
		if l.Kind == trace.Pool {
			what = text.OtherInputPool
		}
		return l.t(what, l.t(source))
	case l.state.Tab == Backward:
		return l.t(text.BackwardElsewhere)
	}
	for _, c := range l.Course.Captions {
		if c.Preset != l.state.Preset {
			continue
		}
		if l.changedSinceOpened() {
			return l.t(text.CaptionChanged) + " " + l.t(c.Text)
		}
		return l.t(c.Text)
	}
	return l.t(text.CaptionNone)
}

// previous returns the stop that PageUp goes to, −1 for none. If the picture is elsewhere, it is
// the stop that was left.
func (l *Lab) previous() int {
	if l.state.Unit.Layer != "" || l.stop < len(l.Course.Stops) && l.stands() == elsewhere {
		return l.stop
	}
	return l.stop - 1
}

// lessonWords are the texts for a picture that is not the stop's.
type lessonWords struct {
	StopChanged, StopLeft, StopBack                   lang.Text
	OtherTitle, OtherInput, OtherInputPool            lang.Text
	SourceZeros, SourceRandom, SourceDigit, SourceOwn lang.Text
	BackwardElsewhere, CaptionChanged, CaptionNone    lang.Text
}

func wordsOfLessons() lessonWords {
	return lessonWords{
		StopChanged: lang.Text{
			lang.En: "You have changed numbers or settings. The text below describes stop {0} at its start.",
			lang.Ko: "수나 설정을 바꾸었습니다. 아래 글은 {0}단계의 처음 상태를 설명합니다.",
		},
		StopLeft: lang.Text{
			lang.En: "You have left stop {0} of {1}",
			lang.Ko: "{1}단계 중 {0}단계를 벗어났습니다",
		},
		StopBack:   lang.Text{lang.En: "Back to stop {0}", lang.Ko: "{0}단계로 돌아가기"},
		OtherTitle: lang.Text{lang.En: "Another input", lang.Ko: "다른 입력"},
		OtherInput: lang.Text{
			lang.En: "The input is now {0}; the filters and settings are unchanged. " +
				"Step through and watch where the output is large: there the window matches the filter.",
			lang.Ko: "지금 입력: {0}. 필터와 설정은 그대로입니다. " +
				"한 단계씩 지나며 출력이 커지는 곳을 보세요. " +
				"그곳의 윈도우가 필터와 닮았습니다.",
		},
		OtherInputPool: lang.Text{
			lang.En: "The input is now {0}; the settings are unchanged. " +
				"Step through and compare the two outputs: the largest value of each window and its mean.",
			lang.Ko: "지금 입력: {0}. 설정은 그대로입니다. " +
				"한 단계씩 지나며 두 출력, 윈도우의 가장 큰 값과 평균을 비교해 보세요.",
		},
		SourceZeros: lang.Text{
			lang.En: "all zeros, with your changes",
			lang.Ko: "모두 0, 그 뒤로 바꾼 값",
		},
		SourceRandom: lang.Text{
			lang.En: "random numbers",
			lang.Ko: "무작위 수",
		},
		SourceDigit: lang.Text{
			lang.En: "a built-in digit",
			lang.Ko: "내장 숫자 그림",
		},
		SourceOwn: lang.Text{
			lang.En: "your own",
			lang.Ko: "직접 정한 값",
		},
		BackwardElsewhere: lang.Text{
			lang.En: "Here the gradients go back: each output sends its dout to the numbers that it was computed from, and what one cell gets from several outputs adds up.",
			lang.Ko: "기울기가 되돌아가는 과정입니다. " +
				"출력은 저마다 자기를 계산한 수들에 dout을 돌려보내고, 한 칸이 여러 출력에서 받은 기울기는 더해집니다.",
		},
		CaptionChanged: lang.Text{
			lang.En: "You have changed numbers or settings since you opened this preset. It began like this:",
			lang.Ko: "프리셋을 연 뒤로 수나 설정을 바꾸었습니다. 처음 상태는 다음과 같았습니다.",
		},
		CaptionNone: lang.Text{
			lang.En: "This picture is not part of the lesson.",
			lang.Ko: "설명에서 다루지 않는 그림입니다.",
		},
	}
}
