package ui

import (
	"strconv"
	"strings"
)

// Recall and Remember keep strings in the visitor's browser, under keys that begin with
// "stridelab.". They never fail: what the browser does not take is remembered until the
// page is closed. web/static/storage.js does the work, before the program runs as well.

// Score counts first answers to a lab's questions, and how many of them were right. The
// browser remembers it.
type Score struct{ Right, Asked int }

func scoreKey(lab string) string { return "stridelab.score." + lab }

// RecallScore is a lab's remembered score; without one it is 0.
func RecallScore(lab string) Score { return parseScore(Recall(scoreKey(lab))) }

// Remember keeps a lab's score.
func (s Score) Remember(lab string) { Remember(scoreKey(lab), s.String()) }

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
