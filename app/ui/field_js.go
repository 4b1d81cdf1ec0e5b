package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// setValue puts a value into a field as it stands in the document. go-app sets it only
// when the value it last rendered differs, which after a refused entry it does not.
func setValue(field app.Value, value string) {
	if field.Truthy() && field.Get("value").String() != value {
		field.Set("value", value)
	}
}

// setChecked makes a radio button's state what was rendered: a refused one is let go, and
// the button that go-app knows as checked is checked again.
func setChecked(field app.Value, on bool) {
	if on || !field.Truthy() {
		return
	}
	field.Set("checked", false)
	group := field.Call("closest", "[role=radiogroup]")
	if group.Truthy() {
		if b := group.Call("querySelector", "[data-checked]"); b.Truthy() {
			b.Set("checked", true)
		}
	}
}
