package lab

import (
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Quiz is how far a learner has come with a question. The zero value is a question that
// nobody has answered.
type Quiz struct {
	Misses int       // wrong answers so far
	Shown  bool      // the answer is on the page; the next question waits
	Said   lang.Text // what the last answer was told, the zero Text for nothing
}

// Judge takes an answer, right or wrong. Only the first answer to a question counts.
// It reports whether the answer was right.
func (q *Quiz) Judge(score *Score, right bool) bool {
	if q.Misses == 0 {
		score.Asked++
	}
	if !right {
		q.Misses++
		return false
	}
	if q.Misses == 0 {
		score.Right++
	}
	q.Shown = true
	return true
}

// Right is what a right answer is told. answer is as the page writes it.
func (q *Quiz) Right(answer string) { q.Said = text.Right.Fill(answer) }

// GiveUp shows the answer, which counts as a miss.
func (q *Quiz) GiveUp(score *Score, answer string) {
	q.Judge(score, false)
	q.Shown, q.Said = true, text.ItIs.Fill(answer)
}

// PredictButton turns the questions on and off.
func PredictButton(p ui.Page, asks bool, hint string, press app.EventHandler) app.UI {
	pressed := ui.Up
	if asks {
		pressed = ui.Down
	}
	return ui.Button(ui.ButtonProps{ID: "predict", Hook: "predict", Label: p.T(text.Predict), Title: hint, Pressed: pressed}, press)
}

// PredictName is what the section of the questions is called.
func PredictName(p ui.Page) string { return p.T(text.Predict) }

// PredictInput is the id of the field that an answer is typed into.
const PredictInput = "predict-input"

// AnswerField is where an answer is typed.
func AnswerField(inputMode string) app.HTMLInput {
	return app.Input().Type("text").ID(PredictInput).DataSet("test", PredictInput).Attr("inputmode", inputMode).Attr("autocomplete", "off")
}

// AnswerButtons check what was typed, and show the answer.
func AnswerButtons(p ui.Page, onCheck, onShow app.EventHandler) []app.UI {
	return []app.UI{
		ui.Button(ui.ButtonProps{ID: "predict-check", Hook: "predict-check", Label: p.T(text.Check), Emphasis: ui.Primary}, onCheck),
		ui.Button(ui.ButtonProps{ID: "predict-show", Hook: "predict-show", Label: p.T(text.Show), Emphasis: ui.Quiet}, onShow),
	}
}

// NextButton asks the next question.
func NextButton(label string, press app.EventHandler) app.UI {
	return ui.Button(ui.ButtonProps{ID: "predict-next", Hook: "predict-next", Label: label, Emphasis: ui.Primary}, press)
}

// Told is what the last answer was told.
func (q *Quiz) Told(p ui.Page) app.UI {
	return app.P().Class("predict-said").DataSet("test", "predict-said").Attr("role", "status").Text(p.T(q.Said))
}

// Typed is what is in the field of a question.
func Typed() string { return app.Window().GetElementByID(PredictInput).Get("value").String() }

// Score counts first answers to a lab's questions, and how many of them were right. The
// browser remembers it.
type Score struct{ Right, Asked int }

func scoreKey(lab string) string { return "stridelab.score." + lab }

// RecallScore is a lab's remembered score; without one it is 0.
func RecallScore(lab string) Score { return parseScore(ui.Recall(scoreKey(lab))) }

// Remember keeps a lab's score.
func (s Score) Remember(lab string) { ui.Remember(scoreKey(lab), s.String()) }

// Says tells the score.
func (s Score) Says(p ui.Page) string { return p.T(text.Score, s.Right, s.Asked) }

// String writes a score the way that it is kept: "3/5".
func (s Score) String() string { return strconv.Itoa(s.Right) + "/" + strconv.Itoa(s.Asked) }

// parseScore reads what String wrote. Anything else is no score.
func parseScore(kept string) Score {
	right, asked, _ := strings.Cut(kept, "/")
	r, err := strconv.Atoi(right)
	a, also := strconv.Atoi(asked)
	if err != nil || also != nil || r < 0 || r > a {
		return Score{}
	}
	return Score{r, a}
}
