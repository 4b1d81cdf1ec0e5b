// Package promise waits for the promises of the browser.
//
// It is at the bottom, below package ui, because ui, weights and the labs all wait for
// some. It has no code outside of a browser.
package promise
