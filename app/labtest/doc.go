// Package labtest holds what the tests of all labs ask alike.
//
//	a lab's text  ──Texts──> every sentence in every language
//	a lab's State ──Query──> address ──ParseQuery──> the same State   (RoundTrip, FuzzAddress)
package labtest
