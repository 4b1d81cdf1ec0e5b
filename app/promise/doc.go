// Package promise waits for the promises of the browser.
//
// It is below package ui, because ui, weights and the labs all wait for promises. Outside a browser
// it has no code.
package promise
