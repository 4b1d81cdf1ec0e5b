// Package lab is what every lab does. A lab is then its state, its drawing and its texts.
//
//	address ──Arrive──> States.Parse ──> States.Restore     a link, a bookmark, the back button
//	address <──Write─── Change, Adjust ──> States.Show      a control, a key
//
//	Base        the address, the Share panel, what ends with the page
//	History     undo and redo
//	Lesson      stops, their questions, the way between them
//	Quiz        a question, its answers, the score
//	Transport   play, step, scrub, speed
//	Worker      a Web Worker that is started when it is needed
//	Reader      the numbers and words of an address, each with its bounds
//	Percent, Signed, Argmax   numbers as the labs show them
//
// The labs import this package and it imports none of them. Below it are ui (the frame of
// the page and its controls), lang and trainer. CONTRIBUTING.md lists the files of a lab,
// which have the same names in every lab.
package lab
