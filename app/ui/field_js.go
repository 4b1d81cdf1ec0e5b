package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// setValue sets the value of a field in the document. go-app sets it only where it differs from the
// value rendered last, which it does not after a refusal.
func setValue(field app.Value, value string) {
	if field.Truthy() && field.Get("value").String() != value {
		field.Set("value", value)
	}
}

// setChecked restores the radio buttons after a refusal: it clears the refused button and checks
// the one that was rendered as checked. With on it does nothing.
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
