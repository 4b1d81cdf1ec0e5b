//go:build !js

package trainlab

import "stridelab/app/ui"

// Outside a browser there is no document. dom_js.go says what these do in one.

func setHeight(id string, px float64)                {}
func rootFontSize() float64                          { return 16 }
func focus(id string)                                {}
func scrollToMiddle(id string)                       {}
func keyHeld() bool                                  { return false }
func focused() string                                { return "" }
func setRows(id, rows string)                        {}
func setProgress(id string, share float64)           {}
func isOpen(id string) bool                          { return false }
func listenDrops(drop func(fileList)) ui.Releases    { return nil }
func listenLeave(loses func() bool) (release func()) { return func() {} }
func chosenFiles(inputID string) fileList            { return fileList{} }
func randomIndex(n int) int                          { return 0 }
func coreCount() int                                 { return 1 }
func servedIndex() string                            { return "" }

func listServed(index string, done func(list string, ok bool)) {}

// fileList is a list of files that the learner chose. Outside a browser it is empty.
type fileList struct{}

func (f fileList) len() int        { return 0 }
func (f fileList) names() []string { return nil }

func (f fileList) folders() []string { return nil }
