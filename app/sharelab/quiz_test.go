package sharelab

import (
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lab"
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
	said := func() string { return l.quiz.Said.In(lang.En) }
	l.state.Ask = 1
	want := ask(1).answer()
	l.judge("many")
	if l.score.Asked != 0 || !strings.Contains(said(), "whole number") {
		t.Errorf("no number counted: %+v, %q", l.score, said())
	}
	l.judge("1")
	first := said()
	l.judge("2")
	if said() == first || !strings.Contains(said(), "·") {
		t.Errorf("the second hint %q is no more than the first %q", said(), first)
	}
	l.judge(" " + ui.Count(want))
	if !l.quiz.Shown || l.score != (lab.Score{Right: 0, Asked: 1}) {
		t.Errorf("right at the third try: %+v, %+v", l.quiz, l.score)
	}
	l.nextQuestion(2)
	l.judge(strconv.FormatInt(ask(2).answer(), 10))
	if !l.quiz.Shown || l.score != (lab.Score{Right: 1, Asked: 2}) {
		t.Errorf("right at once: %+v, %+v", l.quiz, l.score)
	}
}
