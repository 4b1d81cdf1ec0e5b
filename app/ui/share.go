package ui

import (
	"net/url"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Shared is the state of a SharePanel.
type Shared struct {
	Open, Failed bool
	Address      string
}

const shareID = "share-panel"

// Share copies the address to the clipboard and returns the new state. It calls settled when the
// browser has copied or refused, on the page's thread but not in one of go-app's dispatches.
func Share(settled func(failed bool)) Shared {
	s := Shared{Open: true, Address: Href()}
	CopyText(s.Address, func(ok bool) { settled(!ok) })
	return s
}

// SharePanel is the button that copies a link to the current state. When it has been pressed, the
// panel also shows the link and its QR code, and scrolls to them.
func SharePanel(p Page, s Shared, press app.EventHandler) app.UI {
	open := func(ctx app.Context, e app.Event) {
		press(ctx, e)
		ctx.Defer(func(app.Context) { bring(shareID) })
	}
	body := []app.UI{app.Div().Class("buttons").Body(Button(ButtonProps{ID: "share", Hook: "share", Label: p.T(text.ShareLink), Title: p.T(text.ShareHint)}, open))}
	if s.Open {
		said := text.Copied
		if s.Failed {
			said = text.CopyFailed
		}
		body = append(body,
			app.P().Class("small").Attr("role", "status").DataSet("test", "share-said").Text(p.T(said)),
			app.Div().Class("field").Body(app.Label().For("share-link").Text(p.T(text.Link)),
				app.Input().Type("text").ID("share-link").DataSet("test", "share-link").ReadOnly(true).Value(s.Address)))
		if svg, ok := QRSVG(s.Address, p.T(text.QRCode)); ok {
			body = append(body, app.Div().Class("qr-box").DataSet("test", "share-qr").Body(app.Raw(svg)))
			if loopback(s.Address) {
				body = append(body, app.P().Class("small muted").DataSet("test", "share-loopback").Text(p.T(text.OnlyHere)))
			}
		} else {
			body = append(body, app.P().Class("small muted").Text(p.T(text.TooLongForQR)))
		}
	}
	return app.Section().ID(shareID).Class("stack rule").Aria("label", p.T(text.ShareLink)).Body(body...)
}

// loopback reports whether an address is one of the machine itself (RFC 6761, 6.3; RFC 1122,
// 3.2.1.3; RFC 4291, 2.5.3). A phone that opens it would look for the page on the phone.
func loopback(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := u.Hostname()
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || strings.HasPrefix(host, "127.") || host == "::1"
}
