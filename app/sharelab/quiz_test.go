package sharelab

import (
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

func TestQuestionsHaveAnAnswerAndBothKindsAreAsked(t *testing.T) {
	dense := 0
	for n := 1; n <= askLimit; n++ {
		q := ask(n)
		if q != ask(n) {
			t.Fatalf("question %d changes", n)
		}
		if _, err := q.Setting.Counts(); err != nil || q.answer() < 1 {
			t.Errorf("question %d: %+v, %v", n, q, err)
		}
		if q.Dense {
			dense++
		}
	}
	if dense < askLimit/4 || dense > askLimit/2 {
		t.Errorf("%d of %d questions are about the dense layer", dense, askLimit)
	}
}

func TestOnlyTheFirstAnswerCounts(t *testing.T) {
	l := New(ui.Page{Lang: lang.En, Path: "/sharing"})
	l.OnInit()
	l.state.Ask = 1
	want := ask(1).answer()
	l.judge("many")
	if l.score.Asked != 0 || !strings.Contains(l.quiz.said, "whole number") {
		t.Errorf("no number counted: %+v, %q", l.score, l.quiz.said)
	}
	l.judge("1")
	first := l.quiz.said
	l.judge("2")
	if l.quiz.said == first || !strings.Contains(l.quiz.said, "·") {
		t.Errorf("the second hint %q is no more than the first %q", l.quiz.said, first)
	}
	l.judge(" " + ui.Count(want))
	if !l.quiz.shown || l.score != (ui.Score{Right: 0, Asked: 1}) {
		t.Errorf("right at the third try: %+v, %+v", l.quiz, l.score)
	}
	l.nextQuestion(2)
	l.judge(strconv.FormatInt(ask(2).answer(), 10))
	if !l.quiz.shown || l.score != (ui.Score{Right: 1, Asked: 2}) {
		t.Errorf("right at once: %+v, %+v", l.quiz, l.score)
	}
}
