module stridelab

go 1.26.0

toolchain go1.27.4

require (
	github.com/andybalholm/brotli v1.2.8
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875
	github.com/maxence-charriere/go-app/v10 v10.1.11
	github.com/nlpodyssey/safetensors v0.0.0-20250209183917-bfb01cc25f7c
	golang.org/x/image v0.47.0
	gonum.org/v1/gonum v0.17.0
	rsc.io/qr v0.2.0
)

require github.com/google/uuid v1.6.0 // indirect
