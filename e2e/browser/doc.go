//go:build e2e

// Package browser drives Stridelab in a real Chromium, for the tests in e2e and for the pictures of
// e2e/shots.
//
//	StartServer ─> the server that make builds, on a free port of this machine
//	Launch ─> Chromium ─> Open ─> Tab: Goto, Eval, Wait, Click, Press, ...
//	                               └─> Problems: the errors and warnings of a tab
//
// Nothing sleeps: tests wait for a state that the page shows. A tab begins with empty storage and
// can reach no host but this machine.
package browser
