package ui

import (
	"strings"
	"testing"

	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The panel warns of an address of the machine itself, which a phone would look for on the phone.
func TestTheCodeSaysWhereItCannotLead(t *testing.T) {
	for _, c := range []struct {
		address string
		want    bool
	}{
		{"http://127.0.0.1:8000/conv", true}, {"http://127.1.2.3/", true}, {"http://localhost:8000/ko/pool?v=1", true},
		{"http://lab.localhost:8000/", true}, {"http://[::1]:8000/train", true},
		{"http://192.168.0.7:8000/conv", false}, {"https://lab.example.org/conv", false}, {"https://localhost.example.org/", false},
		{"http://[fe80::1]:8000/", false}, {"https://lab.example.org/conv?to=127.0.0.1", false},
	} {
		for _, l := range lang.All() {
			html := rendered(t, func() app.UI {
				return SharePanel(Page{Lang: l}, Shared{Open: true, Address: c.address}, func(app.Context, app.Event) {})
			})
			if got := strings.Contains(html, text.OnlyHere.In(l)); got != c.want {
				t.Errorf("%s in %s: said %v, want %v", c.address, l.Tag(), got, c.want)
			}
			has(t, html, `data-test="share-qr"`)
		}
	}
}
