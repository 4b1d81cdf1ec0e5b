//go:build e2e

package browser

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
)

// Slow makes the tab's main thread slower by a factor, and its network one of so many
// megabits a second with so many milliseconds before each answer. Service workers and web
// workers of the page are not slowed down.
func (t *Tab) Slow(factor, megabits, latency float64) error {
	bytes := megabits * 1e6 / 8
	return t.do(
		send(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor}),
		send(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{Latency: latency, DownloadThroughput: bytes, UploadThroughput: bytes}}}),
	)
}

// Before runs a script in each page before the page's own scripts.
func (t *Tab) Before(script string) error {
	return t.do(send(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}
