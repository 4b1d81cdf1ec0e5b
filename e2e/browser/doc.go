//go:build e2e

// Package browser drives Stridelab in a real Chromium, for the tests in e2e and
// for the pictures of e2e/shots.
//
//	StartServer ─> the server that make builds, on a free port of this machine
//	Launch ─> Chromium ─> Open ─> Tab: Goto, Eval, Wait, Click, Press, ...
//	                               └─> Problems: whatever a tab complained of
//
// Nothing sleeps: what is waited for is a state that the page shows. A tab has
// storage of its own and can reach no host but this machine.
package browser
