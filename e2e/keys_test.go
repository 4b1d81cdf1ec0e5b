//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// strike sends a key to an element and reports whether the page used it, which then keeps it from the browser.
func (p tab) strike(on, properties string) bool {
	p.t.Helper()
	return !eval[bool](p, fmt.Sprintf(`%s.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, %s }))`, on, properties))
}

const anywhere = "document.body"

// In Hangul mode a key writes a jamo, or the input method has it.
func TestShortcutsWorkWhateverTheKeyboardWrites(t *testing.T) {
	jamo := func(letter, code string) string { return fmt.Sprintf(`key: %q, code: %q`, letter, code) }
	process := func(code, more string) string {
		return fmt.Sprintf(`key: "Process", code: %q, keyCode: 229, %s`, code, more)
	}
	struck := func(p tab, on, properties, then string) {
		t.Helper()
		if !p.strike(on, properties) {
			t.Errorf("%s: the page does not use %s", then, properties)
		}
		p.wait(settle, then)
	}
	projector := func(p tab) {
		t.Helper()
		struck(p, anywhere, jamo("ㅔ", "KeyP"), `"projector" in document.documentElement.dataset`)
		struck(p, anywhere, process("KeyP", "isComposing: true"), `!("projector" in document.documentElement.dataset)`)
	}
	t.Run("window", func(t *testing.T) {
		w := openWindow(t, "/conv")
		projector(w.tab)
		preset := browser.First(browser.Hook("preset")) + ".value"
		first := eval[string](w.tab, preset)
		struck(w.tab, anywhere, `key: "PageDown", code: "PageDown"`, fmt.Sprintf(`%s !== %q`, preset, first))
		second := eval[string](w.tab, preset)
		struck(w.tab, anywhere, jamo("ㅕ", "KeyU"), fmt.Sprintf(`%s === %q`, preset, first))
		struck(w.tab, anywhere, process("KeyY", ""), fmt.Sprintf(`%s === %q`, preset, second))
		struck(w.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true`, fmt.Sprintf(`%s === %q`, preset, first))
		struck(w.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true, shiftKey: true`, fmt.Sprintf(`%s === %q`, preset, second))
		struck(w.tab, anywhere, process("KeyZ", "metaKey: true"), fmt.Sprintf(`%s === %q`, preset, first))
	})
	t.Run("sharing", func(t *testing.T) {
		p := openPage(t, "/sharing", browser.Options{})
		projector(p)
		p.whole()
		said := func() string { return p.text("scale-status") }
		before := said()
		struck(p, anywhere, process("Equal", "shiftKey: true"), fmt.Sprintf(`%s.textContent.trim() !== %q`, browser.First(browser.Hook("scale-status")), before))
	})
	t.Run("network", func(t *testing.T) {
		l := openNet(t, "/network")
		projector(l.tab)
		rows := `document.querySelectorAll('[data-test="layer-row"]').length`
		n := eval[int](l.tab, rows)
		l.click("add")
		l.wait(settle, fmt.Sprintf(`%s === %d`, rows, n+1))
		struck(l.tab, anywhere, jamo("ㅋ", "KeyZ")+`, ctrlKey: true`, fmt.Sprintf(`%s === %d`, rows, n))
		struck(l.tab, anywhere, jamo("ㅛ", "KeyY"), fmt.Sprintf(`%s === %d`, rows, n+1))
	})
	t.Run("train", func(t *testing.T) {
		l := openLab(t, "/ko/train")
		projector(l.tab)
		l.oneStep(1)
		struck(l.tab, anywhere, jamo("ㄱ", "KeyR"), `document.querySelector(".lab-head .notice")`) // it asks
		struck(l.tab, anywhere, process("KeyR", ""), root()+`.dataset.step === "0"`)
	})
	t.Run("invariance", func(t *testing.T) {
		p := openShift(t, "/invariance")
		projector(p)
		first := p.hook("lab", "dx")
		struck(p, anywhere, `key: "ArrowRight", code: "ArrowRight"`, fmt.Sprintf(`%s.dataset.dx !== %q`, root(), first))
		struck(p, anywhere, jamo("ㄱ", "KeyR"), fmt.Sprintf(`%s.dataset.dx === %q`, root(), first))
	})
}

// A keyboard that writes Latin letters keeps them where they are.
func TestLatinKeyboardsKeepTheirLetters(t *testing.T) {
	p := openPage(t, "/", browser.Options{})
	if p.strike(anywhere, `key: "l", code: "KeyP"`) {
		t.Error("Dvorak's L, where an American keyboard has P, is a shortcut")
	}
	if !p.strike(anywhere, `key: "p", code: "KeyR"`) {
		t.Error("Dvorak's P is no shortcut")
	}
	p.wait(settle, `"projector" in document.documentElement.dataset`)
	if p.strike(anywhere, `key: "€", code: "KeyP"`) {
		t.Error("a sign that AltGr writes is a shortcut")
	}
}

// What is typed or composed in a field is the field's alone.
func TestNoShortcutFiresWhileTextIsTyped(t *testing.T) {
	w := openWindow(t, "/conv")
	w.click("predict")
	field := browser.First("#predict-input")
	w.wait(settle, field)
	for _, c := range []string{
		`key: "p", code: "KeyP"`, `key: "ㅔ", code: "KeyP"`, `key: "Process", code: "KeyP", keyCode: 229, isComposing: true`,
		`key: "ㅋ", code: "KeyZ", ctrlKey: true`, `key: "Process", code: "KeyZ", keyCode: 229, ctrlKey: true`,
		`key: "PageDown", code: "PageDown", isComposing: true`, `key: "Process", code: "PageDown", keyCode: 229, isComposing: true`,
		`key: "Enter", code: "Enter", isComposing: true`, `key: "Enter", code: "Enter", keyCode: 229`,
	} {
		if w.strike(field, c) {
			t.Errorf("in a field the page uses %s", c)
		}
	}
	number := browser.First(browser.Hook("param-n"))
	before := eval[string](w.tab, number+".value")
	w.strike(number, `key: "ArrowDown", code: "ArrowDown", keyCode: 229, isComposing: true`)
	w.must(w.Do(field + `.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter", bubbles: true }))`))
	for what, wrong := range map[string]string{
		"the projector":  `"projector" in document.documentElement.dataset`,
		"an answer":      browser.First(browser.Hook("predict-said")) + `.textContent.trim() !== ""`,
		"another number": fmt.Sprintf(`%s.value !== %q`, number, before),
	} {
		if eval[bool](w.tab, wrong) {
			t.Errorf("typing has led to %s", what)
		}
	}
}

// Shortcuts of one character can be turned off (WCAG 2.1.4), and on again without them.
func TestOneCharacterShortcutsCanBeTurnedOff(t *testing.T) {
	for _, prefix := range []string{"", "/ko"} {
		w := openWindow(t, prefix+"/conv")
		dialog := browser.First("#key-help")
		w.click("key-help")
		w.wait(settle, dialog+".open")
		w.focus("#key-letters")
		w.must(w.Press(" "))
		w.wait(settle, `!`+browser.First(browser.Hook("key-letters"))+`.checked`)
		w.must(w.Do(dialog + ".close()"))
		off := []string{`key: "p", code: "KeyP"`, `key: "ㅔ", code: "KeyP"`, `key: "F", code: "KeyF"`, `key: "r", code: "KeyR"`, `key: "?", code: "Slash", shiftKey: true`}
		for _, c := range off {
			if w.strike(anywhere, c) {
				t.Errorf("turned off, the page uses %s", c)
			}
		}
		preset := browser.First(browser.Hook("preset")) + ".value"
		first := eval[string](w.tab, preset)
		for _, c := range []struct{ key, then string }{
			{`key: "ArrowRight", code: "ArrowRight"`, `document.querySelector("#counter").textContent.startsWith("1 /")`},
			{`key: "PageDown", code: "PageDown"`, fmt.Sprintf(`%s !== %q`, preset, first)},
			{`key: "ㅋ", code: "KeyZ", ctrlKey: true`, fmt.Sprintf(`%s === %q`, preset, first)},
		} {
			if !w.strike(anywhere, c.key) {
				t.Errorf("turned off, the page no longer uses %s", c.key)
			}
			w.wait(settle, c.then)
		}

		w.visit(prefix + "/sharing") // it is remembered, on every page
		w.whole()
		if w.strike(anywhere, `key: "p", code: "KeyP"`) || w.strike(anywhere, `key: "+", code: "Equal", shiftKey: true`) {
			t.Error("turned off on one page, they work on another")
		}
		w.click("key-help")
		w.wait(settle, dialog+".open && !"+browser.First(browser.Hook("key-letters"))+".checked")
		w.click("key-letters")
		w.must(w.Do(dialog + ".close()"))
		if !w.strike(anywhere, `key: "p", code: "KeyP"`) {
			t.Error("turned on again, P does nothing")
		}
		w.wait(settle, `"projector" in document.documentElement.dataset`)
	}
}
