package ui

import (
	"strconv"
	"strings"
)

// Recall and Remember store strings in the visitor's browser, under keys that begin with
// "stridelab.". They never fail. Where the browser refuses to store a string, it is remembered
// until the page is closed. The work is done in web/static/storage.js, which other scripts use too.

// Score counts the first answers to a lab's questions, and how many of them were right. The browser
// stores it.
type Score struct{ Right, Asked int }

func scoreKey(lab string) string { return "stridelab.score." + lab }

// RecallScore returns the stored score of a lab, zero where there is none.
func RecallScore(lab string) Score { return parseScore(Recall(scoreKey(lab))) }

// Remember stores the score of a lab.
func (s Score) Remember(lab string) { Remember(scoreKey(lab), s.String()) }

// String is the stored form of a score: "3/5".
func (s Score) String() string { return strconv.Itoa(s.Right) + "/" + strconv.Itoa(s.Asked) }

// parseScore reads the form of String. Any other text gives a score of zero.
func parseScore(kept string) Score {
	right, asked, _ := strings.Cut(kept, "/")
	r, err := strconv.Atoi(right)
	a, also := strconv.Atoi(asked)
	if err != nil || also != nil || r < 0 || r > a {
		return Score{}
	}
	return Score{r, a}
}
